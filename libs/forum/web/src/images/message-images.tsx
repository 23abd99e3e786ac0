import { imagePath, imageWidths, type ImageSize } from '@preau/shared-domain';
import { widthNear } from './draft-images';

export interface ShownImage extends ImageSize {
  readonly id: string;
  readonly alt: string;
  readonly isHeld: boolean;
}

/** As wide as images are shown among words, in pixels; asked for, they open as large as they are. */
const SHOWN = 480;
const SIZES = `(min-width: 48em) ${String(SHOWN)}px, 100vw`;

/** The images of a message, under its words. Their places are kept for them until they come. */
export function MessageImages({
  images,
  name,
}: {
  readonly images: readonly ShownImage[];
  readonly name: string;
}) {
  if (images.length === 0) return null;
  return (
    <ul className="preau-message__images" aria-label={`Images de ${name}`}>
      {images.map(({ id, alt, width, height, isHeld }) => (
        <li key={id} style={{ maxWidth: Math.min(width, SHOWN) }}>
          <a
            href={imagePath(id, width)}
            target="_blank"
            rel="noreferrer"
            title={`${alt} - ouvrir l’image, nouvelle fenêtre`}
          >
            <img
              src={imagePath(id, widthNear(SHOWN, width))}
              srcSet={imageWidths(width)
                .map((one) => `${imagePath(id, one)} ${String(one)}w`)
                .join(', ')}
              sizes={SIZES}
              alt={alt}
              width={width}
              height={height}
              loading="lazy"
              decoding="async"
            />
          </a>
          {isHeld ? (
            <p className="preau-message__trace">
              En attente de relecture&nbsp;: vous seul voyez cette image jusqu’à sa publication.
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
