import { Button } from '@codegouvfr/react-dsfr/Button';
import type { Question } from '@preau/questionnaire-domain';
import { ErrorSummary, type FieldProblem } from '@preau/ui';
import { useState, type SubmitEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { QuestionField } from '../fields/question-field';
import { useAnswering, useDraft } from './answering-context';
import { messages } from './messages';
import { PersonalLinkAccordion } from './personal-link';
import { SaveNotice } from './save-notice';
import { faultsIn, summaryOf } from './sections';
import { useMatches } from './use-matches';
import { useQuestionNews } from './use-question-news';

const words = messages.section;

interface SectionFormProps {
  readonly questions: readonly Question[];
  readonly previous: string;
  readonly next: string;
  readonly isLast: boolean;
}

/** The questions of one part. "Suivant" asks for what is missing or wrong; "Continuer plus tard" never does. */
export function SectionForm({ questions, previous, next, isLast }: SectionFormProps) {
  const { base, form, kind, store } = useAnswering();
  useDraft();
  const { answers } = store;
  const navigate = useNavigate();
  const isFromReview = (useLocation().state as { fromReview?: boolean } | null)?.fromReview === true;
  const matches = useMatches();
  // Faults show once asked for, then follow what is typed; their summary only changes when asked for again.
  const [isChecked, setChecked] = useState(isFromReview);
  const [summary, setSummary] = useState<readonly FieldProblem[]>([]);
  const faults = isChecked ? faultsIn(form.definition, answers, matches, questions) : [];
  const news = useQuestionNews(questions);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    store.flush();
    const found = faultsIn(form.definition, store.answers, matches, questions);
    setChecked(true);
    setSummary(summaryOf(form.definition, found));
    if (found.length === 0) void navigate(isFromReview ? `${base}/verifier` : next);
  };
  const goBack = () => void navigate(previous);
  const goLater = () => void navigate(`${base}/plus-tard`);
  const goOn = isLast ? words.review : words.next;

  return (
    <form noValidate onSubmit={submit} className="preau-form">
      <ErrorSummary problems={summary} />
      {questions.map((question) => (
        <QuestionField
          key={question.code}
          question={question}
          value={answers[question.code]}
          faults={faults.filter((fault) => fault.question === question.code)}
          onChange={(value) => store.answer(question.code, value)}
        />
      ))}
      <p role="status" className="fr-sr-only">
        {news}
      </p>
      <div className="preau-actions">
        <Button type="button" priority="secondary" onClick={goBack}>
          {words.previous}
        </Button>
        <Button type="submit">{isFromReview ? words.backToReview : goOn}</Button>
        {kind === 'ANSWER' ? (
          <Button type="button" priority="tertiary no outline" onClick={goLater}>
            {words.later}
          </Button>
        ) : null}
      </div>
      <SaveNotice />
      {kind === 'ANSWER' ? <PersonalLinkAccordion /> : null}
    </form>
  );
}
