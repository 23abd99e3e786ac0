import { labelText, type Question } from '@preau/questionnaire-domain';
import { Link } from 'react-router';
import type { RawAnswers } from '../drafts/draft-record';
import { questionId } from '../fields/field-props';
import { answerLines } from './answer-lines';
import { messages } from './messages';
import type { Fault } from './sections';

const words = messages.review;

interface ReviewListProps {
  readonly questions: readonly Question[];
  readonly answers: RawAnswers;
  readonly faults?: readonly Fault[];
  readonly nameOf: ((level: string, code: string) => string) | undefined;
  /** The page where these questions are answered; none where they cannot be changed. */
  readonly address: string | null;
}

/** Questions with their answers, readable, each with the way back to it. */
export function ReviewList({ questions, answers, faults = [], nameOf, address }: ReviewListProps) {
  return (
    <dl className="preau-answers">
      {questions.map((question) => {
        const lines = answerLines(question, answers[question.code], nameOf);
        const fault = faults.find((one) => one.question === question.code);
        return (
          <div key={question.code} className={fault ? 'preau-answers__fault' : undefined}>
            <dt>{labelText(question.label)}</dt>
            <dd>
              {lines.map((line, index) => (
                // Lines of one answer may be alike and never change places.
                <p key={index}>{line}</p>
              ))}
              {fault ? <p className="fr-message fr-message--error">{fault.message}</p> : null}
              {lines.length === 0 && !fault ? <p className="fr-hint-text">{words.noAnswer}</p> : null}
            </dd>
            {address === null ? null : (
              <dd className="preau-answers__edit">
                <Link to={`${address}#${questionId(question.code)}`} state={{ fromReview: true }}>
                  {words.edit}
                  <span className="fr-sr-only">{words.editOf(labelText(question.label))}</span>
                </Link>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
