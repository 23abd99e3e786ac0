import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';

export interface FieldProblem {
  /** The id of the field, or of the fieldset: what takes the focus is then the fieldset if it can, else its first field. */
  readonly fieldId: string;
  /** Names the field and says how to mend it. */
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  readonly title?: string;
  /** Among headings of any depth (a form under a message), a heading of level 2 would break their order. */
  readonly titleAs?: 'h2' | 'p';
}

const defaultTitle = (count: number) =>
  count === 1 ? 'Une réponse est à revoir' : `${String(count)} réponses sont à revoir`;

/** Every fault of a form in one place, with links. It takes the focus each time the list of faults is given anew. */
export function ErrorSummary({
  problems,
  title = defaultTitle(problems.length),
  titleAs: Title = 'h2',
}: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="fr-alert fr-alert--error preau-summary">
      <Title className="fr-alert__title">{title}</Title>
      <ul>
        {problems.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            <a href={`#${fieldId}`} onClick={focusField}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A fragment link scrolls but does not focus a field reliably, and would change the address of a step. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  const fields = 'input, select, textarea, [tabindex]';
  const target = field.matches(fields) ? field : field.querySelector<HTMLElement>(fields);
  target?.focus({ preventScroll: true });
}

interface Described {
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

/** The `aria-describedby` of a field whose hint and messages are `FieldHint` and `FieldMessages` with the same id. */
export function describedBy(id: string, { hint, error }: Described): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-messages` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The hint of the field `id`, tied to it by `describedBy`. */
export function FieldHint({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  return children ? (
    <span id={`${id}-hint`} className="fr-hint-text">
      {children}
    </span>
  ) : null;
}

/** The fault of the field `id`, beside it; always mounted, so that it is announced when it appears. */
export function FieldMessages({ id, error }: { readonly id: string; readonly error?: ReactNode }) {
  return (
    <div id={`${id}-messages`} className="fr-messages-group" aria-live="polite">
      {error ? <p className="fr-message fr-message--error">{error}</p> : null}
    </div>
  );
}

/** Goes inside the label or legend of every field that must be filled. */
export function RequiredMark() {
  return <span className="preau-required"> (obligatoire)</span>;
}

interface FieldGroupProps extends Described {
  readonly id: string;
  readonly legend: ReactNode;
  readonly required?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}

/** One question = one fieldset with its legend, its hint and its fault. Focusable from the error summary. */
export function FieldGroup({
  id,
  legend,
  hint,
  error,
  required = false,
  children,
  className = '',
}: FieldGroupProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={`fr-fieldset ${error ? 'fr-fieldset--error' : ''} ${className}`}
      aria-labelledby={`${id}-legend`}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend id={`${id}-legend`} className="fr-fieldset__legend">
        {legend}
        {required ? <RequiredMark /> : null}
        <FieldHint id={id}>{hint}</FieldHint>
      </legend>
      {children}
      <FieldMessages id={id} error={error} />
    </fieldset>
  );
}
