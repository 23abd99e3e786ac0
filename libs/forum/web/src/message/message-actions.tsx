import { Button } from '@codegouvfr/react-dsfr/Button';
import { useId, useRef, useState, type MouseEvent } from 'react';
import { MuteAction, type MutablePost } from '../muting/mute-action';
import { SolveButton } from '../managing/solve-button';
import { SupportButton } from '../support/support-button';
import { useTopicContext } from '../topic/topic-context';
import { copyLink } from './copy-link';
import { ofName } from './post-fields';
import { useEscape } from './use-escape';
import type { Panel } from './use-panel';

/** A message, or the one a topic opens with. */
export interface ActionablePost extends MutablePost {
  readonly id: string;
  readonly supports: number;
  readonly isSupported: boolean;
  readonly revisionCount: number;
  readonly viewerCan: {
    readonly reply: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly support: boolean;
  };
}

interface MessageActionsProps {
  readonly post: ActionablePost;
  /** Whose message it is. */
  readonly name: string;
  /** Its own address. */
  readonly path: string;
  readonly onOpen: (panel: Panel) => void;
  readonly onQuote: () => void;
}

/** A click would undo the selection that is about to be quoted. */
const keepSelection = (event: MouseEvent) => {
  event.preventDefault();
};
const ACTION = { priority: 'tertiary no outline', size: 'small' } as const;

/** What one may do with a message: answer and support at hand, the rest behind one button. */
export function MessageActions({ post, name, path, onOpen, onQuote }: MessageActionsProps) {
  const { say, cite } = useTopicContext();
  const [isUnfolded, setUnfolded] = useState(false);
  const more = useId();
  const unfolding = useRef<HTMLButtonElement>(null);
  const inMore = useEscape<HTMLDivElement>(() => {
    setUnfolded(false);
    unfolding.current?.focus();
  });
  const { viewerCan, revisionCount } = post;
  const open = (panel: Panel) => () => {
    onOpen(panel);
  };
  return (
    <div className="preau-message__actions">
      {viewerCan.reply ? (
        <Button {...ACTION} iconId="fr-icon-chat-3-line" onClick={open('reply')}>
          Répondre<span className="fr-sr-only">{` à ${name}`}</span>
        </Button>
      ) : null}
      <SupportButton post={post} name={name} />
      <Button
        {...ACTION}
        ref={unfolding}
        iconId={isUnfolded ? 'fr-icon-arrow-up-s-line' : 'fr-icon-arrow-down-s-line'}
        iconPosition="right"
        aria-expanded={isUnfolded}
        aria-controls={more}
        nativeButtonProps={{ onMouseDown: keepSelection }}
        onClick={() => {
          setUnfolded(!isUnfolded);
        }}
      >
        Plus<span className="fr-sr-only">{` d’actions sur le message ${ofName(name)}`}</span>
      </Button>
      <div ref={inMore} id={more} className="preau-message__more" hidden={!isUnfolded}>
        {viewerCan.reply ? (
          <Button {...ACTION} nativeButtonProps={{ onMouseDown: keepSelection }} onClick={onQuote}>
            Citer<span className="fr-sr-only">{` ${name}`}</span>
          </Button>
        ) : null}
        <Button {...ACTION} onClick={() => void copyLink(path).then(say)}>
          Copier le lien<span className="fr-sr-only">{` vers le message ${ofName(name)}`}</span>
        </Button>
        <MuteAction post={post} onAsk={open('mute')} />
        <SolveButton postId={post.id} name={name} />
        {cite ? (
          <Button
            {...ACTION}
            onClick={() => {
              cite(post.id);
            }}
          >
            Citer dans la synthèse<span className="fr-sr-only">{` le message ${ofName(name)}`}</span>
          </Button>
        ) : null}
        {viewerCan.edit ? (
          <Button {...ACTION} onClick={open('edit')}>
            Modifier<span className="fr-sr-only"> mon message</span>
          </Button>
        ) : null}
        {viewerCan.delete ? (
          <Button {...ACTION} onClick={open('delete')}>
            Supprimer<span className="fr-sr-only"> mon message</span>
          </Button>
        ) : null}
        {revisionCount > 0 ? (
          <Button {...ACTION} onClick={open('history')}>
            Historique des modifications<span className="fr-sr-only">{` du message ${ofName(name)}`}</span>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
