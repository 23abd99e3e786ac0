import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MAIL_REFUSALS, HELD_BY_MAIL } from '@preau/forum-domain';
import { IdentityApiModule } from '@preau/identity-api';
import { ReplyMailbox } from '@preau/notifications-api';
import { CONFIG, createLogger, Jobs, type Config } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { DataSource } from 'typeorm';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, carryOut, words, type Person } from '../test-data';

let api: TestApi;
let owner: DataSource;
let themeId: string;
beforeAll(async () => {
  const settings = { REPLY_MAIL_DOMAIN: 'Reponses.preau.test', REPLY_MAIL_PORT: '0' };
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true, settings });
  owner = await new DataSource({ type: 'postgres', url: api.databaseUrls.ownerUrl }).initialize();
  await api.get(ReplyMailbox).start(createLogger(api.app.get<Config>(CONFIG), 'test'));
  ({ themeId } = await aTheme(api));
});
afterAll(async () => {
  await api.get(ReplyMailbox).stop();
  await owner.destroy();
  await api.close();
});

interface Queued {
  id: string;
  kind: string;
  subject: string;
  replyTo: string | null;
  body: { blocks: { text?: string }[] };
}
const mailsTo = ({ email }: Person) =>
  api.database.query<Queued[]>(
    'SELECT id, kind, subject, reply_to AS "replyTo", body FROM outgoing_mail WHERE recipient = $1 ORDER BY created_at, id',
    [email],
  );
/** What somebody was told of their answers by mail. */
const toldTo = async (by: Person) =>
  (await mailsTo(by))
    .filter(({ kind }) => kind === 'notifications.REPLY')
    .map(({ body }) => body.blocks[2]?.text);

/** Carries out what the forum tells, and the mails that tell it. */
async function tell(task = 'notifications.%') {
  await carryOut(api);
  const { handlers } = api.get(Jobs) as unknown as {
    handlers: Map<string, (payload: unknown) => Promise<void>>;
  };
  const jobs = await api.database.query<{ id: string; task: string; payload: object }[]>(
    `SELECT job.id, task.identifier AS task, job.payload FROM graphile_worker._private_jobs job
     JOIN graphile_worker._private_tasks task ON task.id = job.task_id
     WHERE task.identifier LIKE $1 ORDER BY job.id`,
    [task],
  );
  for (const job of jobs) {
    await handlers.get(job.task)?.(job.payload);
    await api.database.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [job.id]);
  }
}

/** Sends a mail as the ministry's server does; resolves with what the product's answers. */
async function send(mail: SendMailOptions): Promise<string> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: api.get(ReplyMailbox).port!,
    lmtp: true,
  } as object);
  try {
    const { response, rejectedErrors } = (await transport.sendMail({
      subject: 'Re: Quelqu’un a répondu à votre message',
      ...mail,
    })) as { response: string; rejectedErrors?: { response?: string }[] };
    return rejectedErrors?.[0]?.response ?? response;
  } catch (error) {
    return (error as { response?: string }).response ?? String(error);
  } finally {
    transport.close();
  }
}

let author: Person;
let topicId: string;
let answered: string;
let address: string;
/** Somebody who was answered in their topic, and told so by a mail. */
beforeEach(async () => {
  author = await aPerson(api);
  topicId = await aTopic(api, themeId, author);
  answered = await aReply(api, topicId, { body: 'Il manque des **prises**.\n\nPartout.' });
  await tell();
  const [mail] = await mailsTo(author);
  address = mail?.replyTo ?? '';
});

const answer = (mail: SendMailOptions = {}) =>
  send({ from: author.email, to: address, text: 'C’est vrai aussi chez nous.', ...mail });
/** The author's own replies in the topic. */
const written = () =>
  api.database.query<{ id: string; body: string; parent: string; status: string }[]>(
    `SELECT id, body, parent_id AS parent, status FROM post WHERE topic_id = $1 AND author_id = $2 AND depth > 0
     ORDER BY created_at`,
    [topicId, author.id],
  );
const post = (body: string) => ({ id: expect.any(String), body, parent: answered, status: 'PUBLISHED' });

