import { useId, useState, type ElementType } from 'react';
import { formatNumber, formatShare } from './format';

export interface Bar {
  /** Distinguishes bars whose labels are alike. */
  readonly code?: string;
  readonly label: string;
  /** From 0 to 1, of the base; null when withheld. */
  readonly share: number | null;
  /** null when withheld: it rests on too few people. */
  readonly count: number | null;
  /** More words about this answer, under its figures. */
  readonly detail?: string;
}

export interface BarBase {
  /** null when withheld. */
  readonly count: number | null;
  /** « personnes ont vu cette question ». */
  readonly of: string;
}

interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly base: BarBase;
  /** The level of the title in the page; a plain paragraph by default. */
  readonly titleAs?: ElementType;
  /** What stands in the place of a withheld figure. */
  readonly withheld?: string;
}

/** Horizontal bars with their values; the same figures as a table on demand. Colour says nothing that words do not. */
export function BarChart({
  title,
  bars,
  base,
  titleAs: Title = 'p',
  withheld = 'moins de 11',
}: BarChartProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const baseText = `${base.count === null ? withheld : formatNumber(base.count)} ${base.of}`;
  return (
    <figure className="preau-chart" aria-labelledby={`${id}title`}>
      <figcaption>
        <Title id={`${id}title`} className="preau-chart__title">
          {title}
        </Title>
        <p className="preau-chart__base">{baseText}</p>
      </figcaption>
      <div id={`${id}figures`}>
        {asTable ? (
          <FiguresTable caption={title} bars={bars} withheld={withheld} />
        ) : (
          <Bars bars={bars} withheld={withheld} />
        )}
      </div>
      <button
        type="button"
        className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-btn--icon-left fr-icon-table-2"
        aria-expanded={asTable}
        aria-controls={`${id}figures`}
        onClick={() => {
          setAsTable(!asTable);
        }}
      >
        {asTable ? 'Afficher le graphique' : 'Afficher le tableau'}
        <span className="fr-sr-only">{` : ${title}`}</span>
      </button>
    </figure>
  );
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly withheld: string;
  /** The share a full line stands for: charts side by side are drawn to one scale. */
  readonly scale?: number;
}

/** The bars alone, for figures that put several of them together. */
export function Bars({ bars, withheld, scale = 1 }: BarsProps) {
  return (
    <ul className="preau-bars">
      {bars.map((bar) => (
        <li key={bar.code ?? bar.label}>
          <span className="preau-bars__label">{bar.label}</span>
          <span className="preau-bars__value">
            <Values bar={bar} withheld={withheld} />
          </span>
          <BarLine share={bar.share === null ? null : bar.share / scale} />
          {bar.detail ? <span className="preau-bars__detail">{bar.detail}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Values({ bar, withheld }: { readonly bar: Bar; readonly withheld: string }) {
  if (bar.count === null && bar.share === null) return withheld;
  return (
    <>
      {bar.share === null ? null : <strong>{formatShare(bar.share)}</strong>}
      {bar.share === null ? '' : ' · '}
      {bar.count === null ? withheld : formatNumber(bar.count)}
    </>
  );
}

/** SVG attributes rather than styles: nothing for the content security policy to refuse, on a server or in a browser. */
function BarLine({ share }: { readonly share: number | null }) {
  const width = Math.max(0, Math.min(1, share ?? 0)) * 100;
  return (
    <svg className="preau-bars__line" height="12" width="100%" aria-hidden="true" focusable="false">
      {share === null ? (
        <line className="preau-bars__withheld" x1="0" x2="100%" y1="6" y2="6" />
      ) : (
        <>
          <rect className="preau-bars__track" height="12" width="100%" rx="2" />
          <rect className="preau-bars__fill" height="12" width={`${width.toFixed(2)}%`} rx="2" />
        </>
      )}
    </svg>
  );
}

interface FiguresTableProps {
  readonly caption: string;
  readonly bars: readonly Bar[];
  readonly withheld: string;
}

function FiguresTable({ caption, bars, withheld }: FiguresTableProps) {
  return (
    <table className="preau-table">
      <caption className="fr-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Réponse</th>
          <th scope="col">Nombre</th>
          <th scope="col">Part</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ code, label, count, share }) => (
          <tr key={code ?? label}>
            <th scope="row">{label}</th>
            <td>{count === null ? withheld : formatNumber(count)}</td>
            <td>{share === null ? withheld : formatShare(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
