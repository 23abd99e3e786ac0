import { Stepper } from '@codegouvfr/react-dsfr/Stepper';
import { labelText, type Section } from '@preau/questionnaire-domain';
import { accentClass, PageTitle, ThemeAccent } from '@preau/ui';
import { useAnswering } from './answering-context';
import { themeOf } from './form';
import { messages } from './messages';

interface SectionHeadProps {
  readonly section: Section;
  readonly step: number;
  readonly steps: number;
  /** The part after this one; the review after the last. */
  readonly next: Section | undefined;
}

/** Where one is: the part, in the colours of its theme, and how many there are. */
export function SectionHead({ section, step, steps, next }: SectionHeadProps) {
  const { form } = useAnswering();
  const theme = themeOf(form, section);
  const title = labelText(section.title);
  return (
    <div className="preau-head">
      <div className={`preau-head__title ${accentClass(theme?.accent ?? '')}`}>
        {theme ? <ThemeAccent accent={theme.accent} pictogram={theme.pictogram} /> : null}
        <div>
          <PageTitle documentTitle={messages.section.documentTitle(title, step, steps, form.title)}>
            {title}
          </PageTitle>
          {section.intro ? <p className="preau-head__intro">{labelText(section.intro)}</p> : null}
        </div>
      </div>
      <Stepper
        currentStep={step}
        stepCount={steps}
        title={form.title}
        nextTitle={next ? labelText(next.title) : messages.review.step}
      />
      {section.questions.some((question) => question.required) ? (
        <p className="fr-hint-text">{messages.required}</p>
      ) : null}
    </div>
  );
}
