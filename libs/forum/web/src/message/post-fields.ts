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
    images {
      id
      alt
      width
      height
      isHeld
    }
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

/** Whether one muted its author is asked beside it where messages are read: what arrives live does not know who reads. */
interface Muting {
  readonly isMuted?: boolean | undefined;
}

export type PostFragment = FragmentType<typeof postFields> & Muting;
export type ShownPost = ReturnType<typeof readFields> & Muting;

const readFields = (fragment: PostFragment) => readFragment(postFields, fragment);
export const readPost = (fragment: PostFragment): ShownPost => readFields(fragment);

/** Whose message it is, in words: a service, a person, or nobody any more. */
export const nameOf = ({ official, author }: Pick<ShownPost, 'official' | 'author'>): string =>
  official?.name ?? author?.name ?? 'un message supprimé';

/** « de Camille », « d’Ali ». */
export const ofName = (name: string): string =>
  /^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`;
