import type { Client } from 'graphql-ws';
import type { TypedDocumentString } from './generated/graphql';

const LONGEST_PAUSE_MS = 60_000;
/** The server says by 44xx that connecting again will not help: the session has ended, or is not one. */
const isFinal = (code: number) => code >= 4_400 && code < 4_500;
/** The one of them that says that the session has ended. */
const SESSION_ENDED = 4_401;

let client: Promise<Client> | null = null;
const sessionEnds = new Set<() => void>();
/** Subscriptions that ended with their session, and how each begins again. */
const cut = new Set<() => void>();

/** Calls `onEnd` each time the server says that the session the page was opened with has ended, until what it returns is called. */
export function onSessionEnd(onEnd: () => void): () => void {
  sessionEnds.add(onEnd);
  return () => {
    sessionEnds.delete(onEnd);
  };
}

/** Begins again what ended with a session, in the one that has taken its place. */
export function resumeSubscriptions(): void {
  const again = [...cut];
  cut.clear();
  for (const begin of again) begin();
}

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
      on: {
        closed: (event) => {
          if (!(event instanceof CloseEvent) || event.code !== SESSION_ENDED) return;
          for (const tell of sessionEnds) tell();
        },
      },
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
  const begin = () => {
    socket().then(
      (opened) => {
        if (isStopped) return;
        end = opened.subscribe<Result>(
          { query: '', variables, extensions: { documentId } },
          {
            next: ({ data }) => {
              if (data) onValue(data);
            },
            error: () => cut.add(begin),
            complete: () => undefined,
          },
        );
      },
      () => {
        client = null;
      },
    );
  };
  begin();
  return () => {
    isStopped = true;
    cut.delete(begin);
    end();
  };
}
