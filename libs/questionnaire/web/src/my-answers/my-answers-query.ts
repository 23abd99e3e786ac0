import { execute, graphql, readFragment, type FragmentType } from '@preau/graphql';
import { infiniteQueryOptions } from '@tanstack/react-query';

const PAGE = 20;

export const keptAnswerFragment = graphql(`
  fragment KeptAnswerParts on KeptAnswer {
    id
    savedAt
    isLinked
    receipt {
      code
      submittedOn
    }
    questionnaire {
      slug
      title
      closesAt
      viewerCan {
        answer
      }
      consultation {
        slug
        title
      }
    }
  }
`);

const MyAnswers = graphql(`
  query MyAnswers($first: Int!, $after: String) {
    myAnswers(first: $first, after: $after) {
      edges {
        cursor
        node {
          ...KeptAnswerParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const LinkResponse = graphql(`
  mutation LinkResponse($code: String!) {
    linkResponse(code: $code) {
      __typename
      ... on ResponseLinked {
        answer {
          ...KeptAnswerParts
        }
      }
      ... on LinkRefused {
        refusal: code
      }
    }
  }
`);

const UnlinkResponse = graphql(`
  mutation UnlinkResponse($code: String!) {
    unlinkResponse(code: $code)
  }
`);

export const readKept = (node: FragmentType<typeof keptAnswerFragment>) =>
  readFragment(keptAnswerFragment, node);
export type KeptAnswer = ReturnType<typeof readKept>;

export const myAnswersQuery = infiniteQueryOptions({
  queryKey: ['my-answers'],
  queryFn: async ({ pageParam, signal }) => {
    const { myAnswers } = await execute(MyAnswers, { first: PAGE, after: pageParam }, { signal });
    return { nodes: myAnswers.edges.map(({ node }) => readKept(node)), pageInfo: myAnswers.pageInfo };
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  // A draft moves on elsewhere: the list is read again at each visit.
  staleTime: 0,
});

export const linkResponse = async (code: string) => (await execute(LinkResponse, { code })).linkResponse;
export type LinkOutcome = Awaited<ReturnType<typeof linkResponse>>;
export type LinkRefusal = Extract<LinkOutcome, { __typename: 'LinkRefused' }>['refusal'];

export const unlinkResponse = (code: string) => execute(UnlinkResponse, { code });
