import type { SuggestionsPlace as Place } from '@preau/forum-web';
import { loadSuggestions } from '@preau/search-web';
import { lazy, Suspense } from 'react';

const Suggestions = lazy(loadSuggestions);

/** What exists already of what somebody is about to write. */
export const SuggestionsPlace: Place = (place) => (
  <Suspense fallback={null}>
    <Suggestions {...place} />
  </Suspense>
);
