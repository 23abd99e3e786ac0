import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { UNSUBSCRIBE_SCOPES, type UnsubscribeScope } from '@preau/notifications-domain';
import { IdentityApiModule } from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, type TestAccount, type TestApi } from '@preau/testing';
import { NotificationsApiModule } from '../notifications-api.module';
import { Notifications } from '../notices/notifications.service';
import { aConsultation } from '../test/test-data';
import { UnsubscribeLinks } from './unsubscribe-links';

const PREFERENCES = '{ mailPreferences { kinds { kind frequency } perWeek address } }';
const SAVE = `mutation ($input: SaveMailPreferencesInput!) { saveMailPreferences(input: $input) {
  __typename ... on MailPreferencesChosen { kinds { kind frequency } perWeek } ... on MailPreferencesRefused { code } } }`;
const RESULT = `{ __typename ... on Unsubscription { scope address isEnded } ... on UnsubscribeRefused { code } }`;

let api: TestApi;
let account: TestAccount;
let headers: { cookie: string };

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, NotificationsApiModule], {
    identity: true,
    settings: { PUBLIC_URL: 'http://localhost:3000' },
  });
  account = await anAccount(api, { email: 'prenom.nom@preau.test' });
  ({ headers } = await aSession(api, account.id));
});
afterAll(() => api.close());
beforeEach(async () => {
  for (const table of ['notification', 'notification_preference', 'mail_limit'])
    await api.database.query(`DELETE FROM ${table}`);
});

const save = async (input: object) =>
  (await api.graphql(SAVE, { input }, { headers })).data?.['saveMailPreferences'];
const preferences = async () => (await api.graphql(PREFERENCES, {}, { headers })).data?.['mailPreferences'];
const kinds = (CONSULTATION: string, RESULTS: string, FORUM_FOLLOWED = 'DAILY') => [
  { kind: 'CONSULTATION', frequency: CONSULTATION },
  { kind: 'RESULTS', frequency: RESULTS },
  { kind: 'FORUM_REPLIES', frequency: 'IMMEDIATE' },
  { kind: 'FORUM_OFFICIAL', frequency: 'IMMEDIATE' },
  { kind: 'FORUM_FOLLOWED', frequency: FORUM_FOLLOWED },
];

