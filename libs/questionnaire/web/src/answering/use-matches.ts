import { useEffect, useState } from 'react';
import type { Matches } from './sections';

/** Until the engine is there nothing is refused for its pattern: the server has the last word anyway. */
const acceptAll: Matches = () => true;

/** Runs authors' patterns, once their engine has been loaded. */
export function useMatches(): Matches {
  const [matches, setMatches] = useState(() => acceptAll);
  useEffect(() => {
    let isWanted = true;
    import('./pattern-engine').then(
      ({ matchesPattern }) => {
        if (isWanted) setMatches(() => matchesPattern);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return matches;
}
