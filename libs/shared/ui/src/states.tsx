import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { GraphQLFailure } from '@preau/graphql';
import type { ReactNode } from 'react';

/** Something is on its way. Silent for a moment, so that fast pages do not flicker. */
export function Loading({ label = 'Chargement en cours…' }: { readonly label?: string }) {
  return (
    <div className="fr-container preau-loading" role="status">
      <span className="preau-loading__mark" aria-hidden="true" />
      <p>{label}</p>
    </div>
  );
}

const SENTENCES: Readonly<Record<string, string>> = {
  OFFLINE: 'La connexion au serveur ne répond pas. Vérifiez votre réseau, puis réessayez.',
  RATE_LIMITED: 'Beaucoup de demandes arrivent en même temps. Attendez une minute, puis réessayez.',
  UNAUTHENTICATED: 'Votre session est terminée. Connectez-vous de nouveau pour continuer.',
  NOT_FOUND: 'Ce que vous cherchez n’existe pas, ou ne vous est pas accessible.',
};
const UNKNOWN = 'Le site a rencontré une erreur. Réessayez dans un instant.';

interface FailureProps {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly title?: string;
}

/** What could not be shown, in words, with a way to try again. */
export function Failure({
  error,
  retry,
  title = 'Cette partie de la page n’a pas pu s’afficher',
}: FailureProps) {
  const code = error instanceof GraphQLFailure ? error.code : '';
  return (
    <div className="fr-container preau-failure">
      <Alert
        severity={code === 'OFFLINE' ? 'warning' : 'error'}
        as="h2"
        title={title}
        description={SENTENCES[code] ?? UNKNOWN}
      />
      {retry ? (
        <Button className="fr-mt-2w" onClick={retry}>
          Réessayer
        </Button>
      ) : null}
    </div>
  );
}

interface EmptyProps {
  readonly children: ReactNode;
  /** What one can do about it: a link or a button. */
  readonly action?: ReactNode;
}

/** There is nothing here yet, and why. */
export function Empty({ children, action }: EmptyProps) {
  return (
    <div className="preau-empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

/**
 * A message that reports without interrupting (« Enregistré à 10:42 »). Keep it mounted, with nothing inside when there is
 * nothing to say: screen readers announce what changes inside a region they already know.
 */
export function StatusMessage({ children }: { readonly children?: ReactNode }) {
  return (
    <p role="status" aria-live="polite" className="preau-status">
      {children}
    </p>
  );
}
