import '../identity.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { Failure, Loading, Page, StatusMessage } from '@preau/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { PlannedDeletion } from '../deletion/planned-deletion';
import { failureSentence } from '../messages';
import { AccountCard } from './account-card';
import { OWN_PLACES, type AccountPlace } from './account-places';
import { AccountSections } from './account-sections';
import { signOut } from './sign-out';
import { Suspended } from './suspended';
import { useLeft } from './use-left';

const myAccountQuery = graphql(`
  query MyAccount {
    me {
      id
      displayName
      roles
      deletionDueAt
      suspendedAt
      suspensionReason
      ...AccountCard
    }
  }
`);

/** /mon-espace: who I am here, where my things are, and the way out. */
export function AccountPage({ places }: { readonly places: readonly AccountPlace[] }) {
  const [said, setSaid] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['my-account'],
    queryFn: ({ signal }) => execute(myAccountQuery, {}, { signal }),
  });
  const leaving = useMutation({ mutationFn: signOut, onSuccess: useLeft() });

  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.me) return leaving.isSuccess ? null : <Navigate to="/connexion?retour=/mon-espace" replace />;
  const { displayName, roles, deletionDueAt, suspendedAt, suspensionReason } = data.me;
  return (
    <Page
      title="Mon espace"
      breadcrumb={[]}
      lead={`Session ouverte avec le compte «\u00a0${displayName}\u00a0».`}
    >
      <StatusMessage>{said}</StatusMessage>
      {suspendedAt ? <Suspended since={suspendedAt} reason={suspensionReason ?? null} /> : null}
      {deletionDueAt ? (
        <PlannedDeletion
          dueAt={deletionDueAt}
          onKept={() => {
            setSaid('Votre compte est gardé.');
          }}
        />
      ) : null}
      <AccountCard account={data.me} />
      <Button
        priority="secondary"
        disabled={leaving.isPending}
        onClick={() => {
          leaving.mutate();
        }}
      >
        Me déconnecter
      </Button>
      <p role="alert">{leaving.error ? failureSentence(leaving.error) : ''}</p>
      <AccountSections places={[...OWN_PLACES, ...places]} roles={roles} />
      <p className="fr-text--sm preau-measure">
        Une réponse envoyée sans se connecter n’est liée à aucun compte&nbsp;: le code de son récépissé permet
        de <Link to="/reponse">la relire ou la modifier</Link>.
      </p>
    </Page>
  );
}
