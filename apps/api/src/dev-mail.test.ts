import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Mailer, paragraph } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';

let api: TestApi;
const get = (path: string, from = api) => fetch(`${from.url}${path}`);

describe('/dev/mail', () => {
  beforeAll(async () => {
    api = await startTestApi([]);
  });
  afterAll(() => api.close());

  test('says when there is none', async () => {
    expect(await (await get('/dev/mail')).text()).toContain('Aucun courriel');
  });

  test('lists the newest first, and shows each with links that can be followed', async () => {
    const mailer = api.get(Mailer);
    const older = 'To: une@preau.test\nDate: Fri, 20 Nov 2026 10:00:00 +0000\nSubject: Ancien\n\nUn.';
    writeFileSync(join(mailer.folder ?? '', '2026-11-20T10-00-00-000Z-0a1b2c3d.eml'), older);
    const text = 'Ouvrez https://preau.test/a?b=1&c=2#t, puis <script>alert("é")</script>';
    await mailer.send({
      to: 'deux@preau.test',
      subject: 'Seconde & <b>',
      body: { blocks: [paragraph(text)] },
    });

    const answer = await get('/dev/mail');
    const list = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(list).toContain('<html lang="fr">');
    expect(list).toContain(
      'À une@preau.test, <time datetime="2026-11-20T10:00:00.000Z">20 novembre 2026 à 11:00:00</time>',
    );
    expect(list.indexOf('Seconde &amp; &lt;b&gt;')).toBeLessThan(list.indexOf('Ancien'));

    const newest = /href="(\/dev\/mail\/[^"]+\.eml)"/.exec(list)?.[1] ?? '';
    const shown = await (await get(newest)).text();
    expect(shown).toContain('<h1>Seconde &amp; &lt;b&gt;</h1>');
    expect(shown).toContain(
      '<a href="https://preau.test/a?b=1&amp;c=2#t">https://preau.test/a?b=1&amp;c=2#t</a>, puis &lt;script&gt;alert(&quot;é&quot;)&lt;/script&gt;',
    );
    expect(shown).not.toMatch(/<script|<style|style=/);

    expect(shown).toContain(`<a href="${newest}/html">`);
    const styled = await get(`${newest}/html`);
    expect(styled.headers.get('content-security-policy')).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    );
    expect(await styled.text()).toContain('puis &lt;script&gt;alert(&quot;é&quot;)&lt;/script&gt;</p>');
    expect((await get('/dev/mail/2026-11-20T10-00-00-000Z-0a1b2c3d.eml/html')).status).toBe(404);
    expect((await get('/dev/mail/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  test.each([
    'absent.eml',
    '..%2Fsecret.eml',
    '..%2F..%2Fetc%2Fpasswd',
    '%2Fetc%2Fpasswd',
    'note.txt',
    '.hidden.eml',
    '%00.eml',
    '%E9.eml',
  ])('answers neither more nor less than "absent" to %s', async (name) => {
    const folder = api.get(Mailer).folder ?? '';
    writeFileSync(join(folder, '..', 'secret.eml'), 'Subject: secret\n\nsecret');
    writeFileSync(join(folder, 'note.txt'), 'secret');
    writeFileSync(join(folder, '.hidden.eml'), 'Subject: secret\n\nsecret');
    const answer = await get(`/dev/mail/${name}`);
    expect([400, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain('secret');
  });
});

test.each([
  ['in production', { EMBEDDED: 'false', SECOND_FACTOR: 'true' }],
  ['when mails are really sent', { MAIL_URL: 'smtp://127.0.0.1:1025' }],
])('%s there is no such page', async (_, settings) => {
  const elsewhere = await startTestApi([], { settings });
  const statuses = [];
  for (const path of ['', '/style.css', '/x.eml', '/x.eml/html'])
    statuses.push((await get(`/dev/mail${path}`, elsewhere)).status);
  await elsewhere.close();
  expect(statuses).toEqual([404, 404, 404, 404]);
});
