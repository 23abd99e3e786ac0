import { Button } from '@codegouvfr/react-dsfr/Button';
import type { FollowRefusalCode } from '@preau/forum-domain';
import { StatusMessage, useSessionState } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { actionFailure, FOLLOW_REFUSALS } from '../messages';
import { signInPath } from '../paths';
import { keepIntent, takeIntent } from './intent';

interface FollowToggleProps {
  /** « Suivre ce sujet ». */
  readonly label: string;
  /** « ses nouveaux messages ». */
  readonly news: string;
  /** What is followed, as this device remembers it while a visitor signs in. */
  readonly what: string;
  /** Not known yet when undefined. */
  readonly isFollowed: boolean | undefined;
  readonly choose: (follow: boolean) => Promise<FollowRefusalCode | null>;
}

const ICONS = { true: 'fr-icon-notification-3-fill', false: 'fr-icon-notification-3-line' } as const;

/** Follows something of the debates, or no longer, and says how one is told. A visitor signs in, and comes back with it done. */
export function FollowToggle({ label, news, what, isFollowed, choose }: FollowToggleProps) {
  const session = useSessionState();
  const { pathname, search } = useLocation();
  const { mutate, isPending, data: code, error } = useMutation({ mutationFn: choose });
  const isKnown = session === 'SIGNED_IN' && isFollowed !== undefined;
  useEffect(() => {
    if (isKnown && takeIntent(what) && !isFollowed) mutate(true);
  }, [isKnown, isFollowed, what, mutate]);
  if (session === 'VISITOR') {
    return (
      <div className="preau-follow-debate">
        <Link
          to={signInPath(pathname + search)}
          className={`fr-btn fr-btn--secondary fr-btn--sm fr-btn--icon-left ${ICONS.false}`}
          onClick={() => {
            keepIntent(what);
          }}
        >
          {label}
        </Link>
        <p>{`Pour que ${news} vous soient annoncés, connectez-vous.`}</p>
      </div>
    );
  }
  return (
    <div className="preau-follow-debate">
      {isKnown ? (
        <>
          <Button
            priority="secondary"
            size="small"
            iconId={ICONS[`${isFollowed}`]}
            aria-pressed={isFollowed}
            onClick={() => {
              if (!isPending) mutate(!isFollowed);
            }}
          >
            {label}
          </Button>
          <StatusMessage>
            {isFollowed ? `Suivi\u00a0: ${news} vous sont annoncés, sur le site et par courriel.` : ''}
          </StatusMessage>
          {isFollowed ? <Link to="/mon-espace/courriels">Choisir mes courriels</Link> : null}
        </>
      ) : null}
      <p role="alert">{code ? FOLLOW_REFUSALS[code] : error ? actionFailure(error) : ''}</p>
    </div>
  );
}
