import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { takeFocus } from '@preau/ui';
import { useEffect, useState } from 'react';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

const asText = (codes: readonly string[]) =>
  [
    'Préau : codes de secours de la double authentification',
    '',
    ...codes,
    '',
    'Chaque code sert une seule fois. Gardez-les loin de votre téléphone.',
    '',
  ].join('\r\n');

/** The one time they are seen: on paper, or in a file. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const [file, setFile] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([asText(codes)], { type: 'text/plain;charset=utf-8' }));
    setFile(url);
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [codes]);
  return (
    <section aria-labelledby="codes-de-secours">
      <h2 ref={takeFocus} id="codes-de-secours" className="preau-factor__printed" tabIndex={-1}>
        Vos codes de secours
      </h2>
      <Alert
        small
        severity="warning"
        description="Ils ne seront plus jamais affichés. Imprimez-les ou enregistrez-les maintenant, et gardez-les loin de votre téléphone."
        role={undefined}
      />
      <p className="fr-mt-2w">
        Si vous perdez votre téléphone, chacun de ces codes remplace une fois celui de l’application.
      </p>
      <ol className="preau-factor__codes preau-factor__printed">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="preau-account__actions">
        <Button
          priority="secondary"
          onClick={() => {
            window.print();
          }}
        >
          Imprimer
        </Button>
        <a className="fr-btn fr-btn--secondary" href={file} download="preau-codes-de-secours.txt">
          Télécharger (texte)
        </a>
        <Button onClick={onKept}>J’ai gardé mes codes</Button>
      </div>
    </section>
  );
}
