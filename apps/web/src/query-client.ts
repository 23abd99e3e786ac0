import { GraphQLFailure } from '@preau/graphql';
import { QueryClient } from '@tanstack/react-query';

/** A refusal will be the same the second time; a lost connection or a server starting again may not. */
const mayPass = (error: unknown) =>
  error instanceof GraphQLFailure && (error.code === 'OFFLINE' || error.code === 'INTERNAL');

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Try even when the browser believes itself offline: failing with a sentence beats waiting without one.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && mayPass(error),
      },
      mutations: { networkMode: 'always' },
    },
  });
}
