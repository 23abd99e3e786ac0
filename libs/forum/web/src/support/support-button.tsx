import { readFragment } from '@preau/graphql';
import { formatNumber, plural } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { failureSentence, SUPPORT_REFUSALS } from '../messages';
import { ofName } from '../message/post-fields';
import { useChangePost } from '../thread/use-change-post';
import { useTopicContext } from '../topic/topic-context';
import { supportOutcome, supportPost } from './support-post';

interface SupportButtonProps {
  readonly post: {
    readonly id: string;
    readonly supports: number;
    readonly isSupported: boolean;
    readonly viewerCan: { readonly support: boolean };
  };
  /** Whose message it is. */
  readonly name: string;
}

/** How many support a message, and one’s own support, given or taken back by the same button. */
export function SupportButton({ post, name }: SupportButtonProps) {
  const { id, supports, isSupported, viewerCan } = post;
  const { say } = useTopicContext();
  const changePost = useChangePost();
  const change = useMutation({
    mutationFn: () => supportPost(id, !isSupported),
    onSuccess: (fragment) => {
      const result = readFragment(supportOutcome, fragment);
      if (result.__typename === 'SupportRefused') {
        say(SUPPORT_REFUSALS[result.code]);
        return;
      }
      changePost(result.post);
      say(isSupported ? 'Votre soutien est retiré.' : 'Votre soutien est compté.');
    },
    onError: (error) => {
      say(failureSentence(error));
    },
  });
  if (!viewerCan.support) {
    return supports > 0 ? <p className="preau-supports">{plural(supports, 'soutien', 'soutiens')}</p> : null;
  }
  const count = supports > 0 ? `, ${plural(supports, 'soutien', 'soutiens')}` : '';
  return (
    <button
      type="button"
      className={`fr-btn fr-btn--sm fr-btn--tertiary fr-btn--icon-left preau-support ${isSupported ? 'fr-icon-thumb-up-fill' : 'fr-icon-thumb-up-line'}`}
      aria-pressed={isSupported}
      onClick={() => {
        if (!change.isPending) change.mutate();
      }}
    >
      Soutenir
      <span className="fr-sr-only">{` le message ${ofName(name)}${count}`}</span>
      {supports > 0 ? (
        <span className="preau-support__count" aria-hidden="true">
          {formatNumber(supports)}
        </span>
      ) : null}
    </button>
  );
}
