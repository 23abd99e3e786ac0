import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { typedCode, typedRecoveryCode, type SecondFactorRefusal } from '@preau/identity-domain';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { failureSentence } from '../messages';
import { isSixFigures, SixFigures, WANTS_SIX_FIGURES } from '../sign-in/six-figures';
import { factorRefusal } from './messages';

interface Refused {
  readonly __typename: 'SecondFactorRefused';
  readonly code: SecondFactorRefusal;
  readonly triesLeft?: number | null;
}

interface FactorFormProps<Done extends { readonly __typename: string }> {
  readonly send: (code: string) => Promise<Done | Refused>;
  readonly onDone: (result: Exclude<Done, Refused>) => unknown;
  readonly button: string;
  /** A key that is being added has no recovery codes yet. */
  readonly withRecoveryCode?: boolean;
  readonly refusalOf?: (refused: Refused) => string;
  /** Beside the button. */
  readonly onCancel?: () => void;
}

const WANTS_RECOVERY_CODE = 'Saisissez un code de secours en entier, par exemple k7qm-2xrt-9bdw.';

/** A code of the application, or in its place one of the recovery codes. */
export function FactorForm<Done extends { readonly __typename: string }>({
  send,
  onDone,
  button,
  withRecoveryCode = true,
  refusalOf = factorRefusal,
  onCancel,
}: FactorFormProps<Done>) {
  const [isRecovery, setRecovery] = useState(false);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const refuse = (sentence: string) => {
    setFault(sentence);
    field.current?.focus();
  };
  const sending = useMutation({
    mutationFn: send,
    onSuccess: (result) =>
      result.__typename === 'SecondFactorRefused'
        ? refuse(refusalOf(result as Refused))
        : onDone(result as Exclude<Done, Refused>),
    onError: (error) => {
      refuse(failureSentence(error));
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isRecovery ? typedRecoveryCode(typed) === null : !isSixFigures(typed))
      return refuse(isRecovery ? WANTS_RECOVERY_CODE : WANTS_SIX_FIGURES);
    setFault('');
    sending.mutate(isRecovery ? typed : typedCode(typed));
  };
  const swap = () => {
    setRecovery(!isRecovery);
    setTyped('');
    setFault('');
    field.current?.focus();
  };

  return (
    <form onSubmit={submit} noValidate>
      {isRecovery ? (
        <Input
          className="preau-factor__recovery"
          label="Code de secours (obligatoire)"
          hintText="L’un des dix codes remis avec la double authentification. Il ne servira plus ensuite."
          state={fault ? 'error' : 'default'}
          stateRelatedMessage={fault}
          nativeInputProps={{
            ref: field,
            'aria-invalid': fault !== '',
            name: 'recovery-code',
            autoComplete: 'off',
            autoCapitalize: 'none',
            spellCheck: false,
            required: true,
            value: typed,
            onChange: ({ currentTarget }) => {
              setTyped(currentTarget.value);
            },
          }}
        />
      ) : (
        <SixFigures
          field={field}
          hint="Celui que montre maintenant votre application de codes. Il change toutes les trente secondes."
          value={typed}
          fault={fault}
          onChange={setTyped}
        />
      )}
      <div className="preau-account__actions">
        <Button type="submit" disabled={sending.isPending}>
          {sending.isPending ? 'Vérification…' : button}
        </Button>
        {onCancel ? (
          <Button type="button" priority="secondary" onClick={onCancel}>
            Annuler
          </Button>
        ) : null}
      </div>
      {withRecoveryCode ? (
        <Button type="button" priority="tertiary no outline" size="small" onClick={swap}>
          {isRecovery
            ? 'J’ai mon téléphone\u00a0: utiliser mon application de codes'
            : 'J’ai perdu mon téléphone\u00a0: utiliser un code de secours'}
        </Button>
      ) : null}
    </form>
  );
}
