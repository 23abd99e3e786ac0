import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { formatNumber } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { messageId } from '../message/message-id';
import { nameOf, ofName, readPost, type ShownPost } from '../message/post-fields';
import { useAddPosts } from '../thread/use-added';
import { useTopicContext } from '../topic/topic-context';

const repliesQuery = graphql(`
  query MoreReplies($id: ID!, $first: Int!, $after: ID) {
    post(id: $id) {
      id
      replies(first: $first, after: $after) {
        edges {
          node {
            ...PostFields
            isMuted
          }
        }
        pageInfo {
          endCursor
        }
      }
    }
  }
`);

const PAGE = 20;

interface MoreRepliesProps {
  readonly post: ShownPost;
  readonly shown: number;
}

/** The answers to a message that are not loaded yet, on demand. */
export function MoreReplies({ post, shown }: MoreRepliesProps) {
  const { topicId, arriving } = useTopicContext();
  const addPosts = useAddPosts(topicId);
  const more = useMutation({
    mutationFn: async (after: string | null) =>
      (await execute(repliesQuery, { id: post.id, first: PAGE, after }, { method: 'GET' })).post?.replies,
    onSuccess: (replies) => {
      const posts = replies?.edges.map(({ node }) => node) ?? [];
      const first = posts.map(readPost).find(({ id }) => document.getElementById(messageId(id)) === null);
      if (first) arriving.current = first.id;
      addPosts(posts);
    },
  });
  const left = post.replyCount - shown;
  if (left <= 0) return null;
  const next = Math.min(PAGE, left);
  return (
    <>
      <Button
        priority="tertiary no outline"
        size="small"
        iconId="fr-icon-arrow-down-s-line"
        disabled={more.isPending}
        onClick={() => {
          more.mutate(more.data?.pageInfo.endCursor ?? null);
        }}
      >
        {next === 1 ? 'Afficher la réponse' : `Afficher ${formatNumber(next)} réponses`}
        <span className="fr-sr-only">{` au message ${ofName(nameOf(post))}`}</span>
      </Button>
      <p role="alert">{more.isError ? 'Ces réponses n’ont pas pu être lues. Réessayez.' : ''}</p>
    </>
  );
}
