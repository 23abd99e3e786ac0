import '../identity.css';
import { GraphQLFailure } from '@preau/graphql';
import { Failure, Loading, Page } from '@preau/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { MY_SPACE } from '../account/account-places';
import { FactorForm } from './factor-form';
import { factorRefusal, SETUP_EXPIRED } from './messages';
import { beginSecondFactor, confirmSetup } from './operations';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';
import { SECURITY, SETUP_PATH } from './setup-path';

interface Setup {
  readonly uri: string;
  readonly secret: string;
}

/** /mon-espace/securite/double-authentification: from the key to the recovery codes. */
export function Component() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [replaced, setReplaced] = useState<Setup>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { data, error, refetch } = useQuery({
    queryKey: ['second-factor-setup'],
    queryFn: () => beginSecondFactor(null),
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const finish = async () => {
    await navigate(SECURITY.to);
    // The session has new rights: what was refused to it is asked for again.
    await queries.resetQueries();
  };

  const frame = { title: 'Double authentification', breadcrumb: [MY_SPACE, SECURITY] };
  if (codes) {
    return (
      <Page {...frame} step="codes">
        <p role="status">La double authentification est en place.</p>
        <RecoveryCodes codes={codes} onKept={() => void finish()} />
      </Page>
    );
  }
  if (error instanceof GraphQLFailure && error.code === 'UNAUTHENTICATED')
    return <Navigate to={`/connexion?retour=${SETUP_PATH}`} replace />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const setup = replaced ?? (data.__typename === 'SecondFactorSetup' ? data : undefined);
  if (!setup) {
    return (
      <Page {...frame} step="remplacer">
        <div className="preau-sign-in">
          <p>
            Une double authentification est déjà en place. Pour la remplacer, par exemple sur un nouveau
            téléphone, montrez d’abord un code de l’actuelle. Elle sert jusqu’à ce que la nouvelle soit prête.
          </p>
          <FactorForm
            button="Continuer"
            send={beginSecondFactor}
            onDone={(result) => {
              if (result.__typename === 'SecondFactorSetup') setReplaced(result);
            }}
          />
        </div>
      </Page>
    );
  }
  return (
    <Page {...frame} step="cle" lead="Après votre adresse, un code que seul votre téléphone connaît.">
      <KeyToAdd {...setup} />
      <h2>2. Saisir le code qu’elle montre</h2>
      <div className="preau-sign-in">
        <FactorForm
          key={setup.uri}
          button="Mettre en place"
          withRecoveryCode={false}
          send={confirmSetup}
          refusalOf={(refused) => (refused.code === 'EXPIRED' ? SETUP_EXPIRED : factorRefusal(refused))}
          onDone={(result) => {
            if (result.__typename === 'RecoveryCodesGiven') setCodes(result.codes);
          }}
        />
      </div>
    </Page>
  );
}

function KeyToAdd({ uri, secret }: Setup) {
  return (
    <section aria-labelledby="ajouter-la-cle">
      <h2 id="ajouter-la-cle">1. Ajouter Préau à une application de codes</h2>
      <p className="preau-measure">
        N’importe quelle application de codes à usage unique convient (TOTP)&nbsp;: celle de votre
        administration, FreeOTP, Aegis, celle d’un gestionnaire de mots de passe…
      </p>
      <div className="preau-factor__key">
        <QrCode
          text={uri}
          label="QR code à photographier avec l’application. La clé qu’il contient est écrite à côté."
        />
        <div>
          <p>
            Photographiez ce carré avec l’application. Sans appareil photo, saisissez-y cette clé, ou{' '}
            <a href={uri}>ouvrez l’application de cet appareil</a>.
          </p>
          <p>
            <code className="preau-factor__secret">{secret}</code>
          </p>
          <p className="fr-text--sm">Ne montrez cette page à personne&nbsp;: qui a la clé a vos codes.</p>
        </div>
      </div>
    </section>
  );
}
