import { Button } from '@codegouvfr/react-dsfr/Button';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { codeRefusal, failureSentence } from '../messages';
import { confirmSignIn } from './confirm-sign-in';
import { isSixFigures, SixFigures, WANTS_SIX_FIGURES } from './six-figures';
import type { useEntered } from './use-entered';

interface LinkCodeFormProps {
  readonly token: string;
  readonly onEntered: ReturnType<typeof useEntered>;
}

/** The link was opened in another browser than the one that asked: the code shows that the whole mail is in one's hands. */
export function LinkCodeForm({ token, onEntered }: LinkCodeFormProps) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const refuse = (sentence: string) => {
    setFault(sentence);
    field.current?.focus();
  };
  const confirm = useMutation({
    mutationFn: () => confirmSignIn({ token, code: typed }),
    onSuccess: (result) =>
      result.__typename === 'SignInRefused'
        ? refuse(codeRefusal(result.code, result.triesLeft ?? null))
        : onEntered(result),
    onError: (error) => {
      refuse(failureSentence(error));
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isSixFigures(typed)) return refuse(WANTS_SIX_FIGURES);
    setFault('');
    confirm.mutate();
  };

  return (
    <form onSubmit={submit} noValidate>
      <p>
        Ce message a été demandé dans un autre navigateur ou sur un autre appareil. Pour vous connecter ici,
        saisissez aussi le code qu’il contient, sous le lien.
      </p>
      <p className="fr-text--sm">
        Quelqu’un d’autre vous a envoyé ce lien&nbsp;? N’allez pas plus loin et ne lui donnez aucun code.
      </p>
      <SixFigures field={field} value={typed} fault={fault} onChange={setTyped} />
      <Button type="submit" disabled={confirm.isPending}>
        {confirm.isPending ? 'Vérification…' : 'Me connecter ici'}
      </Button>
    </form>
  );
}
