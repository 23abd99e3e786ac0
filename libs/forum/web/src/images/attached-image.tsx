import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { ALT_LENGTH } from '@preau/forum-domain';
import { imagePath } from '@preau/shared-domain';
import { useState } from 'react';
import { widthNear, type DraftImage } from './draft-images';
import { descriptionId } from './use-images';

const PREVIEW_WIDTH = 320;

interface AttachedImageProps {
  readonly image: DraftImage;
  readonly position: number;
  readonly isAlone: boolean;
  readonly fault: string | undefined;
  readonly onDescribe: (alt: string) => void;
  readonly onRemove: () => void;
}

/** An image that was received, and what it shows in words: without them the message is not sent. */
export function AttachedImage({ image, position, isAlone, fault, onDescribe, onRemove }: AttachedImageProps) {
  const [isGone, setGone] = useState(false);
  const { id, alt, width, height } = image;
  return (
    <li className="preau-images__one">
      {isGone ? (
        <p className="fr-error-text">
          Cette image n’est plus gardée&nbsp;: un jour a passé sans qu’un message la montre. Retirez-la, puis
          ajoutez-la à nouveau.
        </p>
      ) : (
        <img
          src={imagePath(id, widthNear(PREVIEW_WIDTH, width))}
          alt=""
          width={width}
          height={height}
          onError={() => {
            setGone(true);
          }}
        />
      )}
      <div>
        <Input
          label={`Description de l’image${isAlone ? '' : ` ${String(position)}`} (pour qui ne la voit pas, obligatoire)`}
          hintText={`Ce qu’elle montre d’utile à votre propos, en une phrase. ${String(ALT_LENGTH.max)} caractères au plus.`}
          state={fault ? 'error' : 'default'}
          stateRelatedMessage={fault}
          nativeInputProps={{
            id: descriptionId(id),
            required: true,
            'aria-invalid': fault !== undefined,
            autoComplete: 'off',
            value: alt,
            onChange: ({ currentTarget }) => {
              onDescribe(currentTarget.value);
            },
          }}
        />
        <Button type="button" priority="tertiary" size="small" onClick={onRemove}>
          {`Retirer l’image ${String(position)}`}
        </Button>
      </div>
    </li>
  );
}
