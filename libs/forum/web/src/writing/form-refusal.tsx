import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { GraphQLFailure } from '@preau/graphql';
import { failureSentence } from '../messages';
import { signInPath } from '../paths';

interface FormRefusalProps {
  /** Why the whole form was refused; about a field, it stands beside the field. */
  readonly sentence?: string | null | undefined;
  readonly error?: unknown;
}

/** Why something could not be sent, where it was sent from. It takes the focus: nothing of what was typed is lost. */
export function FormRefusal({ sentence, error }: FormRefusalProps) {
  const box = useRef<HTMLDivElement>(null);
  const { pathname, search } = useLocation();
  const said = sentence ?? (error ? failureSentence(error) : null);
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said, error]);
  if (!said) return null;
  const isSignedOut = error instanceof GraphQLFailure && error.code === 'UNAUTHENTICATED';
  return (
    <div ref={box} tabIndex={-1} role="alert" className="fr-alert fr-alert--error fr-alert--sm preau-refusal">
      <p>{said}</p>
      {isSignedOut ? <Link to={signInPath(pathname + search)}>Me connecter</Link> : null}
    </div>
  );
}

/** Over the list of what is to be mended. */
export const problemsTitle = (count: number): string =>
  count === 1 ? 'Un champ est à revoir' : `${String(count)} champs sont à revoir`;
