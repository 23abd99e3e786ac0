import { visibleSections } from '@preau/questionnaire-domain';
import { useEffect } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { useAnswering, useDraft } from './answering-context';
import { SectionForm } from './section-form';
import { SectionHead } from './section-head';
import { nextShown } from './sections';
import { useGate } from './use-gate';

/** One part of the questionnaire. Parts that answers have hidden are passed over. */
export function SectionPage() {
  const { base, form, store, saver } = useAnswering();
  const { section: code = '' } = useParams();
  useDraft();
  const gate = useGate('SECTION');
  const sections = visibleSections(form.definition, store.answers);
  const index = sections.findIndex(({ section }) => section.code === code);
  const shown = sections[index];
  const addressOf = (section: string | undefined) =>
    section === undefined ? `${base}/verifier` : `${base}/repondre/${section}`;

  // Leaving a page is a good moment to save: its answers are whole.
  useEffect(() => () => void saver?.save(), [saver, code]);
  useFieldInAddress(code);

  if (gate !== null) return <Navigate to={gate} replace />;
  if (!shown) return <Navigate to={addressOf(nextShown(form.definition, sections, code))} replace />;
  const before = sections[index - 1]?.section.code;
  return (
    <div className="fr-container preau-page">
      <SectionHead
        section={shown.section}
        step={index + 1}
        steps={sections.length + 1}
        next={sections[index + 1]?.section}
      />
      <SectionForm
        key={code}
        questions={shown.questions}
        previous={before === undefined ? base : addressOf(before)}
        next={addressOf(sections[index + 1]?.section.code)}
        isLast={index + 1 === sections.length}
      />
    </div>
  );
}

/** The review links to a question by the address's fragment: it takes the focus, after the title had it. */
function useFieldInAddress(section: string) {
  const { hash } = useLocation();
  useEffect(() => {
    const field = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [hash, section]);
}
