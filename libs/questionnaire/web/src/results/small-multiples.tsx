import { type QuestionType } from '@preau/questionnaire-domain';
import { Bars, plural } from '@preau/ui';
import { drawnCodes, pick } from './arrange';
import { type CrossedGroup } from './crossing';
import { Folded } from './folded';
import { WITHHELD } from './messages';
import { type Panel } from './panels';

const FIRST_CHARTS = 9;

interface SmallMultiplesProps {
  readonly title: string;
  readonly type: QuestionType;
  readonly whole: Panel;
  readonly everybody: { readonly shown: number | null; readonly mean: string | null };
  readonly groups: readonly CrossedGroup[];
  readonly scale: number;
}

/** One small chart per group, all with the same lines in the same order, to the same scale. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { title, type, whole, everybody, groups, scale } = props;
  const charts = groups.flatMap(({ code, label, figures, mean, panels }) => {
    const panel = panels.find(({ key }) => key === whole.key);
    return panel ? [{ code, label, shown: figures.shown, mean, bars: panel.bars }] : [];
  });
  // A question with one figure is clearer the other way round: one chart whose lines are the groups.
  if (whole.bars.length === 1) return <OneFigure {...props} />;
  const codes = drawnCodes(
    type,
    whole.bars,
    charts.map(({ bars }) => bars),
  );
  const first = { code: '', label: 'Ensemble', ...everybody, bars: whole.bars };
  return (
    <Folded items={[first, ...charts]} first={FIRST_CHARTS} noun="groupes" of={title}>
      {(shown) => (
        <ul className="preau-result__multiples">
          {shown.map((chart) => (
            <li key={chart.code} className={chart.code === '' ? 'preau-result__multiples__whole' : ''}>
              <figure aria-label={`${title} ${chart.label}`}>
                <figcaption>
                  <strong>{chart.label}</strong>{' '}
                  <span className="preau-chart__base">
                    {chart.shown === null ? WITHHELD : plural(chart.shown, 'personne', 'personnes')}
                    {chart.mean ? `, moyenne ${chart.mean}` : ''}
                  </span>
                </figcaption>
                <Bars bars={pick(chart.bars, codes)} withheld={WITHHELD} scale={scale} />
              </figure>
            </li>
          ))}
        </ul>
      )}
    </Folded>
  );
}

function OneFigure({ title, whole, groups, scale }: SmallMultiplesProps) {
  const bars = groups.flatMap(({ code, label, panels }) => {
    const [bar] = panels[0]?.bars ?? [];
    return bar ? [{ ...bar, code, label }] : [];
  });
  const [everybody] = whole.bars;
  const lines = everybody
    ? [{ ...everybody, code: '', label: `Ensemble\u00a0: ${everybody.label.toLowerCase()}` }, ...bars]
    : bars;
  return (
    <Folded items={lines} first={FIRST_CHARTS} noun="groupes" of={title}>
      {(shown) => (
        <div className="preau-result__chart">
          <Bars bars={shown} withheld={WITHHELD} scale={scale} />
        </div>
      )}
    </Folded>
  );
}
