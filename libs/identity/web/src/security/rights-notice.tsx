import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { FACTOR_OFF, rolesInWords } from '../second-factor/messages';
import { SECURITY, SETUP_PATH } from '../second-factor/setup-path';

const rightsWaitingQuery = graphql(`
  query RightsWaiting {
    me {
      id
      security {
        secondFactorSince
        rightsWaiting
      }
    }
    site {
      secondFactor
    }
  }
`);

/** To whoever has roles that want a second factor: that they wait for it, or that this demonstration wants none. */
export default function RightsNotice() {
  const { pathname } = useLocation();
  const { data } = useQuery({
    queryKey: ['rights-waiting'],
    queryFn: ({ signal }) => execute(rightsWaitingQuery, {}, { signal }),
    staleTime: 60_000,
  });
  const security = data?.me?.security;
  // The page where it is put right says it itself.
  if (!security || pathname.startsWith(SECURITY.to)) return null;
  if (!data.site.secondFactor) return <Strip text={FACTOR_OFF} />;
  const { rightsWaiting, secondFactorSince } = security;
  if (rightsWaiting.length === 0) return null;
  return (
    <Strip text={`Vos droits de ${rolesInWords(rightsWaiting)} attendent une double authentification.`}>
      {secondFactorSince ? (
        <Link to={SECURITY.to}>Saisir un code</Link>
      ) : (
        <Link to={SETUP_PATH}>La mettre en place</Link>
      )}
    </Strip>
  );
}

function Strip({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <section className="preau-demonstration" aria-label="Vos droits">
      <p className="fr-container">
        {text} {children}
      </p>
    </section>
  );
}
