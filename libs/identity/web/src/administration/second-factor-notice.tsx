import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';

const siteQuery = graphql(`
  query AdministrationSite {
    site {
      secondFactor
    }
  }
`);

/** Said wherever roles are given, as long as this deployment asks for no second factor. */
export function SecondFactorNotice() {
  const { data } = useQuery({
    queryKey: ['administration-site'],
    queryFn: ({ signal }) => execute(siteQuery, {}, { method: 'GET', signal }),
  });
  if (data?.site.secondFactor !== false) return null;
  return (
    <Alert
      className="fr-mb-3w"
      severity="warning"
      as="h2"
      title={'Réglage\u00a0: double authentification désactivée'}
      description="Sur cette instance de démonstration, les rôles sensibles se donnent et s’exercent sans double authentification. Sur un vrai serveur, elle est exigée."
    />
  );
}
