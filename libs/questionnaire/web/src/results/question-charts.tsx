import { labelText, type Question, type QuestionType } from '@preau/questionnaire-domain';
import { Bars, formatShare } from '@preau/ui';
import { drawnCodes, pick, scaleFor } from './arrange';
import { type Crossing } from './crossing';
import { type QuestionFigures } from './figures';
import { Folded } from './folded';
import { WITHHELD } from './messages';
import { type Panel } from './panels';
import { SmallMultiples } from './small-multiples';
import { meanOf } from './summary';

const FIRST_BARS = 10;

interface QuestionChartsProps {
  readonly type: QuestionType;
  readonly figures: QuestionFigures;
  readonly question: Question | undefined;
  readonly panels: readonly Panel[];
  readonly crossing: Crossing | null;
}

export function QuestionCharts({ type, figures, question, panels, crossing }: QuestionChartsProps) {
  const groupPanels = crossing?.groups.flatMap((group) => group.panels) ?? [];
  const scale = scaleFor(
    type,
    [...panels, ...groupPanels].flatMap(({ bars }) => bars),
  );
  const hints = [
    question?.unit ? `Unité\u00a0: ${labelText(question.unit)}.` : '',
    type === 'ranking' ? 'Barres\u00a0: part des personnes qui l’ont mis au premier rang.' : '',
    scale < 1 ? `Une ligne pleine vaut ${formatShare(scale)}.` : '',
  ].filter(Boolean);
  return (
    <>
      {hints.length > 0 ? <p className="preau-chart__base">{hints.join(' ')}</p> : null}
      <div className={panels.length > 1 && !crossing ? 'preau-result__panels' : ''}>
        {panels.map((panel, index) =>
          crossing ? (
            <CrossedPanel key={panel.key} isFirst={index === 0} title={panel.title}>
              <SmallMultiples
                title={panel.title ?? figures.label}
                type={type}
                whole={panel}
                everybody={{ shown: figures.shown, mean: meanOf(figures, question) }}
                groups={crossing.groups}
                scale={scale}
              />
            </CrossedPanel>
          ) : (
            <PlainPanel key={panel.key} type={type} panel={panel} of={figures.label} scale={scale} />
          ),
        )}
      </div>
      {crossing ? <Absent crossing={crossing} /> : null}
    </>
  );
}

interface PlainPanelProps {
  readonly type: QuestionType;
  readonly panel: Panel;
  readonly of: string;
  readonly scale: number;
}

function PlainPanel({ type, panel, of, scale }: PlainPanelProps) {
  const bars = pick(panel.bars, drawnCodes(type, panel.bars, []));
  if (bars.every(({ count }) => count === null))
    return <p>Aucun de ces chiffres n’est publié pour le moment.</p>;
  const chart = (
    <Folded items={bars} first={FIRST_BARS} noun="réponses" of={of}>
      {(shown) => <Bars bars={shown} withheld={WITHHELD} scale={scale} />}
    </Folded>
  );
  if (!panel.title) return <div className="preau-result__chart">{chart}</div>;
  return (
    <div className="preau-result__chart">
      <h3 className="preau-chart__title">{panel.title}</h3>
      {chart}
    </div>
  );
}

interface CrossedPanelProps {
  readonly title: string | null;
  readonly isFirst: boolean;
  readonly children: React.ReactNode;
}

/** The rows of a matrix fold: compared, each is a whole set of charts. */
function CrossedPanel({ title, isFirst, children }: CrossedPanelProps) {
  if (!title) return children;
  return (
    <details className="preau-result__row" open={isFirst}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

const FEW_GROUPS = 6;

/** Groups without a chart, and why; many names fold away. */
function Absent({ crossing: { notAsked, withheld } }: { readonly crossing: Crossing }) {
  const names = withheld.join('\u00a0; ');
  return (
    <div className="preau-result__absent">
      {notAsked.length > 0 ? <p>Question non posée&nbsp;: {notAsked.join('\u00a0; ')}.</p> : null}
      {withheld.length > FEW_GROUPS ? (
        <details>
          <summary>Chiffres non publiés pour {withheld.length} groupes</summary>
          <p>{names}.</p>
        </details>
      ) : null}
      {withheld.length > 0 && withheld.length <= FEW_GROUPS ? (
        <p>Chiffres non publiés&nbsp;: {names}.</p>
      ) : null}
    </div>
  );
}
