import '../forum.css';
import { Failure, Loading } from '@preau/ui';
import { Link, Navigate, useParams } from 'react-router';
import { Missing } from '../frame/missing';
import { NewMessages } from '../live/new-messages';
import { readPost } from '../message/post-fields';
import { topicPath } from '../paths';
import { Thread } from '../thread/thread';
import { TopicFrame } from '../topic/topic-frame';
import { useMessage } from './message-query';

/** …/messages/:postId: a topic opened where a message stands, however far from its beginning. */
export function Component() {
  const { slug = '', topicId = '', postId = '' } = useParams();
  const { data, error, refetch } = useMessage(topicId, postId);
  if (postId === topicId) return <Navigate to={topicPath(slug, topicId)} replace />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const post = data && readPost(data);
  if (!data || post?.topicId !== topicId)
    return <Missing what="Ce message" to={topicPath(slug, topicId)} label="Lire le sujet" />;
  const replies = data.replies.edges.map(({ node }) => readPost(node));
  const asked = [...data.ancestors.map(readPost), post, ...replies];
  return (
    <TopicFrame key={postId} slug={slug} topicId={topicId} marked={postId} part="Message">
      {(topic) => (
        <>
          <p className="preau-debate-notice">
            Vous êtes à l’endroit d’un message de ce sujet.{' '}
            <Link to={topicPath(slug, topicId)}>Lire le sujet depuis le début</Link>
          </p>
          <Thread topic={topic} order="OLDEST" from={post.branchId ?? post.id} asked={asked} />
          <NewMessages topicId={topicId} />
        </>
      )}
    </TopicFrame>
  );
}
