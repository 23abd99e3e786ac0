import type { Option } from '@preau/questionnaire-domain';
import { labelText } from '@preau/questionnaire-domain';

interface ChoiceInputProps {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly choice: Option;
  readonly checked: boolean;
  readonly required?: boolean | undefined;
  readonly invalid?: boolean;
  readonly onChange: (code: string) => void;
}

/** One choice with its label, in the design system's markup. */
export function ChoiceInput({
  type,
  id,
  name,
  choice,
  checked,
  required,
  invalid,
  onChange,
}: ChoiceInputProps) {
  return (
    <div className="fr-fieldset__element">
      <div className={`fr-${type}-group`}>
        <input
          type={type}
          id={id}
          name={name}
          value={choice.code}
          checked={checked}
          required={required}
          // A radio button carries no such state: the fault is told by its group.
          aria-invalid={type === 'checkbox' && invalid ? true : undefined}
          onChange={() => onChange(choice.code)}
        />
        <label className="fr-label" htmlFor={id}>
          {labelText(choice.label)}
        </label>
      </div>
    </div>
  );
}
