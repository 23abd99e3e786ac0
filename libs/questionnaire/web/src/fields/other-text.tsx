import { Input } from '@codegouvfr/react-dsfr/Input';
import { MAX_OTHER_TEXT } from '@preau/questionnaire-domain';
import { CharacterCount, RequiredMark } from '@preau/ui';
import { useEffect, useRef } from 'react';
import { otherTextOf } from './choices';
import { fieldMessages } from './messages';

interface OtherTextProps {
  readonly id: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** What "Autre" stands for, right after the choice that asks for it. */
export function OtherText({ id, text, error, onChange }: OtherTextProps) {
  return (
    <div className="fr-fieldset__element preau-other">
      <Input
        label={
          <>
            {fieldMessages.otherLabel}
            <RequiredMark />
          </>
        }
        state={error ? 'error' : 'default'}
        stateRelatedMessage={error}
        nativeInputProps={{
          id,
          value: text,
          autoComplete: 'off',
          required: true,
          'aria-invalid': error ? true : undefined,
          onChange: (event) => onChange(event.target.value),
        }}
      />
      <CharacterCount text={text} max={MAX_OTHER_TEXT} quietUntil={40} />
    </div>
  );
}

/** The last text written under "Autre": choosing something else and coming back does not lose it. */
export function useOtherText(value: unknown): () => string {
  const kept = useRef('');
  useEffect(() => {
    const text = otherTextOf(value);
    if (text !== '') kept.current = text;
  }, [value]);
  return () => otherTextOf(value) || kept.current;
}
