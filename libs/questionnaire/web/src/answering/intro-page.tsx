import { labelText } from '@preau/questionnaire-domain';
import { Page, ThemeAccent } from '@preau/ui';
import { Link } from 'react-router';
import { useAnswering, useDraft } from './answering-context';
import { themeOf } from './form';
import { IntroState } from './intro-state';
import { messages } from './messages';
import { minutesFor } from './sections';

const words = messages.intro;

/** What will be asked, how long it takes, what becomes of it, and the way in. */
export function IntroPage() {
  const { form, mine } = useAnswering();
  const { record } = useDraft();
  const isRunning = form.isOpen || record !== null;
  const isEarly = new Date(form.opensAt) > new Date();
  return (
    <Page
      title={form.title}
      breadcrumb={[{ label: form.consultation.title, to: `/concertations/${form.consultation.slug}` }]}
      lead={isRunning ? words.lead(minutesFor(form.definition), form.definition.sections.length) : undefined}
    >
      {form.isOpen ? <p className="preau-measure">{words.until(form.closesAt)}</p> : null}
      <IntroState />
      <div className="preau-intro">
        <section aria-labelledby="parts">
          <h2 id="parts" className="fr-h4">
            {form.isOpen || isEarly ? words.parts : words.partsBefore}
          </h2>
          <Parts />
          <p className="fr-text--sm fr-hint-text">{words.partsHelp}</p>
        </section>
        <section aria-labelledby="privacy">
          <h2 id="privacy" className="fr-h4">
            {words.privacy}
          </h2>
          <ul>
            {(mine ? words.privacyLinesMine : words.privacyLines).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            <Link to="/donnees-personnelles">{words.privacyMore}</Link>
          </p>
        </section>
      </div>
    </Page>
  );
}

function Parts() {
  const { form } = useAnswering();
  return (
    <ol className="preau-parts">
      {form.definition.sections.map((section, index) => {
        const theme = themeOf(form, section);
        return (
          <li key={section.code}>
            {theme ? (
              <ThemeAccent accent={theme.accent} pictogram={theme.pictogram} size="small" />
            ) : (
              <span className="preau-parts__rank" aria-hidden="true">
                {index + 1}
              </span>
            )}
            <span>
              <strong>{labelText(section.title)}</strong>
              {section.intro ? <span className="fr-hint-text">{labelText(section.intro)}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
