import { PostHistory } from '../history/post-history';
import { mutable, type MutablePost } from '../muting/mute-action';
import { MuteConfirmation } from '../muting/mute-confirmation';
import { DeleteConfirmation } from '../own-message/delete-confirmation';
import { EditForm } from '../own-message/edit-form';
import type { OwnPost } from '../own-message/own-post';
import type { Quote } from '../reply/quote';
import { ReplyForm } from '../reply/reply-form';
import type { Panel } from './use-panel';

interface MessagePanelProps {
  readonly panel: Panel | null;
  readonly post: OwnPost & MutablePost;
  /** Whose message it is. */
  readonly name: string;
  /** The level of the heading it stands under. */
  readonly under: number;
  readonly quote: Quote | null;
  readonly onClose: () => void;
  /** The message itself takes the focus. */
  readonly onDone: () => void;
  /** The focus goes to the message that was written. */
  readonly onPosted: () => void;
}

/** What was opened under a message. */
export function MessagePanel({
  panel,
  post,
  name,
  under,
  quote,
  onClose,
  onDone,
  onPosted,
}: MessagePanelProps) {
  const isTopic = post.title !== null;
  switch (panel) {
    case null:
      return null;
    case 'history':
      return <PostHistory post={post} title={post.title} onClose={onClose} />;
    case 'delete':
      return <DeleteConfirmation postId={post.id} isTopic={isTopic} onClose={onClose} onDone={onDone} />;
    case 'mute': {
      const person = mutable(post);
      return person && <MuteConfirmation person={person} onClose={onClose} onDone={onDone} />;
    }
    case 'edit':
      return <EditForm post={post} onClose={onClose} onDone={onDone} />;
    case 'reply':
      return (
        <ReplyForm
          parentId={isTopic ? null : post.id}
          label={`Répondre à ${name}`}
          under={under}
          quote={quote}
          onClose={onClose}
          onPosted={onPosted}
        />
      );
  }
}
