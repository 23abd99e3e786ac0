import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDay } from '@preau/ui';
import { Link } from 'react-router';
import { questionnairePath, resultsPath } from './paths';
import { timeLeft } from './phase';

export const callToAction = graphql(`
  fragment CallToAction on Consultation {
    slug
    phase
    opensAt
    daysLeft
    questionnaires {
      id
      slug
      status
      viewerCan {
        answer
      }
    }
  }
`);

/** One primary action: answer while it is open, read the results afterwards, come back when it has not begun. */
export function CallToAction({ consultation }: { readonly consultation: FragmentType<typeof callToAction> }) {
  const { slug, phase, opensAt, daysLeft, questionnaires } = readFragment(callToAction, consultation);
  const shown = questionnaires.filter(({ status }) => status !== 'DRAFT');
  const form = shown.find(({ viewerCan }) => viewerCan.answer) ?? shown[0];

  if (phase === 'UPCOMING') {
    return (
      <p className="preau-action__wait">
        Le questionnaire ouvrira le <strong>{formatDay(opensAt)}</strong>. Revenez ce jour-là : dix minutes
        suffiront.
      </p>
    );
  }
  if (!form) return null;
  if (phase !== 'OPEN') {
    return (
      <div className="preau-action">
        <Link className="fr-btn fr-btn--lg" to={resultsPath(slug, form.slug)}>
          Voir les résultats du questionnaire
        </Link>
      </div>
    );
  }
  return (
    <div className="preau-action">
      <Link className="fr-btn fr-btn--lg" to={questionnairePath(slug, form.slug)}>
        Répondre au questionnaire
      </Link>
      <Link className="fr-link preau-action__second" to={resultsPath(slug, form.slug)}>
        Voir les premiers résultats
      </Link>
      <ul className="preau-action__promises">
        {typeof daysLeft === 'number' ? <li className="preau-action__left">{timeLeft(daysLeft)}</li> : null}
        <li>Dix minutes</li>
        <li>Sans compte</li>
        <li>Reprise possible à tout moment</li>
      </ul>
    </div>
  );
}
