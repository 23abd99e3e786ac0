import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { demoProvider } from './demo-provider';

let api: TestApi;
let cookies: Map<string, string>;

/** The site calls the provider by its public address: its port must be known before it starts. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` },
    others: [demoProvider],
  });
});
afterAll(() => api.close());
beforeEach(() => {
  cookies = new Map();
});

/** One request, as a browser makes it. */
async function go(url: string, form?: Record<string, string>): Promise<Response> {
  const response = await fetch(new URL(url, api.url), {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
  return response;
}
const next = (response: Response) => response.headers.get('location') ?? '';

/** Follows what a browser would follow; resolves with the address of the first page that is shown. */
async function follow(url: string, form?: Record<string, string>): Promise<string> {
  let at = url;
  let response = await go(at, form);
  while (next(response) && !/^\/(connexion|mon-espace|$)/.test(next(response))) {
    at = next(response);
    response = await go(at);
  }
  return next(response) || at;
}
const choose = async (person: string) => follow(await follow('/auth/demonstration'), { person });
const graphql = async (query: string) => {
  const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  const answer = await api.graphql(query, {}, { headers });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return answer.data;
};
const register = (name: string) =>
  graphql(
    `mutation { register(input: { age: ADULT, displayName: "${name}", isPseudonym: false, declaredRole: CITIZEN, charterVersion: "1.0" }) { __typename } }`,
  );

describe('the provider of the demonstration', () => {
  test('asks who one is, in French, and says that nobody there is real', async () => {
    const address = await follow('/auth/demonstration');
    expect(address).toMatch(/\/dev\/fournisseur\/choix\//);
    const page = await (await go(address)).text();
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('Ces personnes sont inventées');
    expect(page.match(/<button name="person"/g)).toHaveLength(3);
    const style = await go('/dev/fournisseur/style.css');
    expect(style.headers.get('content-type')).toMatch(/^text\/css/);
  });

  test.each([
    ['agente', { email: 'ines.caron@collectivite.preau.test', proposedName: 'Inès Caron' }],
    ['enseignant', { email: 'karim.haddad@college.preau.test', proposedName: 'Karim Haddad' }],
    ['eleve', { email: null, proposedName: null }],
  ])('proves who one is to the site: %s', async (person, proved) => {
    expect(await choose(person)).toBe('/connexion/compte');
    expect(await graphql('{ pendingSignIn { email proposedName } }')).toEqual({ pendingSignIn: proved });
  });

  test('vouches for two factors and for a profession, and knows one again', async () => {
    await choose('agente');
    await register('Inès Caron');
    expect(await choose('enseignant')).toBe('/connexion/compte');
    await register('Karim Haddad');
    expect(await graphql('{ me { displayName roles } }')).toEqual({
      me: { displayName: 'Karim Haddad', roles: ['TEACHER'] },
    });
    expect(await choose('agente')).toBe('/mon-espace');
    expect(await graphql('{ me { displayName roles } }')).toEqual({
      me: { displayName: 'Inès Caron', roles: [] },
    });
    expect(
      await api.database.query('SELECT second_factor_at IS NOT NULL AS factor, provider FROM session'),
    ).toEqual([{ factor: true, provider: 'demonstration' }]);
  });

  test('lets one go back without choosing', async () => {
    expect(await choose('')).toMatch(/^\/connexion\?refus=CANCELLED&/);
  });

  test('says in French that a page no longer serves', async () => {
    for (const [path, form] of [
      ['/dev/fournisseur/choix/rien', { person: 'agente' }],
      ['/dev/fournisseur/auth?client_id=personne', undefined],
    ] as const) {
      const response = await go(path, form);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('Cette demande ne sert plus');
    }
  });
});

test('a server that is not a demonstration has no such provider, nor the code of one', async () => {
  const real = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { EMBEDDED: 'false', SECOND_FACTOR: 'true', PUBLIC_URL: 'https://preau.example.org' },
    others: [demoProvider],
  });
  for (const path of ['/.well-known/openid-configuration', '/style.css', '/choix/a'])
    expect((await fetch(`${real.url}/dev/fournisseur${path}`)).status).toBe(404);
  expect((await real.graphql('{ identityProviders { name } }')).data).toEqual({ identityProviders: [] });
  await real.close();
});
