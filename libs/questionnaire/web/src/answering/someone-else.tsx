import { Button } from '@codegouvfr/react-dsfr/Button';
import { useEffect, useRef, useState } from 'react';
import { messages } from './messages';

const words = messages.someoneElse;

interface SomeoneElseProps {
  /** What will go from this device. */
  readonly warning: string;
  readonly onConfirm: () => void;
}

/** A device used by several people: starts afresh, once what goes has been said. */
export function SomeoneElse({ warning, onConfirm }: SomeoneElseProps) {
  const [isAsking, setAsking] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) title.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <Button ref={opener} priority="tertiary" onClick={() => setAsking(true)}>
        {words.button}
      </Button>
    );
  }
  return (
    <div className="preau-confirm">
      <h3 ref={title} tabIndex={-1} className="fr-h6">
        {words.title}
      </h3>
      <p>{warning}</p>
      <div className="preau-actions">
        <Button onClick={onConfirm}>{words.confirm}</Button>
        <Button priority="secondary" onClick={() => setAsking(false)}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
