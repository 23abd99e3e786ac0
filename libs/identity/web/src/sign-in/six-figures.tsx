import { Input } from '@codegouvfr/react-dsfr/Input';
import { typedCode } from '@preau/identity-domain';
import type { RefObject } from 'react';

export const WANTS_SIX_FIGURES = 'Saisissez les six chiffres du code, par exemple 123 456.';

/** Whether what was typed can be a code: six figures, spaces aside. */
export const isSixFigures = (typed: string): boolean => /^\d{6}$/.test(typedCode(typed));

interface SixFiguresProps {
  readonly label?: string;
  readonly hint?: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly fault: string;
  readonly onChange: (typed: string) => void;
}

/** A code of six figures, typed or pasted. */
export function SixFigures({ label, hint, field, value, fault, onChange }: SixFiguresProps) {
  return (
    <Input
      className="preau-sign-in__code"
      label={label ?? 'Code à six chiffres (obligatoire)'}
      hintText={hint}
      state={fault ? 'error' : 'default'}
      stateRelatedMessage={fault}
      nativeInputProps={{
        ref: field,
        'aria-invalid': fault !== '',
        name: 'code',
        inputMode: 'numeric',
        autoComplete: 'one-time-code',
        required: true,
        value,
        onChange: ({ currentTarget }) => {
          onChange(currentTarget.value);
        },
      }}
    />
  );
}
