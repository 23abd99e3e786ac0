import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Empty } from '@preau/ui';
import { Link } from 'react-router';
import { type ResultsAddress } from './address';
import { DIMENSION_NAMES, REFUSALS, type ResultsRefusal } from './messages';
import { QuestionResult } from './question-result';
import { type Results } from './results-query';
import { type ProfileQuestion, type ResultsSection } from './sections';

interface RefusedProps {
  readonly refused: ResultsRefusal;
  readonly address: ResultsAddress;
  /** The address of this page under another comparison. */
  readonly linkTo: (comparison: Pick<ResultsAddress, 'by' | 'where'>) => string;
}

/** Why a comparison has no figures, and the nearest ones that do. */
export function Refused({ refused, address: { by, where }, linkTo }: RefusedProps) {
  const { title, text } = REFUSALS[refused];
  return (
    <>
      <Alert severity="info" as="h2" title={title} description={text} />
      <ul className="fr-mt-2w">
        {refused === 'TOO_FINE' && by ? (
          <li>
            <Link to={linkTo({ by, where: [] })}>Garder seulement la comparaison</Link>
          </li>
        ) : null}
        {refused === 'TOO_FINE' && where.length > 0 ? (
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

interface ResultsBodyProps extends Pick<RefusedProps, 'address' | 'linkTo'> {
  readonly results: Results;
  readonly section: ResultsSection;
  readonly profile: readonly ProfileQuestion[];
}

/** The figures of one section, or why there are none. */
export function ResultsBody({ results, section, address, profile, linkTo }: ResultsBodyProps) {
  const { by, where } = address;
  if (results.refused) return <Refused refused={results.refused} address={address} linkTo={linkTo} />;
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
