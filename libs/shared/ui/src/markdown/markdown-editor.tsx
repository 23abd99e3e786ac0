import { insertQuote, insertText, type Edited } from '@preau/markdown';
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { CharacterCount } from '../character-count';
import { describedBy, FieldHint, FieldMessages, RequiredMark } from '../form-messages';
import { readTextarea, writeTextarea } from './edit-textarea';
import { Markdown } from './markdown';
import type { MarkdownSurroundings } from './markdown-context';
import { MarkdownHelp } from './markdown-help';
import { markdownMessages as words } from './messages';
import { ModeTabs, panelId, tabId, type Mode } from './mode-tabs';
import { Toolbar, type ToolbarButton } from './toolbar';
import { TOOLS } from './tools';

/** What others may do to a text being written: a button « Citer » under a message, for one. */
export interface MarkdownEditorHandle {
  readonly focus: () => void;
  /** Puts Markdown where the caret is, and goes after it. */
  readonly insert: (markdown: string) => void;
  readonly quote: (quote: {
    readonly passage: string;
    readonly author: string;
    readonly path: string;
  }) => void;
}

/** Opens whatever chooses an image or a person, then calls `insert` (`imageMarkdown`, `mentionMarkdown`), or not. */
type Choose = (insert: (markdown: string) => void) => void;

interface MarkdownEditorProps extends Partial<Omit<MarkdownSurroundings, 'origin'>> {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The most characters; nothing is cut, the fault is for the form to say. */
  readonly max: number;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly rows?: number;
  /** What is published is more than the words alone: this instead of them, as what it will look like. */
  readonly preview?: (markdown: string) => ReactNode;
  readonly onImage?: Choose;
  readonly onMention?: Choose;
  readonly ref?: Ref<MarkdownEditorHandle>;
}

/** The count shows itself for the last thousand characters: before, it would only weigh on whoever writes. */
const COUNTED = 1_000;

/** A message being written: its text, the signs a toolbar puts in it, and what it will look like. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const {
    id,
    label,
    hint,
    value,
    onChange,
    max,
    error,
    required = false,
    disabled = false,
    rows = 8,
  } = props;
  const [mode, setMode] = useState<Mode>('write');
  const field = useRef<HTMLTextAreaElement>(null);
  const edit = (change: (edited: Edited) => Edited) => {
    if (field.current) writeTextarea(field.current, change(readTextarea(field.current)));
  };
  /** A field that is hidden takes no focus: it must be shown before it is written into. */
  const editShown = (change: (edited: Edited) => Edited) => {
    flushSync(() => setMode('write'));
    edit(change);
  };
  const insert = (markdown: string) => editShown((edited) => insertText(edited, markdown));
  useImperativeHandle(props.ref, () => ({
    focus: () => field.current?.focus(),
    insert,
    quote: (quote) => editShown((edited) => insertQuote(edited, quote)),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const tool = TOOLS.find(({ key }) => key === event.key.toLowerCase());
    if (!tool) return;
    event.preventDefault();
    edit(tool.edit);
  };
  return (
    <div className={`fr-input-group preau-editor ${error ? 'fr-input-group--error' : ''}`}>
      <label className="fr-label" htmlFor={id}>
        {label}
        {required ? <RequiredMark /> : null}
        <FieldHint id={id}>{hint}</FieldHint>
      </label>
      <div className="preau-editor__bar">
        <ModeTabs id={id} mode={mode} onChange={setMode} />
        {mode === 'write' ? (
          <Toolbar controls={id} disabled={disabled} buttons={buttonsOf(props, edit, insert)} />
        ) : null}
      </div>
      {/* Hidden and not taken away: the browser forgets how to undo in a field that leaves the page. */}
      <div
        role="tabpanel"
        id={panelId(id, 'write')}
        aria-labelledby={tabId(id, 'write')}
        hidden={mode !== 'write'}
      >
        <textarea
          ref={field}
          id={id}
          className={`fr-input ${error ? 'fr-input--error' : ''}`}
          rows={rows}
          value={value}
          required={required}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        role="tabpanel"
        id={panelId(id, 'preview')}
        aria-labelledby={tabId(id, 'preview')}
        hidden={mode !== 'preview'}
        className="preau-editor__preview"
      >
        {mode === 'preview' ? <Preview {...props} /> : null}
      </div>
      <FieldMessages id={id} error={error} />
      <CharacterCount text={value} max={max} quietUntil={COUNTED} />
      <MarkdownHelp />
    </div>
  );
}

function Preview({ value, preview, headingLevel = 3, imageOf, mentionOf }: MarkdownEditorProps) {
  if (value.trim() === '') return <p className="preau-status">{words.nothingToPreview}</p>;
  if (preview) return preview(value);
  return <Markdown source={value} headingLevel={headingLevel} imageOf={imageOf} mentionOf={mentionOf} />;
}

function buttonsOf(
  { onImage, onMention }: MarkdownEditorProps,
  edit: (change: (edited: Edited) => Edited) => void,
  insert: (markdown: string) => void,
): ToolbarButton[] {
  const buttons: ToolbarButton[] = TOOLS.map((tool) => ({ ...tool, onClick: () => edit(tool.edit) }));
  if (onImage)
    buttons.push({ name: words.image, iconId: 'fr-icon-image-add-line', onClick: () => onImage(insert) });
  if (onMention)
    buttons.push({ name: words.mention, iconId: 'fr-icon-at-line', onClick: () => onMention(insert) });
  return buttons;
}
