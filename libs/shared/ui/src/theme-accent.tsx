import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';

type Pictogram = LazyExoticComponent<ComponentType<{ fontSize?: 'inherit' }>>;

/** The pictograms themes may carry, each loaded when it is first shown. */
const PICTOGRAMS: Readonly<Record<string, Pictogram>> = {
  Book: lazy(() => import('@codegouvfr/react-dsfr/picto/Book')),
  Coding: lazy(() => import('@codegouvfr/react-dsfr/picto/Coding')),
  Community: lazy(() => import('@codegouvfr/react-dsfr/picto/Community')),
  Compass: lazy(() => import('@codegouvfr/react-dsfr/picto/Compass')),
  HumanCooperation: lazy(() => import('@codegouvfr/react-dsfr/picto/HumanCooperation')),
  Innovation: lazy(() => import('@codegouvfr/react-dsfr/picto/Innovation')),
  Internet: lazy(() => import('@codegouvfr/react-dsfr/picto/Internet')),
  Leaf: lazy(() => import('@codegouvfr/react-dsfr/picto/Leaf')),
  Map: lazy(() => import('@codegouvfr/react-dsfr/picto/Map')),
  School: lazy(() => import('@codegouvfr/react-dsfr/picto/School')),
};

/** The class that gives a block and everything in it the colours of a theme (`--accent-…` in ui.css). */
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
  const Picture = PICTOGRAMS[pictogram];
  return (
    <span className={`preau-mark preau-mark--${size} ${accentClass(accent)}`} aria-hidden="true">
      <Suspense fallback={null}>{Picture ? <Picture fontSize="inherit" /> : null}</Suspense>
    </span>
  );
}
