import { Button } from '@codegouvfr/react-dsfr/Button';
import { StatusMessage } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { failureSentence } from '../messages';
import { requestSignIn } from './request-sign-in';

export const RESEND_AFTER_SECONDS = 30;

/** Asking again, once the first message has had time to arrive. */
export function ResendMail({ email }: { readonly email: string }) {
  const [sent, setSent] = useState(0);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady(false);
    const timer = setTimeout(() => {
      setReady(true);
    }, RESEND_AFTER_SECONDS * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [sent, email]);
  const resend = useMutation({
    mutationFn: () => requestSignIn(email),
    onSuccess: () => {
      setSent(sent + 1);
    },
  });

  const report = resend.error
    ? failureSentence(resend.error)
    : sent > 0
      ? 'Un autre message vient d’être envoyé, s’il y en a eu moins de trois depuis une heure. Seul le dernier code reçu compte.'
      : '';
  return (
    <div className="preau-sign-in__resend">
      <p className="fr-text--sm fr-mb-1w">
        Rien reçu&nbsp;? Regardez parmi les courriers indésirables.
        {ready ? '' : ` Un nouvel envoi sera possible dans ${String(RESEND_AFTER_SECONDS)} secondes.`}
      </p>
      <StatusMessage>{report}</StatusMessage>
      <Button
        priority="secondary"
        size="small"
        disabled={!ready || resend.isPending}
        onClick={() => {
          resend.mutate();
        }}
      >
        Renvoyer le message
      </Button>
    </div>
  );
}
