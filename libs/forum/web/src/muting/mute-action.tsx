import { Button } from '@codegouvfr/react-dsfr/Button';
import { useSessionState } from '@preau/ui';
import { ofName } from '../message/post-fields';
import { goToMessage } from '../message/message-id';
import { actionFailure } from '../messages';
import { useTopicContext } from '../topic/topic-context';
import { useMute } from './use-mute';

/** Somebody’s message, as far as folding goes. */
export interface MutablePost {
  readonly id: string;
  readonly isMine: boolean;
  readonly isMuted?: boolean | undefined;
  readonly author?: { readonly id: string; readonly name: string } | null | undefined;
  readonly official?: object | null | undefined;
}

/** Whose messages can be folded: those of other people, not those of an institution. */
export const mutable = ({ isMine, author, official }: MutablePost) =>
  isMine || official ? null : (author ?? null);

interface MuteActionProps {
  readonly post: MutablePost;
  readonly onAsk: () => void;
}

/** Folds what somebody writes, which is asked once more; or shows it again, at once. */
export function MuteAction({ post, onAsk }: MuteActionProps) {
  const { say } = useTopicContext();
  const person = mutable(post);
  const whose = ofName(person?.name ?? '');
  const { choose } = useMute(person?.id ?? '', () => {
    say(`Les messages ${whose} sont de nouveau affichés.`);
    goToMessage(post.id, 'nearest');
  });
  if (useSessionState() !== 'SIGNED_IN' || !person) return null;
  return (
    <Button
      priority="tertiary no outline"
      size="small"
      onClick={() => {
        if (post.isMuted) choose(false, { onError: (error) => say(actionFailure(error)) });
        else onAsk();
      }}
    >
      {`${post.isMuted ? 'Voir de nouveau' : 'Ne plus voir'} les messages ${whose}`}
    </Button>
  );
}
