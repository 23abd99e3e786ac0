import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { OIDC_REFUSALS, type OidcRefusal } from '@preau/identity-domain';
import { useSearchParams } from 'react-router';
import { PROVIDER_REFUSALS } from '../messages';

/** What whoever helps finds the cause by, in the log. */
const REFERENCE = /^[\w-]{8}$/;

/** `?refus=`: why a provider of identities signed nobody in. Nothing, when the address says nothing of it. */
export function ProviderRefusal() {
  const [search] = useSearchParams();
  const said = search.get('refus');
  const code = OIDC_REFUSALS.find((known): known is OidcRefusal => known === said);
  if (!code) return null;
  const reference = search.get('reference') ?? '';
  const isOwnWill = code === 'CANCELLED';
  return (
    <Alert
      className="fr-mb-4w"
      severity={isOwnWill ? 'info' : 'error'}
      as="h2"
      title={isOwnWill ? 'Vous n’êtes pas connecté' : 'La connexion n’a pas pu se faire'}
      description={
        isOwnWill || !REFERENCE.test(reference)
          ? PROVIDER_REFUSALS[code]
          : `${PROVIDER_REFUSALS[code]} Si vous demandez de l’aide, donnez cette référence\u00a0: ${reference}.`
      }
    />
  );
}
