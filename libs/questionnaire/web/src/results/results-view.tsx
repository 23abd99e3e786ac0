import './results.css';
import { GraphQLFailure } from '@preau/graphql';
import {
  accentClass,
  BigFigure,
  Failure,
  GuardedFailure,
  Loading,
  PageTitle,
  StatusMessage,
  ThemeAccent,
  Trail,
  type Crumb,
} from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { readAddress, writeAddress, type ResultsAddress } from './address';
import { type ResultsQuestionnaire } from './questionnaire-query';
import { Refused, ResultsBody } from './results-body';
import { ResultsControls } from './results-controls';
import { ResultsNotes } from './results-notes';
import { resultsOptions } from './results-query';
import { currentSection, profileQuestions, sectionsOf, type ResultsSection } from './sections';
import { SectionNav, SectionSteps } from './section-nav';
import { useProfileValues } from './use-profile-values';

interface ResultsViewProps {
  readonly questionnaire: ResultsQuestionnaire;
  readonly trail: readonly Crumb[];
  /** Exact and live figures, any combination: for staff. */
  readonly exact?: boolean;
}

/** Results of a questionnaire, one section per page; everything chosen is in the address. */
export function ResultsView({ questionnaire, trail, exact = false }: ResultsViewProps) {
  const { id, definition, consultation } = questionnaire;
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(search), [search]);
  const sections = useMemo(() => sectionsOf(definition, consultation.themes), [definition, consultation]);
  const profile = useMemo(() => profileQuestions(definition), [definition]);
  const section = currentSection(sections, address.section) ?? NO_SECTION;
  const { by, where } = address;
  const results = useQuery(resultsOptions({ questionnaireId: id, section: section.code, by, where, exact }));
  const values = useProfileValues(id, profile, exact);

  const linkTo = (change: Partial<ResultsAddress>) =>
    `?${writeAddress({ ...address, section: section.key, ...change }).toString()}`;
  const sectionLink = ({ key }: ResultsSection) => linkTo({ section: key });
  const RefusedOrFailed = exact ? GuardedFailure : Failure;
  const { data } = results;
  return (
    <div
      className={`fr-container preau-page ${section.theme ? accentClass(section.theme.accent) : 'preau-accent'}`}
    >
      <Trail crumbs={trail} current="Résultats" />
      <div className="preau-results__head">
        {section.theme ? <ThemeAccent {...section.theme} /> : null}
        <div>
          <p className="preau-results__over">{exact ? 'Résultats exacts' : 'Résultats'}</p>
          <PageTitle documentTitle={`${section.title}\u00a0: résultats`} step={section.code}>
            {section.title}
          </PageTitle>
        </div>
      </div>
      <div className="preau-results">
        <SectionNav sections={sections} current={section} linkTo={sectionLink} />
        <div className="preau-results__main">
          {data?.total ? (
            <BigFigure
              value={data.total}
              label={where.length > 0 ? 'réponses correspondent à ce choix' : 'réponses'}
              asOf={data.asOf}
            />
          ) : null}
          {exact ? (
            <StatusMessage>
              {data && results.error
                ? 'La mise à jour est interrompue. Rechargez la page pour reprendre.'
                : 'Chiffres exacts, mis à jour toutes les cinq secondes.'}
            </StatusMessage>
          ) : null}
          <ResultsControls
            profile={values}
            comparison={address}
            exact={exact}
            onChange={(comparison) => {
              void navigate(linkTo(comparison), { preventScrollReset: true });
            }}
          />
          <div aria-busy={results.isPlaceholderData}>
            {isUnknownChoice(results.error) ? (
              <Refused refused="NOT_A_PROFILE_QUESTION" address={address} linkTo={linkTo} />
            ) : results.error && !data ? (
              <RefusedOrFailed error={results.error} retry={() => void results.refetch()} />
            ) : data ? (
              <ResultsBody
                results={data}
                section={section}
                address={address}
                profile={profile}
                linkTo={linkTo}
              />
            ) : (
              <Loading label="Chargement des résultats…" />
            )}
          </div>
          <SectionSteps sections={sections} current={section} linkTo={sectionLink} />
          <ResultsNotes exact={exact} />
        </div>
      </div>
    </div>
  );
}

/** An address typed or altered by hand may name a value that no question has. */
const isUnknownChoice = (error: unknown) => error instanceof GraphQLFailure && error.code === 'BAD_INPUT';

/** A form without sections has no results to ask for. */
const NO_SECTION: ResultsSection = {
  code: '',
  key: '',
  title: 'Résultats',
  theme: null,
  questions: new Map(),
};
