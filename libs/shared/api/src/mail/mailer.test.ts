import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../config';
import { readEml } from './eml';
import { paragraph } from './mail-body';
import { UnsendableMail } from './mail-headers';
import { Mailer, type Mail } from './mailer';

const folder = mkdtempSync(join(tmpdir(), 'preau-mailer-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function mailerFrom(from = 'Préau <ne-pas-repondre@preau.test>') {
  return new Mailer(
    readConfig({
      DATABASE_URL: 'postgresql://x/y',
      SECRET_KEY: 'x'.repeat(32),
      MAIL_URL: `file:${folder}`,
      PUBLIC_URL: 'https://preau.example.org',
      MAIL_FROM: from,
    }),
  );
}

/** The headers and the whole of a mail as it would leave. */
async function written(mail: Partial<Mail>, from?: string) {
  await mailerFrom(from).send({
    to: 'une@preau.test',
    subject: 'Objet',
    body: { blocks: [paragraph('Été.')] },
    ...mail,
  } as Mail);
  const name = readdirSync(folder).find((file) => file.endsWith('.eml'))!;
  const source = readFileSync(join(folder, name), 'utf8');
  rmSync(join(folder, name));
  const head = source.slice(0, source.indexOf('\n\n')).replace(/\n[ \t]+/g, ' ');
  const headers = head.split('\n').map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
  });
  return { source, headers, header: (name: string) => headers.find(([key]) => key === name)?.[1] };
}

const USUAL = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];
const names = ({ headers }: { headers: (readonly [string, string])[] }) =>
  headers.map(([name]) => name).toSorted();

describe('a mail', () => {
  test('is text, and HTML beside it', async () => {
    const mail = await written({});
    expect(mail.header('content-type')).toMatch(/^multipart\/alternative/);
    const read = readEml(mail.source);
    expect(read.text).toContain('Été.');
    expect(read.html).toContain('Été.</p>');
    expect(mail.source.indexOf('text/plain')).toBeLessThan(mail.source.indexOf('text/html'));
  });

  test('says that a program wrote it, and has no way out unless it is a preference', async () => {
    const mail = await written({});
    expect(names(mail)).toEqual(USUAL);
    expect(mail.header('auto-submitted')).toBe('auto-generated');
  });

  test('that is a preference is left in one click (RFC 8058)', async () => {
    const unsubscribe = `https://preau.example.org/desabonnement?jeton=${'a'.repeat(90)}`;
    const mail = await written({ unsubscribe });
    expect(mail.header('list-unsubscribe')).toBe(`<${unsubscribe}>`);
    expect(mail.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  test('sent twice under one id is the same message', async () => {
    const id = '01939f6e-0000-7000-8000-000000000000';
    for (let time = 0; time < 2; time += 1)
      expect((await written({ id })).header('message-id')).toBe(`<${id}@preau.example.org>`);
    expect((await written({})).header('message-id')).not.toBe((await written({})).header('message-id'));
  });
});

describe('no header is made of', () => {
  test.each([
    'Bonjour\r\nBcc: tous@preau.test',
    'Bonjour\nBcc: tous@preau.test\n\nFaux corps',
    'Bonjour\rBcc: tous@preau.test',
    'Bonjour\u2028Bcc: tous@preau.test',
    `${'É'.repeat(80)}\r\nBcc: tous@preau.test`,
    'Bonjour\0Bcc: tous@preau.test',
  ])('the subject %j', async (subject) => {
    const mail = await written({ subject });
    expect(names(mail)).toEqual(USUAL);
    expect(readEml(mail.source).subject).toBe(subject.replace(/[\p{Cc}\u2028]+/gu, ' '));
    expect(readEml(mail.source).text).not.toContain('Faux corps');
  });

  test('the sender’s display name', async () => {
    const mail = await written({}, 'Préau\r\nBcc: tous@preau.test\r\n <p@preau.test>');
    expect(names(mail)).toEqual(USUAL);
  });

  test.each([
    'une@preau.test, autre@preau.test',
    'une@preau.test;autre@preau.test',
    'une@preau.test\r\nBcc: tous@preau.test',
    'une@preau.test\nRCPT TO:<tous@preau.test>',
    'Une <une@preau.test>',
    '"une, autre"@preau.test',
    'une@preau.test>',
    'une autre@preau.test',
    'une@',
    'une',
    '',
    `${'a'.repeat(250)}@preau.test`,
  ])('the address %j, which is refused', async (to) => {
    await expect(written({ to })).rejects.toThrow(UnsendableMail);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an address with a tag, with accents or of another script, which are addresses', async () => {
    for (const to of ['une+liste@preau.test', 'prénom@préau.test', '用户@例え.test'])
      await expect(written({ to })).resolves.toBeTruthy();
  });
});
