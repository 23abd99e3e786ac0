import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { MAX_TOKENS, limits } from '../graphql-limits';
import type { PersistedDocuments } from '../persisted-documents';

const fault = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });

/** Documents read lately, by their text: ten thousand readers of one page send the same one. */
const KEPT_MAX = 200;
const kept = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();

/**
 * The document of a subscription, sent as text or by its hash (`extensions.documentId`), within the limits of any other.
 * Queries and mutations go over HTTP, where their size, origin and cost are looked at one by one.
 */
export function subscriptionDocument(
  schema: GraphQLSchema,
  documents: PersistedDocuments,
  trustedOnly: boolean,
  { query, operationName, extensions }: SubscribePayload,
): DocumentNode | GraphQLError {
  const id = extensions?.['documentId'];
  if (typeof id !== 'string' && trustedOnly)
    return fault('Seuls les documents publiés avec le site sont acceptés.');
  const text = typeof id === 'string' ? documents.textOf(id) : query;
  if (text === undefined) return fault('Document inconnu : rechargez la page.');
  const known = kept.get(schema)?.get(text);
  if (known && operationName === undefined) return known;
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: MAX_TOKENS });
  } catch {
    return fault('Ce document ne se lit pas.');
  }
  const operation = getOperationAST(document, operationName ?? undefined);
  if (operation?.operation !== 'subscription') return fault('Seuls les abonnements passent par ici.');
  const [first] = validate(schema, document, [...specifiedRules, ...limits.validationRules]);
  if (first) return fault(first.message.replace(/ ?Did you mean.*$/s, ''));
  keep(schema, text, document);
  return document;
}

function keep(schema: GraphQLSchema, text: string, document: DocumentNode) {
  const documents = kept.get(schema) ?? new Map<string, DocumentNode>();
  kept.set(schema, documents);
  const [oldest] = documents.keys();
  if (documents.size >= KEPT_MAX && oldest !== undefined) documents.delete(oldest);
  documents.set(text, document);
}
