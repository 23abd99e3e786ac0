import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState, type ReactNode } from 'react';
import { ofName } from '../message/post-fields';

interface FoldedProps {
  /** Whose message it is. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A message of somebody one muted: its place is kept, its words are there for whoever asks. */
export function Folded({ name, children }: FoldedProps) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div className="preau-folded">
        <p>{`Message ${ofName(name)}, que vous avez choisi de ne plus voir`}</p>
        <Button
          priority="tertiary"
          size="small"
          aria-expanded={isShown}
          onClick={() => {
            setShown(!isShown);
          }}
        >
          {isShown ? 'Replier' : 'Afficher'}
          <span className="fr-sr-only">{` le message ${ofName(name)}`}</span>
        </Button>
      </div>
      {isShown ? children : null}
    </>
  );
}
