import { listen } from '@preau/testing';
import { document } from './document';
import { writeSomething } from './news';
import type { Outcome } from './expected';
import type { Scene } from './stage';

/** The variables of a GraphQL operation, or the address of a route, after its method when it is not GET. */
export type Request = object | string;

/** Sends an operation and says what came of it. */
export async function outcome(scene: Scene, operation: string, request: Request): Promise<Outcome> {
  if (typeof request === 'string') return overHttp(scene, request);
  return operation.startsWith('Subscription.')
    ? overSocket(scene, operation, request)
    : overGraphql(scene, operation, request);
}

async function overHttp({ api, headers }: Scene, request: string): Promise<Outcome> {
  const [path = '', method = 'GET'] = request.split(' ').reverse();
  const response = await fetch(api.url + path, { method, headers, redirect: 'manual' });
  if (response.status >= 300 && response.status < 400) return `→ ${destination(response)}`;
  if (response.status < 400) {
    await response.arrayBuffer();
    return 'ALLOWED';
  }
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return body.errors?.[0]?.extensions.code ?? String(response.status);
}

const destination = (response: Response) =>
  new URL(response.headers.get('location') ?? '', 'http://site').pathname;

async function overGraphql({ api, headers }: Scene, operation: string, variables: object): Promise<Outcome> {
  const { data, errors } = await api.graphql(document(operation), { ...variables }, { headers });
  if (errors?.[0]) {
    const { code } = errors[0].extensions;
    return code === 'INTERNAL' ? `INTERNAL: ${errors[0].message}` : code;
  }
  return outcomeOf(data ? Object.values(data)[0] : null);
}

/** What makes a subscription say something that says nothing at first. */
const NEWS: Readonly<Record<string, (scene: Scene, variables: object) => Promise<unknown>>> = {
  'Subscription.postAdded': writeSomething,
};

/** A subscription is allowed once its first value has come. */
async function overSocket(scene: Scene, operation: string, variables: object): Promise<Outcome> {
  const { api, headers } = scene;
  const listening = listen(api.url, { ...headers }, document(operation), { ...variables });
  const first = listening.came(1).then(() => 'ALLOWED');
  const news = setInterval(() => void NEWS[operation]?.(scene, variables), 50);
  const found = String(await Promise.race([first, listening.ended]));
  clearInterval(news);
  await listening.stop();
  return found;
}

function outcomeOf(value: unknown): Outcome {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return 'ALLOWED';
  const list: unknown = 'edges' in value ? value.edges : value;
  if (Array.isArray(list)) return list.length > 0 ? 'ALLOWED' : 'EMPTY';
  const { __typename: type = '', refusal } = value as { __typename?: string; refusal?: string };
  if (!type.endsWith('Refused')) return 'ALLOWED';
  return refusal ? `REFUSED:${refusal}` : 'REFUSED';
}
