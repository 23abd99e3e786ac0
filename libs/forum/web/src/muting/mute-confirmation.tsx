import { Button } from '@codegouvfr/react-dsfr/Button';
import { takeFocus } from '@preau/ui';
import { useId } from 'react';
import { ofName } from '../message/post-fields';
import { actionFailure, MUTE_REFUSALS } from '../messages';
import { useTopicContext } from '../topic/topic-context';
import { useMute } from './use-mute';

interface MuteConfirmationProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks once before what somebody writes is folded, and says what that does. */
export function MuteConfirmation({ person, onClose, onDone }: MuteConfirmationProps) {
  const question = useId();
  const { say } = useTopicContext();
  const whose = ofName(person.name);
  const { choose, isPending, code, error } = useMute(person.id, () => {
    say(`Les messages ${whose} sont repliés. Vous pouvez y revenir dans votre espace.`);
    onDone();
  });
  return (
    <div ref={takeFocus} tabIndex={-1} role="group" aria-labelledby={question} className="preau-confirmation">
      <p id={question}>
        {`Ne plus voir les messages ${whose}\u00a0? Ils gardent leur place, repliés, et rien n’en est annoncé. Personne d’autre ne le saura, et vous pourrez changer d’avis.`}
      </p>
      <p role="alert">{code ? MUTE_REFUSALS[code] : error ? actionFailure(error) : ''}</p>
      <div className="preau-form-buttons">
        <Button
          disabled={isPending}
          onClick={() => {
            choose(true);
          }}
        >
          Ne plus voir ses messages
        </Button>
        <Button priority="secondary" onClick={onClose}>
          Annuler
        </Button>
      </div>
    </div>
  );
}
