import { RadioButtons } from '@codegouvfr/react-dsfr/RadioButtons';
import { STANCES, type Stance } from '@preau/forum-domain';
import { STANCE_NAMES } from '../message/stance';

interface StanceChoiceProps {
  readonly chosen: Stance | '';
  readonly onChange: (stance: Stance | '') => void;
}

const CHOICES: readonly (readonly [Stance | '', string])[] = [
  ['', 'Sans préciser'],
  ...STANCES.map((stance) => [stance, STANCE_NAMES[stance]] as const),
];

/** What a reply says of itself; nothing unless chosen. */
export function StanceChoice({ chosen, onChange }: StanceChoiceProps) {
  return (
    <RadioButtons
      small
      orientation="horizontal"
      className="preau-stances"
      legend="Votre réponse est plutôt…"
      options={CHOICES.map(([value, label]) => ({
        label,
        nativeInputProps: {
          checked: chosen === value,
          onChange: () => {
            onChange(value);
          },
        },
      }))}
    />
  );
}
