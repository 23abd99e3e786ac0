import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { typedCode } from '@preau/identity-domain';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { confirmSignIn } from './confirm-sign-in';
import { codeRefusal, failureSentence } from '../messages';
import { ResendMail } from './resend-mail';
import { type PendingSignIn } from './sign-in-request';
import { useSignedIn } from './use-signed-in';

const SIX_FIGURES = /^\d{6}$/;

interface CodeFormProps {
  readonly pending: PendingSignIn;
  readonly embedded: boolean;
  readonly returnPath: string | null;
  readonly onOtherAddress: () => void;
}

export function CodeForm({ pending, embedded, returnPath, onOtherAddress }: CodeFormProps) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const signedIn = useSignedIn();
  const refuse = (sentence: string) => {
    setFault(sentence);
    field.current?.focus();
  };
  const confirm = useMutation({
    mutationFn: confirmSignIn,
    onSuccess: (result) =>
      result.__typename === 'SignedIn'
        ? signedIn(result.account.roles, returnPath)
        : refuse(codeRefusal(result.code, result.triesLeft ?? null)),
    onError: (error) => {
      refuse(failureSentence(error));
    },
  });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const code = typedCode(typed);
    if (!SIX_FIGURES.test(code)) return refuse('Saisissez les six chiffres du code, par exemple 123 456.');
    setFault('');
    confirm.mutate({ email: pending.email, code });
  };

  return (
    <>
      <p className="fr-text--lead">Si un compte existe, un message vient d’être envoyé à {pending.email}.</p>
      <p>
        Ouvrez le lien qu’il contient, ou saisissez ici son code. Les deux servent une seule fois, pendant{' '}
        {pending.minutes} minutes.
      </p>
      {embedded ? (
        <p>
          <a
            href="/dev/mail"
            target="_blank"
            rel="noreferrer"
            title="Lire le message de démonstration - nouvelle fenêtre"
          >
            Lire le message de démonstration
          </a>
        </p>
      ) : null}
      <form onSubmit={submit} noValidate>
        <Input
          className="preau-sign-in__code"
          label="Code à six chiffres (obligatoire)"
          state={fault ? 'error' : 'default'}
          stateRelatedMessage={fault}
          nativeInputProps={{
            ref: field,
            'aria-invalid': fault !== '',
            name: 'code',
            inputMode: 'numeric',
            autoComplete: 'one-time-code',
            required: true,
            value: typed,
            onChange: ({ currentTarget }) => {
              setTyped(currentTarget.value);
            },
          }}
        />
        <Button type="submit" disabled={confirm.isPending}>
          {confirm.isPending ? 'Vérification…' : 'Me connecter'}
        </Button>
      </form>
      <ResendMail email={pending.email} />
      <Button priority="tertiary no outline" size="small" onClick={onOtherAddress}>
        Utiliser une autre adresse
      </Button>
    </>
  );
}
