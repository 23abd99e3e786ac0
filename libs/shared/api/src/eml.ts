/** What the page of demonstration mails shows of a mail. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
}

/** Reads a mail as `Mailer` writes it: plain text of one part, headers in encoded words, a body in any encoding. */
export function readEml(source: string): ReadMail {
  const unix = source.replace(/\r\n/g, '\n');
  const end = unix.indexOf('\n\n');
  const head = end < 0 ? unix : unix.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  const body = end < 0 ? '' : unix.slice(end + 2);
  return {
    to: decodeWords(headers.get('to') ?? ''),
    subject: decodeWords(headers.get('subject') ?? ''),
    date: headers.get('date') ?? '',
    text: decodeBody(body, headers.get('content-transfer-encoding')?.toLowerCase()),
  };
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

function decodeBody(body: string, encoding: string | undefined): string {
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
