import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { cleanAnswers, labelText, personalDataInAnswers, visibleSections } from '@preau/questionnaire-domain';
import { accentClass, Page, ThemeAccent, useTerritories } from '@preau/ui';
import { useEffect } from 'react';
import { Navigate } from 'react-router';
import { useAnswering, useDraft, useSendStatus } from './answering-context';
import { themeOf } from './form';
import { messages } from './messages';
import { ReviewFaults } from './review-faults';
import { ReviewList } from './review-list';
import { ReviewSending } from './review-sending';
import { SaveNotice } from './save-notice';
import { faultsIn, type Fault } from './sections';
import { useGate } from './use-gate';
import { useMatches } from './use-matches';

const words = messages.review;

/** Every answer once more, what is missing, and the one button that sends. */
export function ReviewPage() {
  const { base, form, saver, store } = useAnswering();
  const { record } = useDraft();
  const status = useSendStatus();
  const territories = useTerritories();
  const matches = useMatches();
  const gate = useGate('REVIEW');
  useEffect(() => void saver?.save(), [saver]);

  if (status.kind === 'RECEIVED') return <Navigate to={`${base}/recepisse`} replace />;
  if (gate !== null) return <Navigate to={gate} replace />;
  const { answers } = store;
  const found: readonly Fault[] = faultsIn(form.definition, answers, matches);
  // The same engine has judged here: only what the server alone can know is added.
  const refused = status.kind === 'REFUSED' ? status.problems : [];
  const faults = [
    ...found,
    ...refused.filter(({ question }) => !found.some((one) => one.question === question)),
  ];
  const isAway = record?.sending !== undefined;
  const findings = personalDataInAnswers(form.definition, cleanAnswers(form.definition, answers).answers);

  return (
    <Page title={words.title} documentTitle={`${words.title} — ${form.title}`}>
      <ReviewNotice isAway={isAway} />
      <ReviewFaults faults={faults} />
      {visibleSections(form.definition, answers).map(({ section, questions }) => {
        const theme = themeOf(form, section);
        return (
          <section key={section.code} className={`preau-review ${accentClass(theme?.accent ?? '')}`}>
            <h2 className="fr-h4 preau-review__title">
              {theme ? <ThemeAccent accent={theme.accent} pictogram={theme.pictogram} size="small" /> : null}
              {labelText(section.title)}
            </h2>
            <ReviewList
              questions={questions}
              answers={answers}
              faults={faults}
              nameOf={territories?.nameOf}
              address={isAway ? null : `${base}/repondre/${section.code}`}
            />
          </section>
        );
      })}
      <ReviewSending faults={found} findings={findings} />
      {isAway ? null : <SaveNotice />}
    </Page>
  );
}

/** Whether these answers count already: the first thing to know on this page. */
function ReviewNotice({ isAway }: { readonly isAway: boolean }) {
  const { kind } = useAnswering();
  if (isAway) {
    const { sendingTitle, sendingText } = messages.intro;
    return <Alert severity="info" as="h2" title={sendingTitle} description={sendingText} />;
  }
  return kind === 'AMEND' ? (
    <Alert severity="warning" as="h2" title={words.notAmended} description={words.notAmendedText} />
  ) : (
    <Alert severity="warning" as="h2" title={words.notSent} description={words.notSentText} />
  );
}
