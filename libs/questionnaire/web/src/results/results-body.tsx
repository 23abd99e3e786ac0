import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Empty } from '@preau/ui';
import { Link } from 'react-router';
import { type ResultsAddress } from './address';
import { DIMENSION_NAMES, REFUSALS } from './messages';
import { QuestionResult } from './question-result';
import { type Results } from './results-query';
import { type ProfileQuestion, type ResultsSection } from './sections';

interface ResultsBodyProps {
  readonly results: Results;
  readonly section: ResultsSection;
  readonly address: ResultsAddress;
  readonly profile: readonly ProfileQuestion[];
  /** The address of this page under another comparison. */
  readonly linkTo: (comparison: Pick<ResultsAddress, 'by' | 'where'>) => string;
}

/** The figures of one section, or why there are none. */
export function ResultsBody({ results, section, address, profile, linkTo }: ResultsBodyProps) {
  const { by, where } = address;
  if (results.refused) {
    return (
      <>
        <Alert
          severity="info"
          as="h2"
          title={REFUSALS[results.refused].title}
          description={REFUSALS[results.refused].text}
        />
        <ul className="fr-mt-2w">
          {results.refused === 'TOO_FINE' && by ? (
            <li>
              <Link to={linkTo({ by, where: [] })}>Garder seulement la comparaison</Link>
            </li>
          ) : null}
          {results.refused === 'TOO_FINE' && where.length > 0 ? (
            <li>
              <Link to={linkTo({ by: null, where: where.slice(0, 1) })}>Garder seulement la restriction</Link>
            </li>
          ) : null}
          <li>
            <Link to={linkTo({ by: null, where: [] })}>Voir toutes les réponses ensemble</Link>
          </li>
        </ul>
      </>
    );
  }
  if (!results.total) {
    return (
      <Empty>
        {where.length > 0
          ? 'Trop peu de personnes correspondent à ce choix pour que leurs réponses soient publiées.'
          : 'Aucun résultat pour le moment. Les premiers chiffres paraissent à partir de onze réponses.'}
      </Empty>
    );
  }
  const crossing = profile.find(({ code }) => code === by);
  const crossed = crossing && {
    name: DIMENSION_NAMES[crossing.dimension],
    question: crossing.code,
    groups: results.groups,
  };
  return results.questions.map((figures) => (
    <QuestionResult
      key={figures.code}
      figures={figures}
      question={section.questions.get(figures.code)}
      crossed={crossed ?? null}
    />
  ));
}
