import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

interface Known {
  times: number;
  compiled: CompiledQuery | null;
}

/**
 * Answers queries that come again and again with code made for each (`graphql-jit`): walking a document field by field is
 * half of what a page of messages costs. Compiling takes some milliseconds, worth it from the `after`th time on. What it finds wrong with a request is left to the usual execution to say.
 */
export function compiledQueries(
  after: number,
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<BaseContext> {
  // Apollo keeps the parsed documents that are asked for most: what is compiled goes with them.
  const documents = new WeakMap<DocumentNode, Known>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, schema, contextValue, request, response }) {
          if (operation.operation !== OperationTypeNode.QUERY) return null;
          let known = documents.get(document);
          if (!known) documents.set(document, (known = { times: 0, compiled: null }));
          known.times += 1;
          if (known.times < after) return null;
          if (known.times === after) {
            const compiled = compileQuery(schema, document, operation.name?.value ?? '');
            known.compiled = isCompiledQuery(compiled) ? compiled : null;
          }
          if (!known.compiled) return null;
          const { data, errors } = await known.compiled.query(
            undefined,
            contextValue,
            request.variables ?? {},
          );
          // Nothing was resolved: the request itself is at fault.
          if (data === undefined) return null;
          const told = errors?.map(whole).map((error) => format(error.toJSON(), error));
          return {
            http: response.http,
            body: { kind: 'single', singleResult: { ...(told && { errors: told }), data } },
          };
        },
      };
    },
  };
}

const whole = (error: GraphQLFormattedError | GraphQLError): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message, error);
