import { Link } from 'react-router';
import { useAnswering } from './answering-context';
import { fieldIdOf } from '../fields/field-props';
import { messages } from './messages';
import { questionOf, sectionOf, summaryOf, type Fault } from './sections';

/** What keeps the answers from being sent, each line leading to its question's page. */
export function ReviewFaults({ faults }: { readonly faults: readonly Fault[] }) {
  const { base, form, store } = useAnswering();
  if (faults.length === 0) return null;
  return (
    <div className="fr-alert fr-alert--error fr-mt-3w" id="faults" tabIndex={-1}>
      <h2 className="fr-alert__title">{messages.review.faults(faults.length)}</h2>
      <ul>
        {faults.map((fault) => {
          const [line] = summaryOf(form.definition, [fault]);
          const section = sectionOf(form.definition, store.answers, fault.question);
          const field = fieldIdOf(questionOf(form.definition, fault.question), fault.path);
          return (
            <li key={`${fault.path.join('.')} ${fault.message}`}>
              {section === undefined ? (
                line?.message
              ) : (
                <Link to={`${base}/repondre/${section}#${field}`} state={{ fromReview: true }}>
                  {line?.message}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
