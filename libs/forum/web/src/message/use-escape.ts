import { useCallback, useRef } from 'react';

/** For what was opened on demand: Escape, pressed anywhere inside, does the same as its button « Fermer ». */
export function useEscape<E extends HTMLElement>(onEscape: () => void) {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  return useCallback((inside: E | null) => {
    if (!inside) return;
    const onKey = (event: KeyboardEvent) => {
      // While a character is being composed, Escape gives that up.
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    inside.addEventListener('keydown', onKey);
    return () => {
      inside.removeEventListener('keydown', onKey);
    };
  }, []);
}
