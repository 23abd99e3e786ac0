import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

export interface Listening {
  readonly values: unknown[];
  /** Resolves with how the subscription ended: `complete`, a refusal's code, or the close code of the socket. */
  readonly ended: Promise<string | number>;
  /** Resolves once `count` values have come. */
  came(count: number): Promise<unknown[]>;
  stop(): Promise<void>;
}

/** Subscribes over a socket of its own. */
export function listen(
  url: string,
  headers: Record<string, string>,
  query: string,
  variables: Record<string, unknown> = {},
): Listening {
  const values: unknown[] = [];
  const waiting: { count: number; resolve: (values: unknown[]) => void }[] = [];
  let end: (how: string | number) => void = () => undefined;
  const ended = new Promise<string | number>((resolve) => {
    end = resolve;
  });
  const client: Client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers });
      }
    },
    retryAttempts: 0,
    lazyCloseTimeout: 0,
  });
  client.subscribe(
    { query, variables },
    {
      next(value) {
        const [refusal] = value.errors ?? [];
        if (refusal) {
          end(String(refusal.extensions?.['code']));
          return;
        }
        values.push(value.data);
        for (const { count, resolve } of waiting) if (values.length >= count) resolve(values);
      },
      error(error) {
        if (Array.isArray(error)) {
          const [first] = error as { extensions?: { code?: string } }[];
          end(first?.extensions?.code ?? 'error');
        } else end((error as { code?: number }).code ?? String((error as Error).message));
      },
      complete() {
        end('complete');
      },
    },
  );
  return {
    values,
    ended,
    came: (count) =>
      values.length >= count
        ? Promise.resolve(values)
        : new Promise((resolve) => {
            waiting.push({ count, resolve });
          }),
    stop: async () => client.dispose(),
  };
}

/** How a server answers an upgrade it refuses. */
export function upgradeStatus(url: string, path: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
  return new Promise((resolve) => {
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('error', () => undefined);
  });
}
