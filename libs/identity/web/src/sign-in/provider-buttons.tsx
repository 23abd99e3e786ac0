import { ProConnectButton } from '@codegouvfr/react-dsfr/ProConnectButton';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';

const providerButtonFragment = graphql(`
  fragment ProviderButton on IdentityProvider {
    name
    label
    isProConnect
  }
`);

interface ProviderButtonsProps {
  readonly providers: readonly FragmentType<typeof providerButtonFragment>[];
  readonly returnPath: string | null;
}

/** The ways in by somebody else's account. They leave the site: plain links, which the server answers. */
export function ProviderButtons({ providers, returnPath }: ProviderButtonsProps) {
  const query = returnPath === null ? '' : `?return_to=${encodeURIComponent(returnPath)}`;
  return (
    <section className="preau-sign-in__providers" aria-labelledby="providers">
      <h2 id="providers" className="fr-h5">
        Avec un compte que vous avez déjà
      </h2>
      <ul>
        {readFragment(providerButtonFragment, providers).map(({ name, label, isProConnect }) => (
          <li key={name}>
            {isProConnect ? (
              <ProConnectButton url={`/auth/${name}${query}`} />
            ) : (
              <a className="fr-btn fr-btn--secondary" href={`/auth/${name}${query}`}>
                Se connecter avec {label}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
