import { labelText, type PersonalDataInAnswer } from '@preau/questionnaire-domain';
import { Link } from 'react-router';
import { fieldIdOf } from '../fields/field-props';
import { useAnswering } from './answering-context';
import { messages } from './messages';
import { questionOf, sectionOf } from './sections';

const words = messages.personal;

interface PersonalDataWarningProps {
  readonly findings: readonly PersonalDataInAnswer[];
  readonly isAccepted: boolean;
  /** The person wanted to send without having said that they keep these texts. */
  readonly isWarned: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
}

/** Texts that seem to name somebody. A warning, not a judgement: the person may well mean it. */
export function PersonalDataWarning({ findings, isAccepted, isWarned, onAccept }: PersonalDataWarningProps) {
  const { base, form, store } = useAnswering();
  return (
    <section className="fr-callout preau-personal" aria-labelledby="personal-data">
      <h2 id="personal-data" className="fr-callout__title">
        {words.title}
      </h2>
      <p>{words.text}</p>
      <ul>
        {findings.map(({ question: code, path, findings: found }) => {
          const question = questionOf(form.definition, code);
          const section = sectionOf(form.definition, store.answers, code) ?? '';
          return (
            <li key={path.join('.')}>
              <Link
                to={`${base}/repondre/${section}#${fieldIdOf(question, path)}`}
                state={{ fromReview: true }}
              >
                {labelText(question?.label ?? code)}
              </Link>
              {' : '}
              {found.map(({ kind, excerpt }) => words.finding(words.kinds[kind], excerpt)).join(', ')}
            </li>
          );
        })}
      </ul>
      <div className={`fr-checkbox-group ${isWarned ? 'fr-checkbox-group--error' : ''}`}>
        <input
          type="checkbox"
          id="keep-personal-data"
          checked={isAccepted}
          aria-invalid={isWarned ? true : undefined}
          aria-describedby="keep-personal-data-message"
          onChange={({ target }) => onAccept(target.checked)}
        />
        <label className="fr-label" htmlFor="keep-personal-data">
          {words.confirm}
        </label>
        <div id="keep-personal-data-message" className="fr-messages-group" aria-live="assertive">
          {isWarned ? <p className="fr-message fr-message--error">{words.confirmFirst}</p> : null}
        </div>
      </div>
    </section>
  );
}
