import { execute, graphql } from '@preau/graphql';

const auditEntriesQuery = graphql(`
  query AuditEntries($filter: AuditFilter, $first: Int, $after: ID) {
    auditEntries(filter: $filter, first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          ...AuditLine
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export interface AuditFilters {
  readonly action: string;
  /** Id of who did it. */
  readonly account: string;
  readonly object: string;
  /** Days. */
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: AuditFilters = { action: '', account: '', object: '', from: '', to: '' };
const PAGE_SIZE = 20;

export async function findEntries(filters: AuditFilters, after: string | null, signal: AbortSignal) {
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  return (await execute(auditEntriesQuery, { filter: given, first: PAGE_SIZE, after }, { signal }))
    .auditEntries;
}

/** The address of the same entries as a file. */
export function fileAddress(filters: AuditFilters): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')).toString();
  return `/exports/audit.csv${query ? `?${query}` : ''}`;
}
