import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState, type ReactNode } from 'react';

interface FoldedProps<Item> {
  readonly items: readonly Item[];
  /** How many are worth seeing at once. */
  readonly first: number;
  readonly noun: string;
  /** Completes the button's name for those who do not see what it belongs to. */
  readonly of: string;
  readonly children: (shown: readonly Item[]) => ReactNode;
}

/** A long list, its head first and the rest on demand. */
export function Folded<Item>({ items, first, noun, of, children }: FoldedProps<Item>) {
  const [isOpen, setOpen] = useState(false);
  const rest = items.length - first;
  if (rest <= 1) return children(items);
  return (
    <>
      {children(isOpen ? items : items.slice(0, first))}
      <Button
        priority="tertiary"
        size="small"
        className="fr-mt-1w"
        nativeButtonProps={{ 'aria-expanded': isOpen }}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {isOpen ? 'Réduire la liste' : `Afficher les ${String(rest)} autres ${noun}`}
        <span className="fr-sr-only"> ({of})</span>
      </Button>
    </>
  );
}
