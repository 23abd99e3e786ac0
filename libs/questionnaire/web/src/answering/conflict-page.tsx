import { Button } from '@codegouvfr/react-dsfr/Button';
import { labelText } from '@preau/questionnaire-domain';
import { Page, useTerritories } from '@preau/ui';
import { useState, type SubmitEvent } from 'react';
import { Navigate } from 'react-router';
import type { Conflict } from '../drafts/draft-store';
import { withAnswer } from '../drafts/merge';
import { answerLines } from './answer-lines';
import { useAnswering, useDraft } from './answering-context';
import { messages } from './messages';
import { questionOf } from './sections';
import { useBack } from './use-back';

const words = messages.conflict;

/** Two versions of the same draft, side by side: the person keeps one answer of each pair. */
export function ConflictPage() {
  const { base } = useAnswering();
  const { conflict } = useDraft();
  if (!conflict) return <Navigate to={base} replace />;
  return <Choice conflict={conflict} />;
}

function Choice({ conflict }: { readonly conflict: Conflict }) {
  const { base, form, saver, store } = useAnswering();
  const goBack = useBack(base);
  const { theirs, questions, origin } = conflict;
  // Both versions as they stood when the question was put: a tab that moves on meanwhile does not shuffle the choice.
  const [mine] = useState(store.answers);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const there = origin === 'TAB' ? words.tab : words.device;

  const take = (code: string, isTheirs: boolean) => {
    const next = new Set(taken);
    if (isTheirs) next.add(code);
    else next.delete(code);
    setTaken(next);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    store.settle(
      [...taken].reduce((answers, code) => withAnswer(answers, code, theirs[code]), store.answers),
    );
    void saver?.save();
    goBack();
  };

  return (
    <Page title={words.title} lead={words.lead(questions.length)}>
      <form onSubmit={submit}>
        <div className="preau-actions fr-mb-3w">
          <Button type="button" priority="secondary" onClick={() => setTaken(new Set())}>
            {words.allHere}
          </Button>
          <Button type="button" priority="secondary" onClick={() => setTaken(new Set(questions))}>
            {origin === 'TAB' ? words.allTab : words.allDevice}
          </Button>
        </div>
        {questions.map((code) => (
          <fieldset key={code} className="fr-fieldset preau-versions">
            <legend className="fr-fieldset__legend">
              {labelText(questionOf(form.definition, code)?.label ?? code)}
            </legend>
            {[
              { isTheirs: false, where: words.here, answer: mine[code] },
              { isTheirs: true, where: there, answer: theirs[code] },
            ].map(({ isTheirs, where, answer }) => (
              <Version
                key={where}
                code={code}
                where={where}
                answer={answer}
                isTaken={taken.has(code) === isTheirs}
                onTake={() => take(code, isTheirs)}
              />
            ))}
          </fieldset>
        ))}
        <Button type="submit">{words.confirm}</Button>
      </form>
    </Page>
  );
}

interface VersionProps {
  readonly code: string;
  readonly where: string;
  readonly answer: unknown;
  readonly isTaken: boolean;
  readonly onTake: () => void;
}

function Version({ code, where, answer, isTaken, onTake }: VersionProps) {
  const { form } = useAnswering();
  const territories = useTerritories();
  const question = questionOf(form.definition, code);
  const lines = question ? answerLines(question, answer, territories?.nameOf) : [];
  const id = `version-${code}-${where === words.here ? 'here' : 'there'}`;
  return (
    <div className="fr-fieldset__element">
      <div className="fr-radio-group">
        <input type="radio" id={id} name={`version-${code}`} checked={isTaken} onChange={onTake} />
        <label className="fr-label" htmlFor={id}>
          {where}
          {(lines.length > 0 ? lines : [messages.review.noAnswer]).map((line) => (
            <span key={line} className="fr-hint-text preau-versions__line">
              {line}
            </span>
          ))}
        </label>
      </div>
    </div>
  );
}
