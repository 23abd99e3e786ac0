import { Button } from '@codegouvfr/react-dsfr/Button';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { MANAGING_REFUSALS } from '../messages';
import { useTopicContext } from '../topic/topic-context';
import { FormRefusal } from '../writing/form-refusal';
import { slowTopic } from './operations';
import { PAUSES, pauseInWords } from './pauses';
import { useManaging } from './use-managing';

const FIELD = 'rythme-du-sujet';

interface SlowFormProps {
  readonly seconds: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** How often each may write in a topic. */
export function SlowForm({ seconds, onClose, onDone }: SlowFormProps) {
  const { topicId } = useTopicContext();
  const [chosen, setChosen] = useState(seconds);
  const { start, fault, isDoing, error } = useManaging(onDone);
  useEffect(() => {
    document.getElementById(FIELD)?.focus();
  }, []);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const said =
      chosen === 0
        ? 'Chacun écrit de nouveau comme il veut dans ce sujet.'
        : `Le sujet est au ralenti\u00a0: un message en ${pauseInWords(chosen)} pour chacun.`;
    start({ run: () => slowTopic(topicId, chosen), said });
  };
  // One that was set elsewhere stands among the others.
  const pauses = [...new Set([...PAUSES, ...(seconds > 0 ? [seconds] : [])])].toSorted((a, b) => a - b);
  return (
    <form className="preau-confirmation" onSubmit={submit} noValidate aria-label="Rythme du sujet">
      <Select
        label="Temps entre deux messages d’une même personne"
        hint="L’équipe n’y est pas tenue."
        nativeSelectProps={{
          id: FIELD,
          value: String(chosen),
          onChange: ({ currentTarget }) => {
            setChosen(Number(currentTarget.value));
          },
        }}
      >
        <option value="0">Aucun&nbsp;: chacun écrit comme il veut</option>
        {pauses.map((pause) => (
          <option key={pause} value={String(pause)}>
            {pauseInWords(pause)}
          </option>
        ))}
      </Select>
      <FormRefusal sentence={fault && MANAGING_REFUSALS[fault.code]} error={error} />
      <div className="preau-form-buttons">
        <Button type="submit" disabled={isDoing}>
          Enregistrer le rythme
        </Button>
        <Button type="button" priority="secondary" onClick={onClose}>
          Annuler
        </Button>
      </div>
    </form>
  );
}
