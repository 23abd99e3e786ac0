import { labelText, type Option } from '@preau/questionnaire-domain';
import type { CSSProperties } from 'react';
import { ClearAnswer } from './clear-answer';
import { faultOf, rowId, type FieldProps } from './field-props';
import { QuestionGroup } from './question-group';

const cellsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/**
 * The same choice for several lines, one (`matrix`) or several (`matrixMultiple`) per line. Each line is a fieldset of its
 * own, shown as the line of a table where there is room: the same inputs, in the same order, on every screen.
 */
export function MatrixField({ question, value, onChange, faults }: FieldProps) {
  const options = question.options ?? [];
  const rows = question.rows ?? [];
  const cells = cellsOf(value);
  const columns = { '--columns': options.length } as CSSProperties;

  const choose = (row: string, code: string) => {
    const next = { ...cells, [row]: cellAfter(question.type === 'matrix', cells[row], code, options) };
    const answered = Object.entries(next).filter(([, cell]) => !Array.isArray(cell) || cell.length > 0);
    onChange(answered.length > 0 ? Object.fromEntries(answered) : undefined);
  };

  return (
    <QuestionGroup question={question} faults={faults} className="preau-matrix">
      <div className="fr-fieldset__element preau-matrix__rows" style={columns}>
        <div className="preau-matrix__head" aria-hidden="true">
          <span />
          {options.map((option) => (
            <span key={option.code}>{labelText(option.label)}</span>
          ))}
        </div>
        {rows.map((row) => (
          <MatrixRow
            key={row.code}
            id={rowId(question.code, row.code)}
            type={question.type === 'matrix' ? 'radio' : 'checkbox'}
            row={row}
            options={options}
            cell={cells[row.code]}
            error={faultOf(rowId(question.code, row.code), { question, faults })}
            onChoose={choose}
          />
        ))}
      </div>
      <ClearAnswer
        question={question}
        isAnswered={Object.keys(cells).length > 0}
        onClear={() => onChange(undefined)}
      />
    </QuestionGroup>
  );
}

function cellAfter(isSingle: boolean, cell: unknown, code: string, options: readonly Option[]) {
  if (isSingle) return code;
  const chosen = new Set<unknown>(Array.isArray(cell) ? cell : []);
  if (!chosen.delete(code)) chosen.add(code);
  return options.map((option) => option.code).filter((one) => chosen.has(one));
}

interface MatrixRowProps {
  readonly id: string;
  readonly type: 'radio' | 'checkbox';
  readonly row: Option;
  readonly options: readonly Option[];
  readonly cell: unknown;
  readonly error: string | undefined;
  readonly onChoose: (row: string, code: string) => void;
}

function MatrixRow({ id, type, row, options, cell, error, onChoose }: MatrixRowProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={`preau-matrix__row ${error ? 'preau-matrix__row--error' : ''}`}
      aria-labelledby={`${id}-legend`}
      aria-describedby={error ? `${id}-messages` : undefined}
    >
      <legend id={`${id}-legend`}>
        {labelText(row.label)}
        {error ? (
          <span id={`${id}-messages`} className="fr-message fr-message--error">
            {error}
          </span>
        ) : null}
      </legend>
      {options.map((option) => (
        <div key={option.code} className={`fr-${type}-group preau-matrix__cell`}>
          <input
            type={type}
            id={`${id}-${option.code}`}
            name={id}
            value={option.code}
            checked={Array.isArray(cell) ? cell.includes(option.code) : cell === option.code}
            aria-invalid={type === 'checkbox' && error ? true : undefined}
            onChange={() => onChoose(row.code, option.code)}
          />
          <label className="fr-label" htmlFor={`${id}-${option.code}`}>
            <span className="preau-matrix__label">{labelText(option.label)}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
