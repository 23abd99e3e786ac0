import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { Failure, Loading, Page } from '@preau/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { failureSentence, SCOPE_NAMES } from '../messages';

const unsubscriptionQuery = graphql(`
  query Unsubscription($token: String!) {
    unsubscription(token: $token) {
      __typename
      ... on Unsubscription {
        scope
        address
        isEnded
      }
    }
  }
`);

const unsubscribeMutation = graphql(`
  mutation Unsubscribe($token: String!) {
    unsubscribe(token: $token) {
      __typename
    }
  }
`);

/** /desabonnement: where the link of a mail leads. Opening it ends nothing; its button does, without signing in. */
export function Component() {
  const token = useSearchParams()[0].get('jeton') ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['unsubscription', token],
    queryFn: async ({ signal }) => (await execute(unsubscriptionQuery, { token }, { signal })).unsubscription,
  });
  const end = useMutation({
    mutationFn: async () => (await execute(unsubscribeMutation, { token })).unsubscribe,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.__typename !== 'Unsubscription' || end.data?.__typename === 'UnsubscribeRefused') {
    return (
      <Page title="Ne plus recevoir ces courriels" breadcrumb={[]}>
        <Alert
          small
          severity="error"
          role={undefined}
          description="Ce lien n’est pas valable : il est peut-être incomplet. Copiez-le en entier depuis le message, ou choisissez vos courriels dans votre espace."
        />
        <Choose />
      </Page>
    );
  }
  const isEnded = data.isEnded || end.isSuccess;
  return (
    <Page title="Ne plus recevoir ces courriels" breadcrumb={[]}>
      <p className="preau-measure">
        Ces courriels, envoyés à <strong>{data.address}</strong>, annoncent {SCOPE_NAMES[data.scope]}.
      </p>
      <div role="status">
        {isEnded ? (
          <Alert small severity="success" description="C’est fait : vous ne les recevrez plus." />
        ) : null}
      </div>
      {isEnded ? null : (
        <Button
          disabled={end.isPending}
          onClick={() => {
            end.mutate();
          }}
        >
          Ne plus les recevoir
        </Button>
      )}
      <p role="alert">{end.error ? failureSentence(end.error) : ''}</p>
      <Choose />
    </Page>
  );
}

function Choose() {
  return (
    <p className="fr-mt-2w">
      <Link to="/mon-espace/courriels">Choisir tous mes courriels</Link> (il faut se connecter)
    </p>
  );
}
