import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { typedCode, typedRecoveryCode } from '@preau/identity-domain';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { failureSentence } from '../messages';
import { isSixFigures, SixFigures, WANTS_SIX_FIGURES } from '../sign-in/six-figures';
import { factorRefusal, type FactorRefused } from './messages';

const refusedFragment = graphql(`
  fragment FactorRefused on SecondFactorRefused {
    code
    triesLeft
  }
`);

/** What an operation answers that takes a code. */
interface Answer {
  readonly __typename: string;
}
type Refused = Answer & { readonly __typename: 'SecondFactorRefused' } & FragmentType<typeof refusedFragment>;

interface FactorFormProps<T extends Answer> {
  readonly send: (code: string) => Promise<T>;
  readonly onDone: (result: Exclude<T, { __typename: 'SecondFactorRefused' }>) => unknown;
  readonly button: string;
  /** A key that is being added has no recovery codes yet. */
  readonly withRecoveryCode?: boolean;
  readonly refusalOf?: (refused: FactorRefused) => string;
  /** Beside the button. */
  readonly onCancel?: () => void;
}

const WANTS_RECOVERY_CODE = 'Saisissez un code de secours en entier, par exemple k7qm-2xrt-9bdw.';

/** A code of the application, or in its place one of the recovery codes. */
export function FactorForm<T extends Answer>({
  send,
  onDone,
  button,
  withRecoveryCode = true,
  refusalOf = factorRefusal,
  onCancel,
}: FactorFormProps<T>) {
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
        ? refuse(refusalOf(readFragment(refusedFragment, result as unknown as Refused)))
        : onDone(result as Exclude<T, { __typename: 'SecondFactorRefused' }>),
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
