import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { GraphQLFailure } from '@preau/graphql';
import { Failure, formatDateTime, Loading, plural, StatusMessage, useHeadingFocus } from '@preau/ui';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { leaving, signOut } from '../account/sign-out';
import { useLeft } from '../account/use-left';
import { failureSentence } from '../messages';
import { endOtherSessions, endSession, mySessions, signOutEverywhere } from './security-query';

const UNKNOWN_DEVICE = 'Appareil inconnu';
const QUERY = ['my-sessions'];

interface OpenSession {
  readonly id: string;
  readonly current: boolean;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** Where one is signed in, and the ways out. */
export function SessionsSection() {
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const { heading, lead } = useHeadingFocus();
  const list = useInfiniteQuery({
    queryKey: QUERY,
    queryFn: ({ pageParam, signal }) => mySessions(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last?.pageInfo.hasNextPage ? (last.pageInfo.endCursor ?? null) : null),
  });
  const told = async (sentence: string) => {
    setSaid(sentence);
    lead();
    await queries.invalidateQueries({ queryKey: QUERY });
  };
  const left = useLeft();
  const endOne = useMutation({
    mutationFn: (id: string) => endSession(id).catch(endedAlready),
    onSuccess: () => told('Cet appareil est déconnecté.'),
  });
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: (ended) =>
      told(
        ended > 0
          ? `${plural(ended, 'autre appareil est déconnecté', 'autres appareils sont déconnectés')}.`
          : 'Aucun autre appareil n’était connecté.',
      ),
  });
  const leave = useMutation({ mutationFn: signOut, onSuccess: left });
  const leaveAll = useMutation({ mutationFn: () => leaving(signOutEverywhere), onSuccess: left });
  const error = endOne.error ?? endOthers.error ?? leave.error ?? leaveAll.error;
  const isBusy = [endOne, endOthers, leave, leaveAll].some(({ isPending }) => isPending);
  const sessions = list.data?.pages.flatMap((one) => one?.edges.map(({ node }) => node) ?? []) ?? [];

  return (
    <section aria-labelledby="appareils-connectes" className="fr-mt-6w">
      <h2 ref={heading} id="appareils-connectes" tabIndex={-1}>
        Appareils connectés
      </h2>
      <p className="preau-measure">
        Un appareil que vous ne reconnaissez pas&nbsp;? Déconnectez-le, et vérifiez qui peut lire votre
        messagerie.
      </p>
      {list.error ? <Failure error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading /> : null}
      <ul className="preau-sessions">
        {sessions.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            isBusy={isBusy}
            onEnd={() => {
              if (session.current) leave.mutate();
              else endOne.mutate(session.id);
            }}
          />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button priority="tertiary" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
          Afficher les suivants
        </Button>
      ) : null}
      <StatusMessage>{said}</StatusMessage>
      <p role="alert">{error ? failureSentence(error) : ''}</p>
      <div className="preau-account__actions">
        <Button
          priority="secondary"
          disabled={isBusy}
          onClick={() => {
            endOthers.mutate();
          }}
        >
          Déconnecter les autres appareils
        </Button>
        <Button
          priority="secondary"
          disabled={isBusy}
          onClick={() => {
            leaveAll.mutate();
          }}
        >
          Me déconnecter partout
        </Button>
      </div>
    </section>
  );
}

/** It ended meanwhile: what was wanted is so. */
function endedAlready(error: unknown): true {
  if (error instanceof GraphQLFailure && error.code === 'NOT_FOUND') return true;
  throw error;
}

interface SessionItemProps {
  readonly session: OpenSession;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

function SessionItem({ session, isBusy, onEnd }: SessionItemProps) {
  const device = session.device || UNKNOWN_DEVICE;
  const since = formatDateTime(session.createdAt);
  return (
    <li>
      <div>
        <p>
          <strong>{device}</strong>{' '}
          {session.current ? (
            <Badge as="span" small noIcon severity="info">
              Cet appareil
            </Badge>
          ) : null}
        </p>
        <p className="fr-text--sm">
          Connecté le {since}. Utilisé pour la dernière fois le {formatDateTime(session.lastSeenAt)}.
        </p>
      </div>
      <Button priority="tertiary" size="small" disabled={isBusy} onClick={onEnd}>
        {session.current ? 'Me déconnecter' : 'Déconnecter'}
        <span className="fr-sr-only">
          {' '}
          {device}, connecté le {since}
        </span>
      </Button>
    </li>
  );
}
