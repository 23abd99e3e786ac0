import {
  createSourceEventStream,
  execute,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { ActingRequest } from '../access';

type Results = Map<DocumentNode, Map<string, ExecutionResult | Promise<ExecutionResult>>>;

/** What visitors are told of one piece of news, by document and variables; it goes with the news. */
const told = new WeakMap<object, Results>();

/**
 * Subscribes as graphql-js does, but for visitors: a piece of news that is one and the same object for many of them is worked
 * out once, however many listen with the same document and variables.
 */
export async function subscribeTogether(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const news = source[Symbol.asyncIterator]();
  const resultOf = isVisitor(args)
    ? sharedResult(args)
    : (rootValue: unknown) => execute({ ...args, rootValue });
  const results: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const { done, value } = await news.next();
      return done ? { done, value: undefined } : { done: false, value: await resultOf(value) };
    },
    async return() {
      await news.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

const isVisitor = ({ contextValue }: ExecutionArgs) =>
  (contextValue as { req: ActingRequest }).req.actor?.kind === 'visitor';

function sharedResult(args: ExecutionArgs) {
  const key = JSON.stringify([args.operationName, args.variableValues]);
  return (rootValue: unknown) => {
    if (typeof rootValue !== 'object' || rootValue === null) return execute({ ...args, rootValue });
    const results: Results = told.get(rootValue) ?? new Map();
    told.set(rootValue, results);
    const ofDocument =
      results.get(args.document) ?? new Map<string, ExecutionResult | Promise<ExecutionResult>>();
    results.set(args.document, ofDocument);
    const known = ofDocument.get(key);
    if (known) return known;
    const result = execute({ ...args, rootValue });
    ofDocument.set(key, result);
    return result;
  };
}
