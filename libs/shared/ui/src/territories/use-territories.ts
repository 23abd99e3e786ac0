import { useEffect, useState } from 'react';
import { establishmentName } from '../establishments/establishment-query';
import type { Territories } from './territories';

/** The lists of territories, in a file of their own. */
export async function loadTerritories(): Promise<Territories> {
  const { territories } = await import('./territories');
  const nameOf = (level: string, code: string) =>
    level === 'etablissement' ? establishmentName(code) : territories.nameOf(level, code);
  return { ...territories, nameOf };
}

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
