import { Button } from '@codegouvfr/react-dsfr/Button';
import { GraphQLFailure } from '@preau/graphql';
import { Page } from '@preau/ui';
import { Link, useRouteError } from 'react-router';
import { Component as NotFoundPage } from './not-found-page';

/**
 * A page broke, or its code could not be fetched (no network, or a newer version of the site is out). A page may also say
 * that what it was asked for does not exist.
 */
export function ErrorPage() {
  const error = useRouteError();
  if (error instanceof GraphQLFailure && error.code === 'NOT_FOUND') return <NotFoundPage />;
  return (
    <Page
      title="Cette page n’a pas pu s’afficher"
      lead="Le réseau a peut-être été coupé, ou le site vient d’être mis à jour. Ce que vous avez saisi reste sur votre appareil."
    >
      <div className="preau-actions">
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          Recharger la page
        </Button>
        <Link className="fr-btn fr-btn--secondary" to="/">
          Revenir à l’accueil
        </Link>
      </div>
      <p>
        Si cela continue, <Link to="/contact">dites-le-nous</Link> en indiquant l’adresse de la page.
      </p>
    </Page>
  );
}
