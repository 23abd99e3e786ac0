import '../identity.css';
import { Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { MY_SPACE } from '../account/account-places';
import { FactorSection } from './factor-section';
import { mySecurity } from './security-query';
import { SessionsSection } from './sessions-section';

/** /mon-espace/securite: the second factor, and the browsers that are signed in. */
export function Component() {
  const { data, error, refetch } = useQuery({
    queryKey: ['my-security'],
    queryFn: ({ signal }) => mySecurity(signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.me?.security) return <Navigate to="/connexion?retour=/mon-espace/securite" replace />;
  return (
    <Page
      title="Sécurité"
      breadcrumb={[MY_SPACE]}
      lead="Ce qui protège votre compte, et les appareils où il est ouvert."
    >
      <FactorSection security={data.me.security} isWantedHere={data.site.secondFactor} />
      <SessionsSection />
    </Page>
  );
}
