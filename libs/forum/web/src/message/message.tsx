import { useTopicContext } from '../topic/topic-context';
import { MessageBody } from './message-body';
import { MessageHead } from './message-head';
import { messageId } from './message-id';
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
  const { marked } = useTopicContext();
  const { id, status, isMine, body } = post;
  const headingId = `${messageId(id)}-titre`;
  return (
    <article
      id={messageId(id)}
      className={`preau-message ${post.official ? 'preau-message--official' : ''}`}
      aria-labelledby={headingId}
      data-marked={marked === id}
    >
      <MessageHead post={post} headingId={headingId} level={level} />
      {answers ? <p className="preau-message__answers">{`En réponse à ${nameOf(answers)}`}</p> : null}
      <Trace status={status} isMine={isMine} />
      {typeof body === 'string' ? <MessageBody body={body} under={Math.min(level + 2, 6)} /> : null}
    </article>
  );
}
