import { SHOWN_DEPTH } from '@preau/forum-domain';
import { plural } from '@preau/ui';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { Message } from '../message/message';
import { nameOf, ofName, type ShownPost } from '../message/post-fields';
import { threadPath } from '../paths';
import { useTopicContext } from '../topic/topic-context';
import { shownAt, type Branch } from './tree';

interface MessageTreeProps {
  readonly branch: Branch;
  /** How deep it stands on this page, from 1. */
  readonly level: number;
  /** The message whose replies it stands among. */
  readonly under: string | null;
  /** What shows the answers to a message that are not loaded, where they are not those of a branch. */
  readonly More?: ComponentType<{ readonly post: ShownPost; readonly shown: number }>;
}

/** A message and the replies under it, as lists in lists; from the deepest level on, one after the other. */
export function MessageTree({ branch, level, under, More }: MessageTreeProps) {
  const { post, replies, answers } = branch;
  const { slug } = useTopicContext();
  const isDeepest = level === SHOWN_DEPTH;
  // Where the place no longer says it: what follows a message of the deepest level answers it, or one of its answers.
  const said = answers?.id === under ? null : answers;
  return (
    <>
      <Message post={post} level={level} answers={said} />
      {isDeepest && !said && post.replyCount > 0 ? (
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
              <MessageTree branch={reply} level={level + 1} under={post.id} {...(More ? { More } : {})} />
            </li>
          ))}
        </ul>
      ) : null}
      {More && !isDeepest ? <More post={post} shown={replies.length} /> : null}
    </>
  );
}
