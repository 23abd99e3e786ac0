import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { useEffect, useRef } from 'react';

/** What was just done, brought before the eyes: the form that did it may be far down the page. */
export function Done({ children }: { readonly children: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (children) box.current?.scrollIntoView({ block: 'center' });
  }, [children]);
  return (
    <div ref={box} role="status" className={children ? 'fr-mb-3w' : undefined}>
      {children ? <Alert small severity="success" description={children} /> : null}
    </div>
  );
}