describe('my mails', () => {
  test('come at the default pace until I choose', async () => {
    expect(await preferences()).toEqual({
      kinds: kinds('DAILY', 'IMMEDIATE'),
      perWeek: null,
      address: 'prenom.nom@preau.test',
    });
  });

  test('come as I choose, kinds I leave out as before', async () => {
    expect(await save({ kinds: [{ kind: 'RESULTS', frequency: 'NONE' }], perWeek: 3 })).toEqual({
      __typename: 'MailPreferencesChosen',
      kinds: kinds('DAILY', 'NONE'),
      perWeek: 3,
    });
    await save({ kinds: [{ kind: 'CONSULTATION', frequency: 'WEEKLY' }], perWeek: null });
    expect(await preferences()).toMatchObject({ kinds: kinds('WEEKLY', 'NONE'), perWeek: null });
  });

  test.each([0, 21, -1])('never %i a week', async (perWeek) => {
    await save({ kinds: [], perWeek: 5 });
    expect(await save({ kinds: [], perWeek })).toEqual({
      __typename: 'MailPreferencesRefused',
      code: 'PER_WEEK_OUT_OF_RANGE',
    });
    expect(await preferences()).toMatchObject({ perWeek: 5 });
  });

  test.each([
    { kinds: [{ kind: 'ACCOUNT', frequency: 'NONE' }] },
    { kinds: [{ kind: 'RESULTS', frequency: 'HOURLY' }] },
    { kinds: [{ kind: 'RESULTS' }] },
    { kinds: [], perWeek: 1.5 },
    { perWeek: 1 },
  ])('are not %j', async (input) => {
    const { errors } = await api.graphql(SAVE, { input }, { headers });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test.each([PREFERENCES, 'mutation { saveMailPreferences(input: { kinds: [] }) { __typename } }'])(
    'are nothing to a visitor: %s',
    async (document) => {
      expect((await api.graphql(document)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    },
  );
});

describe('the link of a mail', () => {
  const tokenFor = (scope: UnsubscribeScope, accountId = account.id) =>
    api.get(UnsubscribeLinks).tokenOf({ accountId, scope });
  const look = async (token: string) =>
    (await api.graphql(`query ($token: String!) { unsubscription(token: $token) ${RESULT} }`, { token }))
      .data?.['unsubscription'];
  const unsubscribe = async (token: string) =>
    (await api.graphql(`mutation ($token: String!) { unsubscribe(token: $token) ${RESULT} }`, { token }))
      .data?.['unsubscribe'];
  const oneClick = (token: string) =>
    fetch(`${api.url}/desabonnement?jeton=${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });

  test('says what it ends without ending it, and veils the address', async () => {
    const shown = {
      __typename: 'Unsubscription',
      scope: 'RESULTS',
      address: 'pr…@preau.test',
      isEnded: false,
    };
    expect(await look(tokenFor('RESULTS'))).toEqual(shown);
    expect(await preferences()).toMatchObject({ kinds: kinds('DAILY', 'IMMEDIATE') });
  });

  test('ends mails without signing in; again, it changes nothing', async () => {
    for (let time = 0; time < 2; time += 1) {
      expect(await unsubscribe(tokenFor('RESULTS'))).toMatchObject({ scope: 'RESULTS', isEnded: true });
      expect(await preferences()).toMatchObject({ kinds: kinds('DAILY', 'NONE') });
    }
    expect(await look(tokenFor('RESULTS'))).toMatchObject({ isEnded: true });
  });

  test('of a digest ends all that comes at its pace', async () => {
    await save({ kinds: kinds('DAILY', 'DAILY') });
    await unsubscribe(tokenFor('DAILY'));
    expect(await preferences()).toMatchObject({ kinds: kinds('NONE', 'NONE', 'NONE') });
  });

  test('works in one click from the mail reader (RFC 8058), however often', async () => {
    for (let time = 0; time < 2; time += 1)
      expect((await oneClick(tokenFor('CONSULTATION'))).status).toBe(200);
    expect(await preferences()).toMatchObject({ kinds: kinds('NONE', 'IMMEDIATE') });
  });

  test('ends what was waiting too', async () => {
    const object = `consultation:${await aConsultation(api, 'avis')}`;
    await transaction(api.database, (tx) =>
      api.get(Notifications).notify(tx, [account.id], { event: 'CONSULTATION_OPENED', object }),
    );
    await unsubscribe(tokenFor('CONSULTATION'));
    await save({ kinds: kinds('DAILY', 'DAILY') });
    expect(await api.database.query('SELECT FROM notification WHERE settled_at IS NULL')).toEqual([]);
  });

  test('another pace is that of what waits as well; without an address nothing waits', async () => {
    const object = `consultation:${await aConsultation(api, 'rythme')}`;
    const nowhere = await anAccount(api);
    await api.database.query('UPDATE account SET email = NULL WHERE id = $1', [nowhere.id]);
    await transaction(api.database, (tx) =>
      api.get(Notifications).notify(tx, [account.id, nowhere.id], { event: 'CONSULTATION_OPENED', object }),
    );
    const waiting = () =>
      api.database.query('SELECT account_id AS id, pace FROM notification WHERE settled_at IS NULL');
    expect(await waiting()).toEqual([{ id: account.id, pace: 'DAILY' }]);
    await save({ kinds: kinds('WEEKLY', 'DAILY') });
    expect(await waiting()).toEqual([{ id: account.id, pace: 'WEEKLY' }]);
  });

  const altered = (): [string, string][] => {
    const token = tokenFor('RESULTS');
    const [id = '', scope = '', mac = ''] = token.split('.');
    const other = tokenFor('RESULTS', '01939f6e-0000-7000-8000-000000000000');
    return [
      ['nothing', ''],
      ['cut', token.slice(0, -1)],
      ['of another kind', `${id}.CONSULTATION.${mac}`],
      ['of an unknown kind', `${id}.ACCOUNT.${mac}`],
      ['of another account', `${other.split('.')[0] ?? ''}.${scope}.${mac}`],
      ['with something added', `${token}.x`],
      ['with an altered signature', `${id}.${scope}.A${mac.slice(1)}`],
      ['signed with nothing', `${id}.${scope}.`],
      ['with a signature written otherwise', `${id}.${scope}.${mac}=`],
      ['of an account that does not exist', other],
      ['very long', `${'a'.repeat(5_000)}.RESULTS.${mac}`],
      ['of letters no token has', 'é\u0000.'.replace('\u0000', '')],
    ];
  };

  test('that was altered ends nothing', async () => {
    for (const [, token] of altered()) {
      expect(await look(token)).toEqual({ __typename: 'UnsubscribeRefused', code: 'INVALID_LINK' });
      expect(await unsubscribe(token)).toEqual({ __typename: 'UnsubscribeRefused', code: 'INVALID_LINK' });
      expect((await oneClick(token)).status).toBe(400);
    }
    expect(await preferences()).toMatchObject({ kinds: kinds('DAILY', 'IMMEDIATE') });
  });

  test('is a token for each thing it can end, and reads as it was', () => {
    const links = api.get(UnsubscribeLinks);
    for (const scope of UNSUBSCRIBE_SCOPES)
      expect(links.read(tokenFor(scope))).toEqual({ accountId: account.id, scope });
    expect(links.linkFor({ accountId: account.id, scope: 'DAILY' })).toMatch(
      /^http:\/\/localhost:3000\/desabonnement\?jeton=[\w-]+\.DAILY\.[\w-]+$/,
    );
  });

  test('of another site’s page is refused, as every write', async () => {
    const url = `${api.url}/desabonnement?jeton=${tokenFor('RESULTS')}`;
    const { status } = await fetch(url, { method: 'POST', headers: { origin: 'https://ailleurs.test' } });
    expect(status).toBe(400);
  });
});
