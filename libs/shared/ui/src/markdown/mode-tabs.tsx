import type { KeyboardEvent } from 'react';
import { markdownMessages as words } from './messages';

export type Mode = 'write' | 'preview';
const MODES: readonly Mode[] = ['write', 'preview'];

export const tabId = (id: string, mode: Mode) => `${id}-tab-${mode}`;
export const panelId = (id: string, mode: Mode) => `${id}-panel-${mode}`;

interface ModeTabsProps {
  readonly id: string;
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}

/** « Écrire » and « Aperçu »: tabs, of which one is reached by the Tab key and the other by an arrow. */
export function ModeTabs({ id, mode, onChange }: ModeTabsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const isFirst = event.key === 'Home' || (event.key !== 'End' && mode === 'preview');
    const next: Mode = isFirst ? 'write' : 'preview';
    onChange(next);
    document.getElementById(tabId(id, next))?.focus();
  };
  return (
    <div role="tablist" aria-label={words.modes} className="preau-editor__modes">
      {MODES.map((one) => (
        <button
          key={one}
          id={tabId(id, one)}
          type="button"
          role="tab"
          aria-selected={mode === one}
          aria-controls={panelId(id, one)}
          tabIndex={mode === one ? 0 : -1}
          onClick={() => onChange(one)}
          onKeyDown={onKeyDown}
        >
          {words[one]}
        </button>
      ))}
    </div>
  );
}
