import { Button } from '@codegouvfr/react-dsfr/Button';
import { IMAGES_MAX } from '@preau/forum-domain';
import { IMAGE_TYPES } from '@preau/shared-domain';
import { useEffect, useRef, useState } from 'react';
import { AttachedImage } from './attached-image';
import { SendingImage } from './sending-image';
import { COMING, descriptionId, type DraftImages } from './use-images';

/** The images of a message that is being written, under its text. */
export function ImageField({ field }: { readonly field: DraftImages }) {
  const { images, sendings, faults, fieldId, room } = field;
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const last = useArrival(images.map(({ id }) => id));

  useEffect(() => {
    if (!last) return;
    setSaid('L’image est ajoutée. Décrivez-la.');
    // Whoever waited for it goes on to its description; whoever writes elsewhere meanwhile is left in peace.
    const { activeElement } = document;
    if (activeElement === button.current || activeElement === document.body)
      document.getElementById(descriptionId(last))?.focus();
  }, [last]);

  const remove = (id: string) => {
    field.remove(id);
    setSaid('L’image est retirée.');
    button.current?.focus();
  };
  const faultOf = (id: string) => faults.find((fault) => fault.fieldId === id)?.message;
  return (
    <div
      id={fieldId}
      role="group"
      aria-labelledby={`${fieldId}-titre`}
      className="preau-images"
      tabIndex={-1}
    >
      <p id={`${fieldId}-titre`} className="fr-label">
        Images (facultatif)
        <span className="fr-hint-text">
          {`Quatre au plus, 10\u00a0Mo chacune. Sans visage d’élève ni document nominatif. Une image est relue avant d’être publiée.`}
        </span>
      </p>
      {images.length + sendings.length > 0 ? (
        <ul className="preau-images__list">
          {images.map((image, at) => (
            <AttachedImage
              key={image.id}
              image={image}
              position={at + 1}
              isAlone={images.length === 1}
              fault={faultOf(descriptionId(image.id))}
              onDescribe={(alt) => {
                field.describe(image.id, alt);
              }}
              onRemove={() => {
                remove(image.id);
              }}
            />
          ))}
          {sendings.map((sending) => (
            <SendingImage
              key={sending.id}
              sending={sending}
              onRetry={() => {
                field.retry(sending.id, sending.file);
              }}
              onRemove={() => {
                remove(sending.id);
              }}
            />
          ))}
        </ul>
      ) : null}
      {sendings.length > 0 && faultOf(fieldId) ? <p className="fr-error-text">{COMING}</p> : null}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label="Image à ajouter"
        accept={IMAGE_TYPES.join(',')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same one may be chosen again.
          currentTarget.value = '';
          field.add(files.slice(0, room));
          setSaid(
            files.length > room
              ? `Un message montre ${String(IMAGES_MAX)} images au plus\u00a0: les premières seules sont ajoutées.`
              : '',
          );
        }}
      />
      <Button
        ref={button}
        type="button"
        priority="secondary"
        size="small"
        iconId="fr-icon-image-add-line"
        nativeButtonProps={{ 'aria-disabled': room <= 0 }}
        onClick={() => {
          if (room > 0) input.current?.click();
          else setSaid(`Un message montre ${String(IMAGES_MAX)} images au plus.`);
        }}
      >
        Ajouter une image
      </Button>
      <p role="status" className="fr-hint-text preau-images__said">
        {said}
      </p>
    </div>
  );
}

/** The id that was not there the time before; those of a draft that is taken up have not just arrived. */
function useArrival(ids: readonly string[]): string | null {
  const known = useRef(new Set(ids));
  const [arrived, setArrived] = useState<string | null>(null);
  const all = ids.join(' ');
  useEffect(() => {
    const now = all.split(' ').filter(Boolean);
    const fresh = now.find((id) => !known.current.has(id));
    known.current = new Set(now);
    if (fresh) setArrived(fresh);
  }, [all]);
  return arrived;
}
