import { Button } from '@codegouvfr/react-dsfr/Button';
import { labelText, type Question } from '@preau/questionnaire-domain';
import { fieldMessages } from './messages';

interface ClearAnswerProps {
  readonly question: Question;
  readonly isAnswered: boolean;
  readonly onClear: () => void;
}

/** Radio buttons cannot be unticked: takes an optional answer back. Its place is kept, so that nothing jumps. */
export function ClearAnswer({ question, isAnswered, onClear }: ClearAnswerProps) {
  if (question.required) return null;
  return (
    <div className="fr-fieldset__element preau-clear">
      {isAnswered ? (
        <Button type="button" priority="tertiary no outline" size="small" onClick={onClear}>
          {fieldMessages.clear}
          <span className="fr-sr-only">{fieldMessages.clearOf(labelText(question.label))}</span>
        </Button>
      ) : null}
    </div>
  );
}
