import { Button } from '@codegouvfr/react-dsfr/Button';
import { formatDay, formatNumber, plural } from '@preau/ui';
import { useId, useState } from 'react';
import { participationSeries, type DayCount, type Stretch } from './participation-series';

const HEIGHT = 180;

const nameOf = ({ from, to }: Stretch) =>
  from === to ? formatDay(from) : `du ${formatDay(from)} au ${formatDay(to)}`;

/** Responses over time: columns to see the movement, a sentence for its peak, a table for every figure. */
export function ParticipationChart({ days }: { readonly days: readonly DayCount[] }) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const series = participationSeries(days);
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) return <p>Aucune réponse n’a encore été comptée.</p>;
  const peak = series.reduce((best, one) => (one.responses > best.responses ? one : best), first);
  const isWeekly = series.some(({ from, to }) => from !== to);
  return (
    <figure className="preau-chart" aria-labelledby={`${id}title`}>
      <figcaption>
        <h3 id={`${id}title`} className="preau-chart__title">
          Réponses {isWeekly ? 'par semaine' : 'par jour'}
        </h3>
        <p className="preau-chart__base">
          Au plus fort, {nameOf(peak)}&nbsp;: {plural(peak.responses, 'réponse', 'réponses')}.
        </p>
      </figcaption>
      <Columns series={series} highest={Math.max(1, peak.responses)} />
      <p className="preau-staff__columns__axis" aria-hidden="true">
        <span>{formatDay(first.from)}</span>
        {series.length > 1 ? <span>{formatDay(last.to)}</span> : null}
      </p>
      <Button
        priority="tertiary no outline"
        size="small"
        iconId="fr-icon-table-2"
        nativeButtonProps={{ 'aria-expanded': asTable, 'aria-controls': `${id}table` }}
        onClick={() => {
          setAsTable(!asTable);
        }}
      >
        {asTable ? 'Masquer le tableau' : 'Afficher le tableau'}
        <span className="fr-sr-only">&nbsp;: réponses {isWeekly ? 'par semaine' : 'par jour'}</span>
      </Button>
      <div id={`${id}table`}>
        {asTable ? (
          <table className="preau-table">
            <caption className="fr-sr-only">Réponses reçues</caption>
            <thead>
              <tr>
                <th scope="col">{isWeekly ? 'Semaine' : 'Jour'}</th>
                <th scope="col">Réponses</th>
              </tr>
            </thead>
            <tbody>
              {series.map((stretch) => (
                <tr key={stretch.from}>
                  <th scope="row">{nameOf(stretch)}</th>
                  <td>{formatNumber(stretch.responses)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </figure>
  );
}

/** Places in percentages and heights in units: the picture follows the width of the page without inline styles. */
function Columns({ series, highest }: { readonly series: readonly Stretch[]; readonly highest: number }) {
  const width = 100 / series.length;
  return (
    <div className="preau-staff__columns">
      <span className="preau-staff__columns__highest" aria-hidden="true">
        {formatNumber(highest)}
      </span>
      <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        <line className="preau-staff__columns__line" x1="0" x2="100%" y1="0.5" y2="0.5" />
        {series.map((stretch, index) => {
          const height = (stretch.responses / highest) * (HEIGHT - 1);
          return (
            <rect
              key={stretch.from}
              className="preau-bars__fill"
              x={`${(index * width + width * 0.1).toFixed(3)}%`}
              width={`${(width * 0.8).toFixed(3)}%`}
              y={(HEIGHT - height).toFixed(1)}
              height={height.toFixed(1)}
            >
              <title>{`${nameOf(stretch)}\u00a0: ${formatNumber(stretch.responses)}`}</title>
            </rect>
          );
        })}
        <line className="preau-staff__columns__line" x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      </svg>
    </div>
  );
}
