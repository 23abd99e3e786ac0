/** What the page of demonstration mails shows of a mail. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
  /** Null: the mail is of plain text alone. */
  readonly html: string | null;
}

/** Reads a mail as `Mailer` writes it: text, and HTML beside it; headers in encoded words, bodies in any encoding. */
export function readEml(source: string): ReadMail {
  const mail = readPart(source.replace(/\r\n/g, '\n'));
  const parts = [mail, ...partsOf(mail)];
  const body = (type: string) => parts.find((part) => typeOf(part) === type);
  const html = body('text/html');
  return {
    to: decodeWords(mail.headers.get('to') ?? ''),
    subject: decodeWords(mail.headers.get('subject') ?? ''),
    date: mail.headers.get('date') ?? '',
    text: decodeBody(body('text/plain')),
    html: html ? decodeBody(html) : null,
  };
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function readPart(source: string): Part {
  const end = source.indexOf('\n\n');
  const head = end < 0 ? source : source.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  return { headers, body: end < 0 ? '' : source.slice(end + 2) };
}

const typeOf = ({ headers }: Part) =>
  (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase();

function partsOf({ headers, body }: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return [];
  const between = `\n${body}`.split(`\n--${boundary}`).slice(1);
  return between
    .filter((part) => !part.startsWith('--'))
    .map((part) => readPart(part.replace(/^[ \t]*\n/, '')));
}

const ENCODED_WORD = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;

/** Encoded words (RFC 2047); one character may be cut between two of them, so neighbours are decoded together. */
function decodeWords(value: string): string {
  const runs = /(?:=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi;
  return value.replace(runs, (run) => {
    const bytes = [...run.matchAll(ENCODED_WORD)].map(([, kind = '', text = '']) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : unquote(text.replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString('utf8') + (/\s$/.test(run) ? ' ' : '');
  });
}

function decodeBody(part: Part | undefined): string {
  const body = part?.body ?? '';
  const encoding = part?.headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return unquote(body.replace(/=[ \t]*\n/g, '')).toString('utf8');
  return body;
}

/** `=E9`-like escapes to bytes; everything else is kept as it is. */
function unquote(text: string): Buffer {
  const parts = text.split(/(=[0-9a-f]{2})/gi);
  return Buffer.concat(
    parts.map((part) =>
      /^=[0-9a-f]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part, 'utf8'),
    ),
  );
}
