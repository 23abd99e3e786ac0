import type { ApolloServerPlugin, BaseContext, GraphQLResponse } from '@apollo/server';
import { GraphQLError, Kind, visit, type DocumentNode } from 'graphql';
import { isStorableText } from '@preau/shared-domain';
import { CACHE_SECONDS_HEADER } from './response-cache';
import type { Operations } from './operations';

/** Values of these scalars are judged by the domain that receives them, which can name the question at fault. */
const JUDGED_BY_DOMAIN = 'answers';

/** Refuses text PostgreSQL cannot keep, by the field's name, and marks public answers that may be served to all. */
export function framePlugin(operations: Operations): ApolloServerPlugin<BaseContext> {
  // The parsed documents of the web client are kept by Apollo: each is looked through once.
  const storable = new WeakSet<DocumentNode>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document }) {
          refuseUnstorable(request.variables ?? {}, []);
          if (storable.has(document)) return;
          visit(document, {
            [Kind.STRING](node) {
              if (!isStorableText(node.value)) throw unstorable('requête');
            },
          });
          storable.add(document);
        },
        async willSendResponse({ operation, response }) {
          response.http.headers.set('cache-control', 'no-store');
          if (hasErrors(response.body) || operation?.operation !== 'query') return;
          const ages = operation.selectionSet.selections.map((selection) =>
            selection.kind === Kind.FIELD && selection.name.value !== '__typename'
              ? (operations.all().get(`Query.${selection.name.value}`)?.cacheSeconds ?? 0)
              : 0,
          );
          const seconds = Math.min(...ages);
          if (seconds > 0) response.http.headers.set(CACHE_SECONDS_HEADER, String(seconds));
        },
      };
    },
  };
}

const hasErrors = (body: GraphQLResponse['body']) =>
  body.kind !== 'single' || body.singleResult.errors !== undefined;

function unstorable(where: string) {
  return new GraphQLError(`Le champ « ${where} » contient un caractère interdit.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Refuses text PostgreSQL cannot keep among the variables of a request. */
export function refuseUnstorable(value: unknown, path: readonly string[]) {
  if (typeof value === 'string') {
    if (!isStorableText(value)) throw unstorable(path.join('.'));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key !== JUDGED_BY_DOMAIN) refuseUnstorable(inner, [...path, key]);
    }
  }
}
