import '../identity.css';
import { readFragment } from '@preau/graphql';
import { Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { MY_SPACE } from '../account/account-places';
import { ProfileForm } from './profile-form';
import { myProfile, profileFragment } from './save-profile';

/** /mon-espace/profil: what one says of oneself. */
export function Component() {
  const { data, error, refetch } = useQuery({
    queryKey: ['my-profile'],
    queryFn: ({ signal }) => myProfile(signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.me) return <Navigate to="/connexion?retour=/mon-espace/profil" replace />;
  return (
    <Page
      title="Mon profil"
      breadcrumb={[MY_SPACE]}
      lead="Ce que vous dites de vous. Votre adresse électronique, elle, n’est montrée à personne."
    >
      <ProfileForm accountId={data.me.id} profile={readFragment(profileFragment, data.me)} />
    </Page>
  );
}
