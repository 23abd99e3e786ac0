import type { Client } from 'graphql-ws';
import type { TypedDocumentString } from './generated/graphql';

const LONGEST_PAUSE_MS = 60_000;
/** The server says by 44xx that connecting again will not help: the session has ended, or is not one. */
const isFinal = (code: number) => code >= 4_400 && code < 4_500;

let client: Promise<Client> | null = null;

/** One socket for all subscriptions of the page, opened with the first one; its code is loaded then. */
function socket(): Promise<Client> {
  client ??= import('graphql-ws').then(({ createClient }) =>
    createClient({
      url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
      retryAttempts: Number.POSITIVE_INFINITY,
      // Doubled each time, and never at the same moment as everybody else after a restart.
      retryWait: (tries) =>
        new Promise((resolve) => {
          setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** tries) * (0.5 + Math.random()));
        }),
      shouldRetry: (event) => !(event instanceof CloseEvent && isFinal(event.code)),
      lazyCloseTimeout: 5_000,
    }),
  );
  return client;
}

/**
 * Calls `onValue` each time the server has something new, until what it returns is called. What is live is a comfort: when
 * it cannot be, nothing is said, and the page works as it does without.
 */
export function subscribe<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  onValue: (value: Result) => void,
): () => void {
  let isStopped = false;
  let end = () => undefined as unknown;
  const documentId = document.__meta__?.['hash'];
  socket().then(
    (opened) => {
      if (isStopped) return;
      end = opened.subscribe<Result>(
        { query: '', variables, extensions: { documentId } },
        {
          next: ({ data }) => {
            if (data) onValue(data);
          },
          error: () => undefined,
          complete: () => undefined,
        },
      );
    },
    () => {
      client = null;
    },
  );
  return () => {
    isStopped = true;
    end();
  };
}
