import '../identity.css';
import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Page } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { failureSentence, LINK_REFUSALS } from '../messages';
import { confirmSignIn } from './confirm-sign-in';
import { LinkCodeForm } from './link-code-form';
import { useEntered } from './use-entered';

/**
 * /connexion/confirmer#token: the link of a mail. It does nothing until the button is pressed, so that programs which
 * open the links of mails cannot use it up; the token leaves the address at once, and never reaches the server in one.
 * In another browser than the one that asked, the code is asked for too.
 */
export function Component() {
  const location = useLocation();
  const navigate = useNavigate();
  const entered = useEntered();
  const [token, setToken] = useState('');
  const inAddress = location.hash.slice(1);
  useEffect(() => {
    if (inAddress) {
      setToken(inAddress);
      void navigate({ hash: '' }, { replace: true });
    }
  }, [inAddress, navigate]);
  const confirm = useMutation({
    mutationFn: () => confirmSignIn({ token }),
    onSuccess: (result) => (result.__typename === 'SignInRefused' ? undefined : entered(result)),
  });

  const refusal = confirm.data?.__typename === 'SignInRefused' ? confirm.data.code : null;
  const wantsCode = refusal === 'OTHER_BROWSER';
  const refused = refusal === null || wantsCode ? '' : LINK_REFUSALS[refusal];
  const failed = confirm.error ? failureSentence(confirm.error) : '';
  return (
    <Page
      title="Confirmer la connexion"
      step={wantsCode ? 'code' : 'bouton'}
      breadcrumb={[{ label: 'Se connecter', to: '/connexion' }]}
    >
      <div className="preau-sign-in">
        <div role="alert">
          {refused || failed ? (
            <Alert
              className="fr-mb-3w"
              severity="error"
              as="h2"
              title="La connexion n’a pas pu se faire"
              description={refused || failed}
            />
          ) : null}
        </div>
        {wantsCode ? (
          <LinkCodeForm token={token} onEntered={entered} />
        ) : token && !refused ? (
          <>
            <p>Vous avez ouvert le lien reçu par message. Il ne reste qu’à confirmer.</p>
            <Button
              disabled={confirm.isPending}
              onClick={() => {
                confirm.mutate();
              }}
            >
              {confirm.isPending ? 'Vérification…' : 'Me connecter'}
            </Button>
            <p className="fr-text--sm fr-mt-3w">
              Vous n’avez rien demandé&nbsp;? Fermez cette page&nbsp;: personne n’est connecté tant que ce
              bouton n’est pas utilisé.
            </p>
          </>
        ) : (
          <>
            {refused || inAddress ? null : (
              <p>
                Ce lien est incomplet. Ouvrez de nouveau celui du message, ou saisissez le code à six
                chiffres.
              </p>
            )}
            <Link className="fr-btn fr-btn--secondary" to="/connexion">
              Demander un autre message
            </Link>
          </>
        )}
      </div>
    </Page>
  );
}
