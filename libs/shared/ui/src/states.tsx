import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { GraphQLFailure } from '@preau/graphql';
import { useContext, type ReactNode } from 'react';
import { InsidePage, PageTitle } from './page';

/** Something is on its way. Silent for a moment, so that fast pages do not flicker. */
export function Loading({ label = 'Chargement en cours…' }: { readonly label?: string }) {
  // A whole page on its way still has a title of its own; a part of a titled page has not.
  const Label = useContext(InsidePage) ? 'p' : 'h1';
  return (
    <div className="fr-container preau-loading" role="status">
      <span className="preau-loading__mark" aria-hidden="true" />
      <Label className="preau-loading__label">{label}</Label>
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

/** What could not be shown, in words, with a way to try again: a whole page, or a part of one when inside `Page`. */
export function Failure({ error, retry, title }: FailureProps) {
  const insidePage = useContext(InsidePage);
  const code = error instanceof GraphQLFailure ? error.code : '';
  const severity = code === 'OFFLINE' ? 'warning' : 'error';
  const description = SENTENCES[code] ?? UNKNOWN;
  const pageTitle = title ?? 'Cette page n’a pas pu s’afficher';
  return (
    <div className="fr-container preau-failure">
      {insidePage ? (
        <Alert
          severity={severity}
          as="h2"
          title={title ?? 'Cette partie de la page n’a pas pu s’afficher'}
          description={description}
        />
      ) : (
        <>
          <PageTitle documentTitle={pageTitle}>{pageTitle}</PageTitle>
          <Alert small severity={severity} description={description} />
        </>
      )}
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
