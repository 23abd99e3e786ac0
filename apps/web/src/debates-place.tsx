import type { ThemePlace } from '@preau/consultation-web';
import { loadThemeDebates } from '@preau/forum-web';
import { lazy, Suspense } from 'react';

const ThemeDebates = lazy(loadThemeDebates);

/** The debates of a theme, on its page. */
export const DebatesPlace: ThemePlace = (place) => (
  <Suspense fallback={null}>
    <ThemeDebates {...place} />
  </Suspense>
);
