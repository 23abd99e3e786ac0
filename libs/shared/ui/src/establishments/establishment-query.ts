import { execute, graphql } from '@preau/graphql';

/** A phone’s two screens. */
const PAGE = 10;

const FindEstablishments = graphql(`
  query FindEstablishments($search: String!, $first: Int!, $after: String) {
    establishments(search: $search, first: $first, after: $after) {
      totalCount
      edges {
        node {
          uai
          name
          commune
          departement
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const NameEstablishment = graphql(`
  query NameEstablishment($uai: ID!) {
    establishment(uai: $uai) {
      uai
      name
      commune
      departement
    }
  }
`);

export interface FoundEstablishment {
  readonly uai: string;
  readonly name: string;
  readonly commune: string;
  readonly departement: string;
}

export interface FoundPage {
  readonly establishments: readonly FoundEstablishment[];
  /** Null when there are more than anybody would read. */
  readonly total: number | null;
  readonly next: string | null;
}

/** Those seen on this page: what was chosen is told by its name when it is read again. */
const seen = new Map<string, FoundEstablishment>();
const remember = <T extends FoundEstablishment | null>(found: T): T => {
  if (found) seen.set(found.uai, found);
  return found;
};

/** The name of an establishment met since the page was loaded; else its number. */
export function establishmentName(uai: string): string {
  const found = seen.get(uai);
  return found ? describe(found) : uai;
}

export async function findEstablishments(search: string, after: string | null): Promise<FoundPage> {
  const { establishments } = await execute(FindEstablishments, { search, first: PAGE, after });
  const { edges, pageInfo, totalCount } = establishments;
  return {
    establishments: edges.map(({ node }) => remember(node)),
    total: totalCount ?? null,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

/** The establishment of a number; null when the directory does not have it. */
export const nameEstablishment = async (uai: string): Promise<FoundEstablishment | null> =>
  remember((await execute(NameEstablishment, { uai }, { method: 'GET' })).establishment);

export const describe = ({ name, commune, departement }: FoundEstablishment) =>
  `${name}, ${commune} (${departement})`;
