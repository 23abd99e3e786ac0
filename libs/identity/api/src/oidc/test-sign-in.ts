import type { FakeProvider } from '@preau/testing';
import type { TestBrowser } from '../sign-in/test-browser';

/** Where an answer leads. */
export const destination = (response: Response): string => response.headers.get('location') ?? '';

/** The refusal the sign-in page is asked to say; empty when it is none. */
export const refusal = (response: Response): string =>
  /^\/connexion\?refus=([A-Z_]+)&reference=[\w-]{8}$/.exec(destination(response))?.[1] ?? '';

/** Presses the button of the sign-in page; resolves with the provider's address one is sent to. */
export async function leave(browser: TestBrowser, name = 'fake', returnTo?: string): Promise<string> {
  const query = returnTo === undefined ? '' : `?return_to=${encodeURIComponent(returnTo)}`;
  return destination(await browser.get(`/auth/${name}${query}`));
}

/** The whole way to the provider and back. */
export async function signInWith(
  provider: FakeProvider,
  browser: TestBrowser,
  {
    name = 'fake',
    returnTo,
    changes,
  }: { name?: string; returnTo?: string; changes?: Record<string, string | null> } = {},
): Promise<Response> {
  return browser.get(provider.signIn(await leave(browser, name, returnTo), changes));
}
