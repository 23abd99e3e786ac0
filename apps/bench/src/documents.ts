import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

/** What the bench asks: the same fields as the site's own pages. */
export const documents = {
  submit: `mutation ($input: SubmitResponseInput!) {
    submitResponse(input: $input) { __typename ... on ResponseReceipt { id code submittedOn digest } ... on ResponseRefused { refusal: code } }
  }`,
  questionnaire: `query ($consultation: String!, $slug: String!) {
    questionnaire(consultation: $consultation, slug: $slug) {
      id slug title status version definition opensAt closesAt responseCount viewerCan { answer preview manage export }
    }
  }`,
  consultation: `query ($slug: String!) {
    consultation(slug: $slug) {
      id slug title summary presentation opensAt closesAt phase daysLeft demonstrationNote report
      participation { responses posts events asOf }
      themes { id slug position title shortTitle summary accent pictogram }
      partners { id name }
      questionnaires { id slug title status opensAt closesAt }
    }
  }`,
  topic: `query ($id: ID!, $first: Int, $after: ID, $from: ID) {
    topic(id: $id) {
      id title body status createdAt editedAt activeAt postCount supports isSupported isMine isPinned isLocked
      theme { id slug shortTitle accent pictogram }
      author { id name kind isVerifiedTeacher } official { id name }
      viewerCan { reply edit delete support }
      posts(first: $first, after: $after, from: $from) {
        edges { cursor node {
          id parentId depth status stance isProposition body createdAt editedAt replyCount branchCount supports
          isSupported isMine author { id name kind isVerifiedTeacher } official { id name }
          viewerCan { reply edit delete support }
        } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  topics: `query ($consultation: String!) {
    topics(consultation: $consultation, first: 20) {
      edges { cursor node { id title body postCount supports activeAt isPinned isLocked theme { slug } author { name kind } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  reply: `mutation ($input: ReplyToTopicInput!) {
    replyToTopic(input: $input) {
      __typename
      ... on ReplyPosted { post { id parentId depth status body createdAt author { name } viewerCan { edit delete } } }
      ... on PostingRefused { code retryAt }
    }
  }`,
  search: `query ($query: String!, $consultation: String, $kind: [SearchKind!], $from: String, $to: String, $order: SearchOrder, $first: Int) {
    search(query: $query, consultation: $consultation, kind: $kind, from: $from, to: $to, order: $order, first: $first) {
      __typename
      ... on SearchRefused { code }
      ... on SearchResults {
        total isCapped
        edges { node { kind id path at academie theme { shortTitle accent } titleParts { text isMatch } excerpt { text isMatch } } }
        pageInfo { hasNextPage endCursor }
        facets { kind { value count } theme { value label count } academie { value count } year { value count } }
        correction { query isApplied }
      }
    }
  }`,
  beginRound: `mutation ($kind: SearchKind!) {
    beginSearchRound(kind: $kind, isCheck: false) {
      ... on SearchRoundStarted { round { id } }
      ... on SearchRoundRefused { code }
    }
  }`,
  postAdded: `subscription ($topicId: ID!) { postAdded(topicId: $topicId) { id parentId author { name } createdAt } }`,
  results: `query ($id: ID!, $by: String, $section: String, $exact: Boolean) {
    results(questionnaireId: $id, by: $by, section: $section, exact: $exact) {
      total asOf exact suppressed refused
      questions { ...Q }
      groups { code label total questions { ...Q } }
    }
  }
  fragment Q on QuestionResult {
    code kind label section answered shown mean suppressed
    options { code label count share mean }
    rows { code label options { code label count share } }
  }`,
} as const;

export type DocumentName = keyof typeof documents;

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** Writes them where the API reads the documents it trusts. */
export function writeDocuments(file: string): void {
  const entries = Object.values(documents).map((text) => [idOf(text), text]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(entries)));
}

export function postBody(name: DocumentName, variables: unknown): string {
  return JSON.stringify({ documentId: idOf(documents[name]), variables });
}

export function getPath(name: DocumentName, variables: unknown): string {
  return `/graphql?documentId=${idOf(documents[name])}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
}
