import { Button } from '@codegouvfr/react-dsfr/Button';
import { typedCode } from '@preau/identity-domain';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { confirmSignIn } from './confirm-sign-in';
import { codeRefusal, failureSentence } from '../messages';
import { ResendMail } from './resend-mail';
import { isSixFigures, SixFigures, WANTS_SIX_FIGURES } from './six-figures';
import { type PendingSignIn } from './sign-in-request';
import { useEntered } from './use-entered';

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
  const entered = useEntered();
  const refuse = (sentence: string) => {
    setFault(sentence);
    field.current?.focus();
  };
  const confirm = useMutation({
    mutationFn: confirmSignIn,
    onSuccess: (result) =>
      result.__typename === 'SignInRefused'
        ? refuse(codeRefusal(result.code, result.triesLeft ?? null))
        : entered(result, returnPath),
    onError: (error) => {
      refuse(failureSentence(error));
    },
  });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isSixFigures(typed)) return refuse(WANTS_SIX_FIGURES);
    setFault('');
    confirm.mutate({ email: pending.email, code: typedCode(typed) });
  };

  return (
    <>
      <p className="fr-text--lead">Un message vient d’être envoyé à {pending.email}.</p>
      <p>
        Ouvrez dans ce navigateur le lien qu’il contient, ou saisissez ici son code. Les deux servent une
        seule fois, pendant {pending.minutes} minutes.
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
        <SixFigures field={field} value={typed} fault={fault} onChange={setTyped} />
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
