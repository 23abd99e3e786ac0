import { Button } from '@codegouvfr/react-dsfr/Button';
import { type Question } from '@preau/questionnaire-domain';
import { useId, useMemo, useState } from 'react';
import { crossingOf } from './crossing';
import { questionType, type GroupFigures, type QuestionFigures } from './figures';
import { FigureTableView } from './figure-table';
import { panelsOf } from './panels';
import { QuestionCharts } from './question-charts';
import { baseSentence, meanOf } from './summary';
import { crossedTable, plainTable } from './tables';

export interface CrossedBy {
  /** The name of what is compared: « Rôle ». */
  readonly name: string;
  readonly question: string;
  readonly groups: readonly GroupFigures[];
}

interface QuestionResultProps {
  readonly figures: QuestionFigures;
  readonly question: Question | undefined;
  readonly crossed: CrossedBy | null;
}

/** One question: who was asked, its charts, and the same figures as tables on demand. */
export function QuestionResult({ figures, question, crossed }: QuestionResultProps) {
  const id = useId();
  const [withTables, setWithTables] = useState(false);
  // A question compared with itself would only say that teachers are teachers.
  const by = crossed && crossed.question !== figures.code ? crossed : null;
  const panels = useMemo(() => panelsOf(figures, question), [figures, question]);
  const crossing = useMemo(
    () => (by ? crossingOf(by.groups, figures.code, question) : null),
    [by, figures, question],
  );
  const type = questionType(figures.kind);
  const mean = meanOf(figures, question);

  return (
    <article className="preau-result" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} className="preau-result__title">
        {figures.label}
      </h2>
      <p className="preau-result__base">
        {baseSentence(figures)}
        {figures.kind === 'multiple' ? ' Plusieurs réponses possibles.' : ''}
      </p>
      {mean && !crossing ? <p className="preau-result__mean">En moyenne&nbsp;: {mean}</p> : null}
      {type && figures.shown !== 0 ? (
        <>
          <QuestionCharts
            type={type}
            figures={figures}
            question={question}
            panels={panels}
            crossing={crossing}
          />
          {figures.suppressed ? (
            <p className="fr-text--sm fr-mb-1w">
              <a href="#chiffres-manquants">Pourquoi certains chiffres manquent</a>
            </p>
          ) : null}
          <Button
            priority="tertiary no outline"
            size="small"
            iconId="fr-icon-table-2"
            nativeButtonProps={{ 'aria-expanded': withTables, 'aria-controls': `${id}tables` }}
            onClick={() => {
              setWithTables(!withTables);
            }}
          >
            {withTables ? 'Masquer le tableau' : 'Afficher le tableau'}
            <span className="fr-sr-only">&nbsp;: {figures.label}</span>
          </Button>
          <div id={`${id}tables`}>
            {withTables
              ? panels.map((panel) => (
                  <FigureTableView
                    key={panel.key}
                    table={
                      by && crossing
                        ? crossedTable(figures.label, by.name, [
                            { key: '', label: 'Ensemble', shown: figures.shown, panel },
                            ...crossing.groups.flatMap((group) => {
                              const part = group.panels.find(({ key }) => key === panel.key);
                              return part
                                ? [
                                    {
                                      key: group.code,
                                      label: group.label,
                                      shown: group.figures.shown,
                                      panel: part,
                                    },
                                  ]
                                : [];
                            }),
                          ])
                        : plainTable(figures, panel)
                    }
                  />
                ))
              : null}
          </div>
        </>
      ) : null}
    </article>
  );
}
