import { expect } from '@jest/globals';
import { FakeProvider, type Misbehaviour, type TestApi } from '@preau/testing';
import { TestBrowser } from '../sign-in/test-browser';
import { count, startWith } from './test-providers';
import { destination, refusal, signInWith } from './test-sign-in';

/** Two providers that misbehave as they are told, and the browsers of those who meet them. */
export class Refusals {
  browser: TestBrowser;

  private constructor(
    readonly api: TestApi,
    readonly provider: FakeProvider,
    readonly other: FakeProvider,
  ) {
    this.browser = new TestBrowser(api);
  }

  static async start(): Promise<Refusals> {
    const [provider, other] = [await FakeProvider.start(), await FakeProvider.start()];
    const api = await startWith([
      provider.settings(),
      other.settings({ name: 'other' }),
      provider.settings({ name: 'signed', userinfo: 'signed' }),
      provider.settings({ name: 'strict', acceptedAcrs: ['eidas2', 'eidas3'] }),
    ]);
    return new Refusals(api, provider, other);
  }

  /** Before each test: a new browser, and nothing wrong yet. */
  async reset(): Promise<void> {
    this.browser = new TestBrowser(this.api);
    for (const one of [this.provider, this.other]) {
      one.misbehaviour = {};
      one.person = { sub: 'somebody', email: 'somebody@preau.test', email_verified: true };
      one.acr = 'eidas1';
    }
    await this.api.database.query('DELETE FROM pending_sign_in');
  }

  /** The refusal, once it is sure that nothing came of the answer and nothing was told but a code. */
  readonly refused = async (response: Response): Promise<string> => {
    expect(response.status).toBe(303);
    expect(await response.text()).toBe(`See Other. Redirecting to ${destination(response)}`);
    for (const table of ['account', 'session', 'pending_sign_in', 'provider_identity'])
      expect([table, await count(this.api, table)]).toEqual([table, 0]);
    return refusal(response);
  };

  readonly misbehaving = async (misbehaviour: Misbehaviour, name = 'fake'): Promise<string> => {
    this.provider.misbehaviour = misbehaviour;
    return this.refused(await signInWith(this.provider, this.browser, { name }));
  };

  async close(): Promise<void> {
    await this.api.close();
    await Promise.all([this.provider.close(), this.other.close()]);
  }
}
