import '../identity.css';
import { graphql, execute } from '@preau/graphql';
import { safePath } from '@preau/identity-domain';
import { Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { AddressForm } from './address-form';
import { CodeForm } from './code-form';
import { ProviderButtons } from './provider-buttons';
import { ProviderRefusal } from './provider-refusal';
import { keepReturnPath } from './return-path';
import { keepPendingSignIn, readPendingSignIn, type PendingSignIn } from './sign-in-request';

const signInContextQuery = graphql(`
  query SignInContext {
    me {
      id
      displayName
    }
    site {
      embedded
    }
    identityProviders {
      ...ProviderButton
    }
  }
`);

/** /connexion: a provider of identities, or the address, then the six figures of the mail. `?retour=` says where to come back to. */
export function Component() {
  const [search] = useSearchParams();
  const returnPath = safePath(search.get('retour'));
  const [pending, setPending] = useState<PendingSignIn | null>(readPendingSignIn);
  const { data } = useQuery({
    queryKey: ['sign-in-context'],
    queryFn: ({ signal }) => execute(signInContextQuery, {}, { signal }),
  });
  const embedded = data?.site.embedded ?? false;
  const providers = data?.identityProviders ?? [];

  const proceed = (next: PendingSignIn | null) => {
    keepPendingSignIn(next);
    if (next && returnPath) keepReturnPath(returnPath);
    setPending(next);
  };

  return (
    <Page
      title={pending ? 'Consultez votre messagerie' : 'Se connecter'}
      step={pending ? 'code' : 'adresse'}
      breadcrumb={[]}
    >
      <div className="preau-sign-in">
        {pending ? null : <ProviderRefusal />}
        {data?.me ? (
          <p className="fr-mb-4w">
            Une session est déjà ouverte avec le compte de {data.me.displayName}.{' '}
            <Link to={returnPath ?? '/mon-espace'}>Continuer avec ce compte</Link>
          </p>
        ) : null}
        {pending ? (
          <CodeForm
            pending={pending}
            embedded={embedded}
            returnPath={returnPath}
            onOtherAddress={() => {
              proceed(null);
            }}
          />
        ) : (
          <>
            {providers.length > 0 ? (
              <>
                <ProviderButtons providers={providers} returnPath={returnPath} />
                <h2 className="fr-h5">Par courriel</h2>
              </>
            ) : null}
            <AddressForm embedded={embedded} onRequested={proceed} />
          </>
        )}
      </div>
    </Page>
  );
}
