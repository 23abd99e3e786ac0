import '../identity.css';
import { execute, graphql } from '@preau/graphql';
import { Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { MY_SPACE } from '../account/account-places';
import { DeletionSection } from '../deletion/deletion-section';
import { OpposeSection } from '../oppositions/oppose-section';
import { DataExportSection } from './data-export-section';

const myDataQuery = graphql(`
  query MyData {
    me {
      id
      deletionDueAt
    }
  }
`);

/** /mon-espace/donnees: what one may do about one's own data. */
export function Component() {
  const { data, error, refetch } = useQuery({
    queryKey: ['my-data'],
    queryFn: ({ signal }) => execute(myDataQuery, {}, { signal }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.me) return <Navigate to="/connexion?retour=/mon-espace/donnees" replace />;
  return (
    <Page
      title="Mes données"
      breadcrumb={[MY_SPACE]}
      lead="Les voir, vous opposer à un usage, ou tout effacer."
    >
      <div className="preau-data">
        <p>
          Ce qui est enregistré, pourquoi et pour combien de temps est dit sur la page{' '}
          <Link to="/donnees-personnelles">Données personnelles</Link>. Pour corriger votre nom ou votre
          profil, ouvrez <Link to="/mon-espace/profil">Mon profil</Link>.
        </p>
        <DataExportSection />
        <OpposeSection accountId={data.me.id} />
        <DeletionSection dueAt={data.me.deletionDueAt ?? null} />
      </div>
    </Page>
  );
}
