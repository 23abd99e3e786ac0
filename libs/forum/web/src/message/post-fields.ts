import { graphql, readFragment, type FragmentType } from '@preau/graphql';

/** Everything of a message that a thread shows. What changes one answers with the same, so that it takes its place. */
export const postFields = graphql(`
  fragment PostFields on Post {
    id
    topicId
    parentId
    branchId
    depth
    status
    stance
    isProposition
    body
    createdAt
    editedAt
    revisionCount
    replyCount
    branchCount
    supports
    isSupported
    isMine
    author {
      id
      name
      kind
      isVerifiedTeacher
    }
    official {
      id
      name
    }
    viewerCan {
      reply
      edit
      delete
      support
    }
  }
`);

export type PostFragment = FragmentType<typeof postFields>;

export const readPost = (fragment: PostFragment) => readFragment(postFields, fragment);
export type ShownPost = ReturnType<typeof readPost>;

/** Whose message it is, in words: a service, a person, or nobody any more. */
export const nameOf = ({ official, author }: Pick<ShownPost, 'official' | 'author'>): string =>
  official?.name ?? author?.name ?? 'un message supprimé';

/** « de Camille », « d’Ali ». */
export const ofName = (name: string): string =>
  /^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`;