describe('a mail that tells of a message', () => {
  test('shows it, says how to answer, and where', async () => {
    const [mail] = await mailsTo(author);
    expect(mail?.body.blocks.map(({ text }) => text)).toEqual([
      '——— Écrivez au-dessus de cette ligne ———',
      expect.stringMatching(/^Répondez à ce message pour répondre dans le débat/),
      'Bonjour,',
      expect.stringMatching(/^Quelqu’un a répondu à votre message/),
      'Dominique Petit a écrit\u00a0:\n«\u00a0Il manque des prises.\n\nPartout.\u00a0»',
      undefined,
    ]);
    expect(address).toMatch(/^reponse\+[0-9a-f]{56}@reponses\.preau\.test$/);
    expect(address.split('@')[0]).toHaveLength(64);
    await tell('mail.send');
    const sent = api.mails().find((one) => one.includes(`To: ${author.email}`));
    expect(sent?.replace(/\n\s+/g, ' ')).toContain(`Reply-To: ${address}`);
    const [left] = await api.database.query<{ replyTo: string | null }[]>(
      'SELECT reply_to AS "replyTo" FROM outgoing_mail WHERE id = $1',
      [mail!.id],
    );
    expect(left).toEqual({ replyTo: null });
  });

  test('and of another one too is answered on the site', async () => {
    const person = await aPerson(api);
    const topic = await aTopic(api, themeId, person);
    await aReply(api, topic);
    await aReply(api, topic);
    await tell();
    expect(await mailsTo(person)).toMatchObject([
      { replyTo: null, body: { blocks: [{ text: 'Bonjour,' }, {}, {}, {}] } },
    ]);
  });
});

describe('an answer by mail', () => {
  test('is written under the message it answers, and nothing is mailed back', async () => {
    expect(await answer()).toMatch(/^250/);
    expect(await written()).toEqual([post('C’est vrai aussi chez nous.')]);
    expect(await toldTo(author)).toEqual([]);
  });

  test('is noted as having come by mail', async () => {
    await answer({ messageId: '<abc@mail.example>' });
    const [{ id } = { id: '' }] = await written();
    expect(
      await owner.query(
        'SELECT kind, address, port, mail_id AS mail FROM connection_record WHERE object_id = $1',
        [id],
      ),
    ).toEqual([{ kind: 'REPLY', address: null, port: null, mail: '<abc@mail.example>' }]);
  });

  test('delivered twice, also at once, is one message, even after it was changed on the site', async () => {
    const messageId = `<${randomUUID()}@mail.example>`;
    const said = await Promise.all([answer({ messageId }), answer({ messageId }), answer({ messageId })]);
    for (const one of said) expect(one).toMatch(/^250/);
    const [first] = await written();
    await api.database.query("UPDATE post SET body_hash = 'x' WHERE id = $1", [first!.id]);
    expect(await answer({ messageId })).toMatch(/^250/);
    expect(await written()).toHaveLength(1);
    expect(await toldTo(author)).toEqual([]);
  });

  test('is what was written: neither the quoted mail nor the signature', async () => {
    const text = `Oui.\n\nLe dim. 22 nov. 2026 à 10:00, Préau <x@preau.test> a\nécrit :\n\n> ——— Écrivez au-dessus de cette ligne ———\n> Bonjour,`;
    await answer({ text });
    expect(await written()).toEqual([post('Oui.')]);
  });

  test('in HTML alone is turned into text', async () => {
    const quoted =
      '<div class="gmail_quote">Le dim. 22 nov. 2026 à 10:00, Préau &lt;x@preau.test&gt; a écrit :<br><blockquote>Bonjour,</blockquote></div>';
    await answer({ text: undefined, html: `<p>Oui, <b>partout</b>.</p><script>alert(1)</script>${quoted}` });
    expect(await written()).toEqual([post('Oui, partout.')]);
  });

  test('in capitals of a mail server, with files, is taken without them, and its author is told once', async () => {
    const messageId = `<${randomUUID()}@mail.example>`;
    const mail = { to: address.toUpperCase(), messageId, attachments: [{ filename: 'x.txt', content: 'x' }] };
    await answer(mail);
    await answer(mail);
    expect(await written()).toHaveLength(1);
    expect(await toldTo(author)).toEqual([expect.stringContaining('sans ses pièces jointes')]);
  });

  test('from 15 to 17 years waits, and its author is told', async () => {
    await api.database.query("UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = $1", [
      author.id,
    ]);
    await answer();
    expect(await written()).toMatchObject([{ status: 'HELD' }]);
    expect(await toldTo(author)).toEqual([HELD_BY_MAIL]);
  });
});

