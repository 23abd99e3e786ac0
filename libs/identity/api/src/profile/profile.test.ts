import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';

const SAVE = `mutation ($input: SaveProfileInput!) {
  saveProfile(input: $input) {
    __typename
    ... on ProfileSaved { account { displayName isPseudonym declaredRole academie } }
    ... on ProfileRefused { refusal: code faults { field code } }
  }
}`;
const profile = {
  displayName: 'Dominique Petit',
  isPseudonym: false,
  declaredRole: 'TEACHER',
  academie: '09',
};

let api: TestApi;
type Person = Awaited<ReturnType<typeof account>>;
let me: Person;
let somebodyElse: Person;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
  me = await account();
  somebodyElse = await account();
});
afterAll(() => api.close());

/** The headers of a browser signed in to a new account. */
async function account() {
  const { id } = await anAccount(api, { displayName: 'Avant' });
  return { id, headers: (await aSession(api, id)).headers };
}

const save = (changes: Record<string, unknown>, { headers }: Person = me) =>
  api.graphql(SAVE, { input: { ...profile, ...changes } }, { headers });
const faults = (...found: { field: string; code: string }[]) => ({
  saveProfile: { __typename: 'ProfileRefused', refusal: 'INVALID', faults: found },
});
const kept = async ({ id }: Person) => {
  const [row] = await api.database.query<Record<string, unknown>[]>(
    `SELECT display_name AS "displayName", is_pseudonym AS "isPseudonym", declared_role AS "declaredRole", academie
     FROM account WHERE id = $1`,
    [id],
  );
  return row;
};

test('what people say of themselves is kept, again and again, and theirs alone', async () => {
  const saved = { saveProfile: { __typename: 'ProfileSaved', account: profile } };
  expect((await save({})).data).toEqual(saved);
  expect((await save({})).data).toEqual(saved);
  expect(await kept(me)).toEqual({ ...profile, declaredRole: 'teacher' });
  expect(await kept(somebodyElse)).toMatchObject({ displayName: 'Avant', declaredRole: null });
});

test('role and académie may be taken back', async () => {
  await save({});
  await save({ declaredRole: null, academie: null });
  expect(await kept(me)).toMatchObject({ declaredRole: null, academie: null });
});

test('a visitor has no profile', async () => {
  const answer = await api.graphql(SAVE, { input: profile });
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

describe('a name', () => {
  test.each([
    ['« ministère » with one Cyrillic letter', 'minist\u0435re', 'MIXED_SCRIPTS'],
    ['« ministère » in Cyrillic but for its i', '\u043c\u0438\u043diст\u0435р\u0435', 'MIXED_SCRIPTS'],
    ['a Greek letter among Latin ones', 'D\u03bfminique', 'MIXED_SCRIPTS'],
    ['the ministry itself', 'Le Ministère', 'RESERVED'],
    ['the ministry in figures', 'm1n1st3re', 'RESERVED'],
    ['a moderator', 'Modératrice', 'RESERVED'],
    ['the platform', 'Équipe Préau', 'RESERVED'],
    ['a deleted contributor', 'Contributeur supprimé', 'RESERVED'],
    ['too long', 'a'.repeat(61), 'TOO_LONG'],
    ['one letter', 'A', 'TOO_SHORT'],
    ['nothing that shows', '\u200b\u202e', 'TOO_SHORT'],
    ['figures only', '1234', 'TOO_SHORT'],
    ['an address', 'dominique@preau.test', 'CONTACT'],
    ['a telephone number', 'Dominique 06 12 34 56 78', 'CONTACT'],
    ['a joiner that hides', 'Domi\u200dnique', 'UNPRINTABLE'],
    ['marks upon marks', 'D\u0301\u0302\u0303\u0304ominique', 'UNPRINTABLE'],
  ])('%s is refused, and nothing is kept', async (_, displayName, code) => {
    await save({ displayName: 'Dominique Petit' });
    const answer = await save({ displayName, academie: '01' });
    expect(answer.data).toEqual(faults({ field: 'displayName', code }));
    expect(await kept(me)).toMatchObject({ displayName: 'Dominique Petit', academie: '09' });
  });

  test.each([
    ['a header of a mail', 'Dominique\r\nBcc: autre@preau.test', null],
    ['a header without an address', 'Dominique\r\nBcc', 'Dominique Bcc'],
    ['an unseen space', 'Domi\u200bnique', 'Dominique'],
    ['a bidi override', '\u202eDominique', 'Dominique'],
    ['spaces around and doubled', '  Dominique   Petit ', 'Dominique Petit'],
    ['an apostrophe and accents', 'Maëlle L’Hôpital-Nuñez', 'Maëlle L’Hôpital-Nuñez'],
    ['another script, of one kind', 'Ольга', 'Ольга'],
  ])('with %s is refused or kept clean', async (_, displayName, expected) => {
    await save({ displayName: 'Avant' });
    await save({ displayName });
    expect(await kept(me)).toMatchObject({ displayName: expected ?? 'Avant' });
  });

  test('with a NUL or half a character is bad input', async () => {
    for (const displayName of ['Domi\0nique', 'Domi\ud800nique']) {
      expect((await save({ displayName })).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
    }
  });
});

test.each(['99', '', '9', '09 ', "09'; DROP TABLE account"])('académie %j is not one', async (academie) => {
  expect((await save({ academie })).data).toEqual(faults({ field: 'academie', code: 'UNKNOWN_ACADEMIE' }));
});

test('a role that is not in the list is bad input', async () => {
  for (const declaredRole of ['ADMIN', 'teacher', 'STAFF']) {
    expect((await save({ declaredRole })).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  }
});

test('under 18, a name stays a pseudonym', async () => {
  const minor = await account();
  await api.database.query("UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = $1", [
    minor.id,
  ]);
  expect((await save({ displayName: 'Renard' }, minor)).data).toEqual(
    faults({ field: 'isPseudonym', code: 'PSEUDONYM_REQUIRED' }),
  );
  expect((await save({ displayName: 'Renard', isPseudonym: true }, minor)).data).toMatchObject({
    saveProfile: { account: { displayName: 'Renard', isPseudonym: true } },
  });
});

test('suspended, one keeps the profile one has, and has it back with the account', async () => {
  const suspended = await account();
  const suspend = (at: Date | null) =>
    api.database.query('UPDATE account SET suspended_at = $2 WHERE id = $1', [suspended.id, at]);
  await suspend(new Date());
  expect((await save({}, suspended)).data).toEqual({
    saveProfile: { __typename: 'ProfileRefused', refusal: 'ACCOUNT_SUSPENDED', faults: [] },
  });
  expect(await kept(suspended)).toMatchObject({ displayName: 'Avant', academie: null });
  await suspend(null);
  expect((await save({}, suspended)).data).toMatchObject({ saveProfile: { account: profile } });
});
