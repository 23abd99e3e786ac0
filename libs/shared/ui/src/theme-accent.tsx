import school from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/buildings/school.svg';
import coding from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/digital/coding.svg';
import innovation from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/digital/innovation.svg';
import internet from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/digital/internet.svg';
import humanCooperation from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/environment/human-cooperation.svg';
import leaf from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/environment/leaf.svg';
import book from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/leisure/book.svg';
import community from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/leisure/community.svg';
import compass from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/map/compass.svg';
import map from '@codegouvfr/react-dsfr/dsfr/artwork/pictograms/map/map.svg';

/** The pictograms themes may carry: files of the design system, fetched when shown, not code. */
const PICTOGRAMS: Readonly<Record<string, string>> = {
  Book: book,
  Coding: coding,
  Community: community,
  Compass: compass,
  HumanCooperation: humanCooperation,
  Innovation: innovation,
  Internet: internet,
  Leaf: leaf,
  Map: map,
  School: school,
};

const LAYERS = ['artwork-decorative', 'artwork-minor', 'artwork-major'];

/** The class that gives a block and everything in it the colours of a theme (`--accent-…` in accents.css). */
export function accentClass(accent: string): string {
  return `preau-accent preau-accent--${accent}`;
}

interface ThemeAccentProps {
  readonly accent: string;
  readonly pictogram: string;
  readonly size?: 'small' | 'medium' | 'large';
}

/** The mark of a theme: its pictogram on its colour, the same on every page. Decorative: the theme's name stands beside it. */
export function ThemeAccent({ accent, pictogram, size = 'medium' }: ThemeAccentProps) {
  const file = PICTOGRAMS[pictogram];
  return (
    <span className={`preau-mark preau-mark--${size} ${accentClass(accent)}`} aria-hidden="true">
      {file ? (
        <svg className="fr-artwork" viewBox="0 0 80 80" focusable="false">
          {LAYERS.map((layer) => (
            <use key={layer} className={`fr-${layer}`} href={`${file}#${layer}`} />
          ))}
        </svg>
      ) : null}
    </span>
  );
}
