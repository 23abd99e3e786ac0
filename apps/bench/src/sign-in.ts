import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const STAFF = 'ministere@preau.test';

/** Signs in as a person of the ministry would, by the mail. Returns the cookie to send. */
export async function signInAsStaff(port: number, mailFolder: string): Promise<string> {
  const known = new Set(readdirSync(mailFolder));
  const asked = await graphql(
    port,
    'mutation ($email: String!) { requestSignIn(email: $email) { expiresInMinutes } }',
    { email: STAFF },
  );
  // The link opens a session in the browser that asked for it.
  const browser = asked.headers.get('set-cookie')?.split(';')[0] ?? '';
  const token = await mailedToken(mailFolder, known);
  const response = await graphql(
    port,
    'mutation ($token: String) { confirmSignIn(token: $token) { __typename } }',
    { token },
    browser,
  );
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`no session: ${await response.text()}`);
  return cookie;
}

async function mailedToken(folder: string, known: ReadonlySet<string>): Promise<string> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.eml') && !known.has(file))) {
      const text = readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, '');
      const token = /confirmer#([\w-]+)/.exec(text)?.[1];
      if (token) return token;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the sign-in mail did not arrive');
}

function graphql(port: number, query: string, variables: object, cookie = ''): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify({ query, variables }),
  });
}
