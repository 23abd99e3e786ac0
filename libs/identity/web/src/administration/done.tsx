import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { useEffect, useRef } from 'react';

interface DoneProps {
  /** Empty before anything is done; a new object each time something is. */
  readonly said: { readonly words: string };
}

/** What was just done, brought before the eyes and under the keys: the form that did it may be far down the page, or gone. */
export function Done({ said }: DoneProps) {
  const { words } = said;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said.words === '') return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'center' });
  }, [said]);
  return (
    <div ref={box} role="status" tabIndex={-1} className={words ? 'fr-mb-3w' : undefined}>
      {words ? <Alert small severity="success" role={undefined} description={words} /> : null}
    </div>
  );
}