describe('is not taken', () => {
  const changed = (at: number) => {
    const sign = address[at] === '0' ? '1' : '0';
    return `${address.slice(0, at)}${sign}${address.slice(at + 1)}`;
  };

  test('at an address that is not ours, or was made up', async () => {
    for (const to of [
      'reponse@reponses.preau.test',
      address.replace('reponses.', 'autres.'),
      changed(10),
      changed(63),
      `reponse+${topicId.replaceAll('-', '')}${'0'.repeat(24)}@reponses.preau.test`,
    ])
      expect(await answer({ to })).toMatch(/^550/);
    expect(await written()).toEqual([]);
  });

  test('from somebody else, who learns nothing', async () => {
    const other = await aPerson(api);
    for (const from of [other.email, 'nobody@preau.test', `"${author.email}" <${other.email}>`])
      expect(await answer({ from })).toMatch(/^550/);
    expect(await written()).toEqual([]);
    expect([await toldTo(author), await toldTo(other)]).toEqual([[], []]);
  });

  test('once the account is deleted, or has another address', async () => {
    await api.database.query("UPDATE account SET email = 'autre-' || email WHERE id = $1", [author.id]);
    expect(await answer()).toMatch(/^550/);
  });

  test('from a machine, which is not answered either', async () => {
    for (const mail of [
      { headers: { 'Auto-Submitted': 'auto-replied' } },
      { headers: { Precedence: 'bulk' } },
      { subject: 'Réponse automatique : Re: Une réponse' },
      { envelope: { from: '', to: address } },
    ])
      expect(await answer(mail)).toMatch(/^250/);
    expect(await written()).toEqual([]);
    expect(await toldTo(author)).toEqual([]);
  });

  test.each<[string, string, () => Promise<unknown>]>([
    [
      'a closed consultation',
      MAIL_REFUSALS.CLOSED,
      () =>
        api.database.query(
          `UPDATE consultation SET closes_at = now() - interval '1 second'
           WHERE id = (SELECT consultation_id FROM topic WHERE id = $1)`,
          [topicId],
        ),
    ],
    [
      'a locked topic',
      MAIL_REFUSALS.LOCKED,
      () => api.database.query('UPDATE topic SET locked_at = now() WHERE id = $1', [topicId]),
    ],
    [
      'a message that was hidden',
      MAIL_REFUSALS.UNKNOWN_POST,
      () => api.database.query("UPDATE post SET status = 'HIDDEN' WHERE id = $1", [answered]),
    ],
    [
      'a suspended account',
      MAIL_REFUSALS.SUSPENDED,
      () => api.database.query('UPDATE account SET suspended_at = now() WHERE id = $1', [author.id]),
    ],
  ])('in %s: its author is told why, once', async (_, sentence, happens) => {
    await happens();
    const messageId = `<${randomUUID()}@mail.example>`;
    for (let delivered = 0; delivered < 2; delivered += 1)
      expect(await answer({ messageId })).toMatch(/^250/);
    expect(await written()).toEqual([]);
    expect(await toldTo(author)).toEqual([sentence]);
    await api.database.query(
      `UPDATE consultation SET closes_at = now() + interval '1 day' WHERE id = (SELECT consultation_id FROM topic WHERE id = $1)`,
      [topicId],
    );
  });

  test.each<[string, SendMailOptions, string]>([
    ['in 20,001 characters', { text: 'a'.repeat(20_001) }, MAIL_REFUSALS.TOO_LONG],
    ['without a word of one’s own', { text: '> Bonjour,\n' }, MAIL_REFUSALS.EMPTY],
    [
      'of more than a megabyte',
      { attachments: [{ content: Buffer.alloc(1_100_000, 1) }] },
      'Votre message dépasse un mégaoctet',
    ],
  ])('%s', async (_, mail, sentence) => {
    expect(await answer(mail)).toMatch(/^250/);
    expect(await written()).toEqual([]);
    expect(await toldTo(author)).toEqual([expect.stringContaining(sentence)]);
  });

  test('with the same words twice, or faster than a newcomer may', async () => {
    const text = words();
    await answer({ text });
    await answer({ text });
    expect(await toldTo(author)).toEqual([MAIL_REFUSALS.DUPLICATE]);
    await api.database.query('UPDATE topic SET slow_seconds = 60 WHERE id = $1', [topicId]);
    await answer();
    expect(await toldTo(author)).toEqual([MAIL_REFUSALS.DUPLICATE, MAIL_REFUSALS.SLOW_MODE]);
    expect(await written()).toHaveLength(1);
  });

  test('with the rights of staff: a mail shows no second factor', async () => {
    await api.database.query(
      "INSERT INTO role_grant (account_id, role, reason) VALUES ($1, 'staff', 'Essai')",
      [author.id],
    );
    await api.database.query('UPDATE topic SET locked_at = now() WHERE id = $1', [topicId]);
    await answer();
    expect(await toldTo(author)).toEqual([MAIL_REFUSALS.LOCKED]);
  });
});

test('who was muted by the other still answers, and the other is not told', async () => {
  const [{ other } = { other: '' }] = await api.database.query<{ other: string }[]>(
    'SELECT author_id AS other FROM post WHERE id = $1',
    [answered],
  );
  await api.database.query('INSERT INTO muted_person (account_id, muted_id) VALUES ($1, $2)', [
    other,
    author.id,
  ]);
  await answer();
  await tell();
  expect(await written()).toHaveLength(1);
  expect(
    await api.database.query(
      "SELECT event FROM notification WHERE account_id = $1 AND event = 'FORUM_REPLY'",
      [other],
    ),
  ).toEqual([]);
});

test('a server that fails is asked again later', async () => {
  await owner.query('ALTER TABLE post RENAME TO post_away');
  const said = await answer().finally(() => owner.query('ALTER TABLE post_away RENAME TO post'));
  expect(said).toMatch(/^451/);
  expect(await answer()).toMatch(/^250/);
  expect(await written()).toHaveLength(1);
});
