import { execute, graphql } from '@preau/graphql';
import { loadMarkdown } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { beginVisit } from '../reading/use-visit';

const topicQuery = graphql(`
  query DebateTopic($id: ID!, $official: Int!) {
    topic(id: $id) {
      id
      title
      status
      postCount
      slowSeconds
      isLocked
      isMine
      isFollowed
      lastReadAt
      unreadCount
      firstUnreadId
      consultation {
        slug
      }
      theme {
        id
        slug
        shortTitle
        accent
        pictogram
      }
      viewerCan {
        reply
        speakForService
        markSolved
        conclude
      }
      solvedPostId
      conclusion
      concludedBy {
        id
      }
      citations {
        postId
      }
      ...ManageTopic
      ...TopicNotices
      ...OfficialInTopic
      ...TopicBadges
      ...TopicOpening
      ...TopicConclusion
    }
  }
`);

/** Everything kept of one topic is under this key, so that a message that changes is changed wherever it stands. */
export const topicKey = (topicId: string) => ['debate', topicId] as const;

/** Answers of the institution that the head of a topic leads to. */
const OFFICIAL = 10;

/** A topic and its opening message. Null: there is none, or one that may not be seen. */
export const useTopic = (id: string) =>
  useQuery({
    queryKey: [...topicKey(id), 'topic'],
    queryFn: async ({ signal, client }) => {
      // What reads its messages is fetched meanwhile; each of them tries again if it cannot be.
      loadMarkdown().catch(() => undefined);
      const { topic } = await execute(topicQuery, { id, official: OFFICIAL }, { method: 'GET', signal });
      if (topic) beginVisit(client, topic);
      return topic;
    },
    // What one is reading does not move by itself.
    refetchOnWindowFocus: false,
  });

export type ShownTopic = NonNullable<ReturnType<typeof useTopic>['data']>;
