import { formatDateTime, formatNumber } from './format';

interface BigFigureProps {
  /** Already a text when it carries more than a number (« plus de 350 »). */
  readonly value: number | string;
  readonly label: string;
  /** When it was counted: an instant, or words (« bilan de 2020 »). */
  readonly asOf?: string | undefined;
}

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T/.test(text);

/** A number people came for, what it counts, and as of when. */
export function BigFigure({ value, label, asOf }: BigFigureProps) {
  return (
    <p className="preau-figure">
      <span className="preau-figure__value">{typeof value === 'number' ? formatNumber(value) : value}</span>{' '}
      <span className="preau-figure__label">{label}</span>{' '}
      {asOf ? (
        <span className="preau-figure__date">{isInstant(asOf) ? `au ${formatDateTime(asOf)}` : asOf}</span>
      ) : null}
    </p>
  );
}
