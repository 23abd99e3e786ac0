import { useEffect, useState } from 'react';
import type { Territories } from './territories';

/** The lists of territories, in a file of their own. */
export const loadTerritories = async (): Promise<Territories> => (await import('./territories')).territories;

/** The lists of territories once they are there; null until then. */
export function useTerritories(): Territories | null {
  const [loaded, setLoaded] = useState<Territories | null>(null);
  useEffect(() => {
    let isWanted = true;
    loadTerritories().then(
      (territories) => {
        if (isWanted) setLoaded(territories);
      },
      // Cut from the network before the list came: the question waits, the others do not need it.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return loaded;
}
