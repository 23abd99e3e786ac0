import { useEffect } from 'react';
import { Folded } from '../muting/folded';
import { messagePath } from '../paths';
import { useTopicContext } from '../topic/topic-context';
import { MessageHead } from './message-head';
import { goToMessage, messageId } from './message-id';
import { MessageWords } from './message-words';
import { nameOf, type ShownPost } from './post-fields';
import { Trace } from './trace';

interface MessageProps {
  readonly post: ShownPost;
  readonly level: number;
  /** The message it answers, where the place alone does not say it. */
  readonly answers: ShownPost | null;
}

/** A message of a topic, with what one may do with it. */
export function Message({ post, level, answers }: MessageProps) {
  const { slug, marked, arriving, firstNewId } = useTopicContext();
  const { id, topicId, status, isMine, body } = post;
  const headingId = `${messageId(id)}-titre`;
  useEffect(() => {
    if (arriving.current !== id) return;
    arriving.current = null;
    goToMessage(id);
  }, [arriving, id]);
  const words =
    typeof body === 'string' ? (
      <MessageWords
        post={{ ...post, body, title: null }}
        name={nameOf(post)}
        path={messagePath(slug, topicId, id)}
        // The first level is h3, under the « Réponses » of the page.
        under={Math.min(level + 2, 6)}
      />
    ) : null;
  return (
    <>
      {firstNewId === id ? (
        <p className="preau-new-line">Nouveaux messages depuis votre dernière visite</p>
      ) : null}
      <article
        id={messageId(id)}
        className={`preau-message ${post.official ? 'preau-message--official' : ''}`}
        aria-labelledby={headingId}
        data-marked={marked === id}
      >
        <MessageHead post={post} headingId={headingId} level={level} />
        {answers ? <p className="preau-message__answers">{`En réponse à ${nameOf(answers)}`}</p> : null}
        <Trace status={status} isMine={isMine} />
        {words && post.isMuted && !post.official ? <Folded name={nameOf(post)}>{words}</Folded> : words}
      </article>
    </>
  );
}
