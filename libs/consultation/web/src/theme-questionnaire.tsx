import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDay, plural } from '@preau/ui';
import { Link } from 'react-router';
import { questionnairePath, resultsPath } from './paths';
import { themeSection } from './theme-section';

export const themeQuestionnaire = graphql(`
  fragment ThemeQuestionnaire on Consultation {
    slug
    phase
    opensAt
    questionnaires {
      id
      slug
      title
      status
      definition
    }
  }
`);

interface ThemeQuestionnaireProps {
  readonly consultation: FragmentType<typeof themeQuestionnaire>;
  readonly theme: string;
}

/** The part of the questionnaire that deals with this theme: to answer while it is open, to read afterwards. */
export function ThemeQuestionnaire({ consultation, theme }: ThemeQuestionnaireProps) {
  const { slug, phase, opensAt, questionnaires } = readFragment(themeQuestionnaire, consultation);
  const parts = questionnaires
    .filter(({ status }) => status !== 'DRAFT')
    .map((form) => ({ form, section: themeSection(form.definition, theme) }));
  if (phase === 'UPCOMING') {
    return (
      <p className="preau-part">
        Le questionnaire, où ce thème a sa partie, ouvrira le <strong>{formatDay(opensAt)}</strong>.
      </p>
    );
  }
  return parts.map(({ form, section }) =>
    section ? (
      <aside key={form.id} className="preau-part" aria-labelledby={`partie-${form.id}`}>
        <h2 id={`partie-${form.id}`}>Ce thème dans le questionnaire</h2>
        <p>
          {`La partie «\u00a0${section.title}\u00a0» ${phase === 'OPEN' ? 'compte' : 'comptait'} ${plural(section.questionCount, 'question', 'questions')}.`}
          {phase === 'OPEN' ? ' Selon votre profil, vous ne les verrez pas toutes.' : ''}
        </p>
        <div className="preau-part__links">
          {phase === 'OPEN' ? (
            <Link className="fr-btn" to={questionnairePath(slug, form.slug)}>
              Répondre au questionnaire
            </Link>
          ) : null}
          <Link
            className={phase === 'OPEN' ? 'fr-btn fr-btn--secondary' : 'fr-btn'}
            to={resultsPath(slug, form.slug, theme)}
          >
            Voir les résultats du thème
          </Link>
        </div>
      </aside>
    ) : null,
  );
}
