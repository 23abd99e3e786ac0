import { Button } from '@codegouvfr/react-dsfr/Button';
import { formatTime } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { signOut } from '../account/sign-out';
import { useLeft } from '../account/use-left';
import { failureSentence } from '../messages';
import { useSessionEnd, type SessionEnd } from './use-session-end';

interface SessionWatchProps {
  readonly isSignedIn: boolean;
}

/** Says that the session is about to end, in time to put it off, and that it has ended. What was typed stays on the page. */
export function SessionWatch({ isSignedIn }: SessionWatchProps) {
  const { end, stay, dismiss, tellTabs } = useSessionEnd(isSignedIn);
  const left = useLeft();
  const staying = useMutation({ mutationFn: stay });
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: (providerUrl) => {
      tellTabs();
      dismiss();
      return left(providerUrl);
    },
  });
  if (end.phase === 'open') return null;
  const error = staying.error ?? leaving.error;
  return (
    <EndDialog
      end={end}
      error={error ? failureSentence(error) : ''}
      isBusy={staying.isPending || leaving.isPending}
      onStay={() => {
        staying.mutate();
      }}
      onLeave={() => {
        leaving.mutate();
      }}
      onClose={dismiss}
    />
  );
}

interface EndDialogProps {
  readonly end: Exclude<SessionEnd, { phase: 'open' }>;
  readonly error: string;
  readonly isBusy: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** The browser's own dialog keeps the focus inside. Escape does what harms least: the session goes on; once ended, it closes. */
function EndDialog({ end, error, isBusy, onStay, onLeave, onClose }: EndDialogProps) {
  const { pathname, search } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const first = useRef<HTMLElement>(null);
  const isEnded = end.phase === 'ended';
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    first.current?.focus();
  }, [isEnded]);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="preau-dialog"
      aria-labelledby="fin-de-session-titre"
      aria-describedby="fin-de-session-texte"
      onCancel={(event) => {
        event.preventDefault();
        if (isEnded) onClose();
        else onStay();
      }}
    >
      <h2 id="fin-de-session-titre">
        {isEnded ? 'Votre session est terminée' : 'Votre session va se terminer'}
      </h2>
      <p id="fin-de-session-texte">
        {isEnded
          ? 'Elle a été fermée après une longue absence, depuis un autre appareil, ou parce que les droits de votre compte ont changé. Ce que vous avez saisi reste sur cette page. Connectez-vous de nouveau dans une autre fenêtre, puis revenez ici pour continuer.'
          : `Sans réponse de votre part, elle se terminera à ${formatTime(end.at)}. Ce que vous avez saisi restera sur cette page.`}
      </p>
      <p role="alert">{error}</p>
      <div className="preau-account__actions">
        {isEnded ? (
          <>
            <a
              ref={(link) => {
                first.current = link;
              }}
              className="fr-btn"
              href={`/connexion?retour=${encodeURIComponent(pathname + search)}`}
              target="_blank"
              rel="noreferrer"
              title="Me reconnecter - nouvelle fenêtre"
            >
              Me reconnecter
            </a>
            <Button priority="secondary" onClick={onClose}>
              Rester sur cette page
            </Button>
          </>
        ) : (
          <>
            <Button
              ref={(button) => {
                first.current = button;
              }}
              disabled={isBusy}
              onClick={onStay}
            >
              Rester connecté
            </Button>
            <Button priority="secondary" disabled={isBusy} onClick={onLeave}>
              Me déconnecter
            </Button>
          </>
        )}
      </div>
    </dialog>
  );
}

export default SessionWatch;
