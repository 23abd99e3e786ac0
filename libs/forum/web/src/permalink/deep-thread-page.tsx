import '../forum.css';
import { Failure, Loading } from '@preau/ui';
import { Link, useParams } from 'react-router';
import { Missing } from '../frame/missing';
import { nameOf, ofName, readPost } from '../message/post-fields';
import { messagePath, topicPath } from '../paths';
import { MessageTree } from '../thread/message-tree';
import { treeUnder } from '../thread/tree';
import { useAdded } from '../thread/use-added';
import { TopicFrame } from '../topic/topic-frame';
import { MoreReplies } from './more-replies';
import { useMessage } from './message-query';

/** …/messages/:postId/fil: a message and what answers it, for itself: where a thread goes deeper than is shown. */
export function Component() {
  const { slug = '', topicId = '', postId = '' } = useParams();
  const { data, error, refetch } = useMessage(topicId, postId);
  const added = useAdded(topicId);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const post = data && readPost(data);
  if (!data || post?.topicId !== topicId)
    return <Missing what="Ce message" to={topicPath(slug, topicId)} label="Lire le sujet" />;
  const above = data.ancestors.map(readPost);
  const answered = above.at(-1);
  const replies = [...data.replies.edges.map(({ node }) => readPost(node)), ...added];
  return (
    <TopicFrame
      key={postId}
      slug={slug}
      topicId={topicId}
      marked={postId}
      part={`Fil ${ofName(nameOf(post))}`}
    >
      {() => (
        <section className="preau-thread" aria-labelledby="fil">
          <h2 id="fil">{`Le fil ${ofName(nameOf(post))}`}</h2>
          <p className="preau-debate-notice">
            {answered ? (
              <>
                En réponse à <Link to={messagePath(slug, topicId, answered.id)}>{nameOf(answered)}</Link>
                .{' '}
              </>
            ) : null}
            <Link to={messagePath(slug, topicId, postId)}>Voir ce message dans le sujet</Link>
          </p>
          <MessageTree
            branch={treeUnder(post, replies)}
            level={1}
            under={above.at(-1)?.id ?? null}
            More={MoreReplies}
          />
        </section>
      )}
    </TopicFrame>
  );
}
