import '../identity.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { Failure, Loading, Page } from '@preau/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from 'react-router';
import { failureSentence, ROLE_NAMES } from '../messages';

const myAccountQuery = graphql(`
  query MyAccount {
    me {
      id
      displayName
      email
      roles
    }
  }
`);

const signOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** /mon-espace: who I am here, what I may do, and the way out. */
export function Component() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['my-account'],
    queryFn: ({ signal }) => execute(myAccountQuery, {}, { signal }),
  });
  const signOut = useMutation({
    mutationFn: () => execute(signOutMutation, {}),
    onSuccess: async () => {
      await navigate('/');
      // What was read with the account's rights does not stay in memory after it.
      await queries.resetQueries();
    },
  });

  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.me) return signOut.isSuccess ? null : <Navigate to="/connexion?retour=/mon-espace" replace />;
  const { displayName, email, roles } = data.me;
  const isStaff = roles.includes('STAFF') || roles.includes('ADMIN');
  return (
    <Page title="Mon espace" breadcrumb={[]} lead={`Session ouverte avec le compte de ${displayName}.`}>
      <dl className="preau-account">
        <dt>Adresse électronique</dt>
        <dd>{email}</dd>
        <dt>{roles.length > 1 ? 'Rôles' : 'Rôle'}</dt>
        <dd>{roles.length > 0 ? roles.map((role) => ROLE_NAMES[role]).join(', ') : 'Participation'}</dd>
      </dl>
      <div className="preau-account__actions">
        {isStaff ? (
          <Link className="fr-btn" to="/pilotage">
            Ouvrir le pilotage
          </Link>
        ) : null}
        <Button
          priority={isStaff ? 'secondary' : 'primary'}
          disabled={signOut.isPending}
          onClick={() => {
            signOut.mutate();
          }}
        >
          Me déconnecter
        </Button>
      </div>
      <p role="alert">{signOut.error ? failureSentence(signOut.error) : ''}</p>
      <p className="fr-text--sm">
        Une réponse à un questionnaire n’est jamais liée à un compte&nbsp;: elle n’apparaît donc pas ici. Le
        code de votre récépissé permet de <Link to="/reponse">la relire ou la modifier</Link>.
      </p>
    </Page>
  );
}
