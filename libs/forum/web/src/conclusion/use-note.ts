import { useEffect, type RefObject } from 'react';
import { useLocation } from 'react-router';

/** Goes to the place inside that the address asks for: the synthesis, or one of its notes. */
export function useNote(inside: RefObject<HTMLElement | null>, drawn: unknown): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const asked = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (!asked || !inside.current?.contains(asked)) return;
    asked.focus({ preventScroll: true });
    asked.scrollIntoView({ block: 'start' });
  }, [hash, key, inside, drawn]);
}
