import { SHOWN_DEPTH } from '@preau/forum-domain';
import { plural } from '@preau/ui';
import { Link } from 'react-router';
import { Message } from '../message/message';
import { nameOf, ofName } from '../message/post-fields';
import { threadPath } from '../paths';
import { useTopicContext } from '../topic/topic-context';
import { shownAt, type Branch } from './tree';

interface MessageTreeProps {
  readonly branch: Branch;
  /** How deep it stands on this page, from 1. */
  readonly level: number;
  /** The message whose replies it stands among. */
  readonly under: string | null;
}

/** A message and the replies under it, as lists in lists; from the deepest level on, one after the other. */
export function MessageTree({ branch, level, under }: MessageTreeProps) {
  const { post, replies, answers } = branch;
  const { slug } = useTopicContext();
  const isDeepest = level === SHOWN_DEPTH;
  return (
    <>
      <Message post={post} level={level} answers={answers?.id === under ? null : answers} />
      {isDeepest && post.replyCount > 0 ? (
        <p className="preau-message__on">
          <Link to={threadPath(slug, post.topicId, post.id)}>
            Continuer ce fil
            <span className="fr-sr-only">{` à partir du message ${ofName(nameOf(post))}`}</span>
            {` (${plural(post.replyCount, 'réponse', 'réponses')})`}
          </Link>
        </p>
      ) : null}
      {!isDeepest && replies.length > 0 ? (
        <ul className="preau-replies" aria-label={`Réponses à ${nameOf(post)}`}>
          {shownAt(level + 1, replies).map((reply) => (
            <li key={reply.post.id}>
              <MessageTree branch={reply} level={level + 1} under={post.id} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
