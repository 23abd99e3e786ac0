import type { TypedDocumentString } from './generated/graphql';
import { isPresent } from './presence';

/** The server refused or failed: `code` is one of BAD_INPUT, UNAUTHENTICATED, NOT_FOUND, RATE_LIMITED, INTERNAL, or OFFLINE. */
export class GraphQLFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Options {
  /** Public queries that hold no secret go as plain GETs, which the server answers from its cache. */
  readonly method?: 'GET' | 'POST';
  readonly signal?: AbortSignal;
  /** The site's own doing, not the person's: it does not keep their session open. So is whatever is sent while nobody is there. */
  readonly background?: boolean;
}

/** Sends one operation by the hash of its document. Throws `GraphQLFailure`; expected refusals are in the data. */
export async function execute<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { method = 'POST', signal, background = !isPresent() }: Options = {},
): Promise<Result> {
  const documentId = document.__meta__?.['hash'];
  const request = { documentId, variables };
  const get = `?documentId=${String(documentId)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
  let response: Response;
  try {
    response = await fetch(`/graphql${method === 'GET' ? get : ''}`, {
      method,
      signal: signal ?? null,
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        'apollo-require-preflight': '1',
        ...(background ? { 'preau-background': '1' } : {}),
      },
      body: method === 'POST' ? JSON.stringify(request) : null,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new GraphQLFailure('OFFLINE', 'Pas de connexion au serveur.');
  }
  const body = (await response.json().catch(() => null)) as {
    data?: Result;
    errors?: { message: string; extensions?: { code?: string } }[];
  } | null;
  const error = body?.errors?.[0];
  if (error) throw new GraphQLFailure(error.extensions?.code ?? 'INTERNAL', error.message);
  if (!body?.data) throw new GraphQLFailure('INTERNAL', 'La réponse du serveur est illisible.');
  return body.data;
}
