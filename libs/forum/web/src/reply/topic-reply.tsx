import { Button } from '@codegouvfr/react-dsfr/Button';
import { useEscape } from '../message/use-escape';
import { usePanel } from '../message/use-panel';
import { ReplyForm } from './reply-form';

/** Answers the topic itself, from the end of what others wrote. */
export function TopicReply() {
  const { panel, open, close, leave } = usePanel();
  const inForm = useEscape<HTMLDivElement>(close);
  return (
    <div className="preau-topic-reply">
      <Button
        iconId="fr-icon-chat-3-line"
        aria-expanded={panel !== null}
        onClick={() => {
          if (panel === null) open('reply');
          else close();
        }}
      >
        Répondre au sujet
      </Button>
      {panel === null ? null : (
        <div ref={inForm}>
          <ReplyForm parentId={null} label="Ma réponse au sujet" under={2} onClose={close} onPosted={leave} />
        </div>
      )}
    </div>
  );
}
