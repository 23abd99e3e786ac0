import { Button } from '@codegouvfr/react-dsfr/Button';
import { useId } from 'react';
import { MAY_RETRY, SENDING_FAULTS } from './image-messages';
import type { Sending } from './use-images';

interface SendingImageProps {
  readonly sending: Sending;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** An image on its way: how far it is, or why it did not arrive. */
export function SendingImage({ sending, onRetry, onRemove }: SendingImageProps) {
  const label = useId();
  const { file, progress, fault } = sending;
  return (
    <li className="preau-images__one">
      <p id={label} className="preau-images__name">
        {file.name}
      </p>
      <div>
        {fault === null ? (
          <>
            <progress aria-labelledby={label} value={progress} max={1} />
            <p className="fr-hint-text">{progress < 1 ? 'Envoi en cours…' : 'Vérification de l’image…'}</p>
          </>
        ) : (
          <p role="alert" className="fr-error-text">
            {SENDING_FAULTS[fault]}
          </p>
        )}
        {fault !== null && MAY_RETRY.includes(fault) ? (
          <Button type="button" priority="secondary" size="small" onClick={onRetry}>
            Réessayer<span className="fr-sr-only">{` pour ${file.name}`}</span>
          </Button>
        ) : null}
        <Button type="button" priority="tertiary" size="small" onClick={onRemove}>
          Retirer<span className="fr-sr-only">{` ${file.name}`}</span>
        </Button>
      </div>
    </li>
  );
}
