import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';

const servicesQuery = graphql(`
  query SpeakingServices($first: Int!, $after: ID) {
    forumServices(first: $first, after: $after) {
      edges {
        node {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Service {
  readonly id: string;
  readonly name: string;
}

const servicesPage = async (after: string | null, signal: AbortSignal) =>
  (await execute(servicesQuery, { first: 100, after }, { signal })).forumServices;

async function allServices(signal: AbortSignal): Promise<readonly Service[]> {
  const services: Service[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo }: Awaited<ReturnType<typeof servicesPage>> = await servicesPage(after, signal);
    services.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return services;
}

export const SERVICES_KEY = ['speaking-services'];

/** The services in whose names one may write; asked for only where one may. */
export const useSpeakingServices = (isAsked = true) =>
  useQuery({ queryKey: SERVICES_KEY, queryFn: ({ signal }) => allServices(signal), enabled: isAsked });
