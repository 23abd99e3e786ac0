import { Button, type ButtonProps } from '@codegouvfr/react-dsfr/Button';
import { useRef, useState, type KeyboardEvent } from 'react';
import { markdownMessages as words } from './messages';

export interface ToolbarButton {
  readonly name: string;
  readonly iconId: NonNullable<ButtonProps.IconOnly['iconId']>;
  readonly key?: string | undefined;
  readonly onClick: () => void;
}

interface ToolbarProps {
  readonly controls: string;
  readonly buttons: readonly ToolbarButton[];
  readonly disabled: boolean;
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** One stop for the Tab key; arrows go from a button to the next. */
export function Toolbar({ controls, buttons, disabled }: ToolbarProps) {
  const [current, setCurrent] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = MOVES[event.key]?.(current, buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={words.toolbar}
      aria-controls={controls}
      className="preau-editor__tools"
      onKeyDown={onKeyDown}
    >
      {buttons.map(({ name, iconId, key, onClick }, index) => (
        <Button
          key={name}
          type="button"
          size="small"
          priority="tertiary no outline"
          iconId={iconId}
          title={key ? words.shortcut(name, key.toUpperCase()) : name}
          disabled={disabled}
          nativeButtonProps={{
            tabIndex: index === current ? 0 : -1,
            'aria-label': name,
            'aria-keyshortcuts': key ? `Control+${key.toUpperCase()}` : undefined,
            onFocus: () => setCurrent(index),
          }}
          onClick={onClick}
        />
      ))}
    </div>
  );
}
