import '../identity.css';
import { execute } from '@preau/graphql';
import { Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { pendingSignInQuery } from '../registration/register';
import { useEntered } from '../sign-in/use-entered';
import { FactorForm } from './factor-form';
import { confirmSecondFactor } from './operations';

const TITLE = 'Double authentification';
const CRUMBS = [{ label: 'Se connecter', to: '/connexion' }];

/** /connexion/second-facteur: the last thing asked of somebody who has just proved who they are. `?retour=` comes from a provider's way. */
export function Component() {
  const entered = useEntered();
  const [search] = useSearchParams();
  const [isDone, setDone] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['pending-sign-in'],
    queryFn: ({ signal }) => execute(pendingSignInQuery, {}, { signal }),
    refetchOnWindowFocus: false,
  });
  if (isDone) return <Loading label="Connexion…" />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const step = data.pendingSignIn?.step;
  if (step === 'REGISTRATION') return <Navigate to="/connexion/compte" replace />;
  if (!step) return <TooLate />;
  return (
    <Page title={TITLE} breadcrumb={CRUMBS}>
      <div className="preau-sign-in">
        <p>Votre identité est confirmée. Ce compte demande aussi un code de votre application.</p>
        <FactorForm
          button="Me connecter"
          send={confirmSecondFactor}
          onDone={(result) => {
            setDone(true);
            return entered(result, search.get('retour'));
          }}
        />
        <p className="fr-text--sm fr-mt-3w">
          Ni téléphone, ni code de secours&nbsp;? <Link to="/contact">Écrivez à l’équipe du site</Link>, qui
          vérifiera que ce compte est bien le vôtre.
        </p>
      </div>
    </Page>
  );
}

/** Nothing was proved in this browser, or more than a quarter of an hour ago. */
function TooLate() {
  return (
    <Page title={TITLE} step="trop-tard" breadcrumb={CRUMBS}>
      <p>
        Pour vous connecter, confirmez d’abord votre adresse électronique. Si vous l’avez fait, c’était il y a
        plus d’un quart d’heure, ou dans un autre navigateur.
      </p>
      <Link className="fr-btn" to="/connexion">
        Reprendre la connexion
      </Link>
    </Page>
  );
}
