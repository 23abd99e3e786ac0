import { FakeProvider, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';

export const PUBLIC_URL = 'http://localhost:3000';

/** An API that knows a provider of identities under these settings. */
export const startWith = (providers: readonly unknown[]): Promise<TestApi> =>
  startTestApi([IdentityApiModule], {
    identity: true,
    settings: { OIDC_PROVIDERS: JSON.stringify(providers), PUBLIC_URL },
  });

/** One provider under four names, as deployments set them up: any, a directory whose word is trusted, agents, pupils. */
export async function startProviders(): Promise<{ api: TestApi; provider: FakeProvider }> {
  const provider = await FakeProvider.start();
  const api = await startWith([
    provider.settings(),
    provider.settings({ name: 'trusted', label: 'un annuaire', trustEmail: true }),
    provider.settings({
      name: 'agents',
      label: 'ProConnect',
      preset: 'proconnect',
      userinfo: 'signed',
      teacherClaim: { name: 'fonction', values: ['ENS'] },
    }),
    provider.settings({ name: 'schools', label: 'ÉduConnect', preset: 'educonnect', userinfo: 'none' }),
  ]);
  return { api, provider };
}

/** What a new account answers. */
export const ADULT = {
  age: 'ADULT',
  displayName: 'Nadia Benali',
  isPseudonym: false,
  declaredRole: 'TEACHER',
  charterVersion: '1.0',
};

export const count = async ({ database }: TestApi, table: string) =>
  (await database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;
