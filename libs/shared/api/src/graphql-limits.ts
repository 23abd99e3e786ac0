import { ApolloArmor } from '@escape.tech/graphql-armor';

/** Tokens of a document; beyond, it is not even parsed. */
export const MAX_TOKENS = 3_000;

/** What any document may ask at most, sent over HTTP or a socket. */
export const limits = new ApolloArmor({
  maxDepth: { n: 12, exposeLimits: false },
  maxAliases: { n: 30, exposeLimits: false },
  maxDirectives: { n: 20, exposeLimits: false },
  maxTokens: { n: MAX_TOKENS, exposeLimits: false },
  costLimit: { maxCost: 20_000, exposeLimits: false },
  blockFieldSuggestion: { enabled: true },
}).protect();
