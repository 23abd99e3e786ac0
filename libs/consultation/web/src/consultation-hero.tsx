import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { PageTitle } from '@preau/ui';
import type { ReactNode } from 'react';
import { CallToAction } from './call-to-action';
import { CourtyardDrawing } from './courtyard-drawing';
import { PHASE_DATES, PHASE_NAMES } from './phase';

export const consultationHero = graphql(`
  fragment ConsultationHero on Consultation {
    title
    summary
    phase
    opensAt
    closesAt
    daysLeft
    demonstrationNote
    ...CallToAction
  }
`);

interface ConsultationHeroProps {
  readonly consultation: FragmentType<typeof consultationHero>;
  readonly documentTitle?: string;
  readonly children?: ReactNode;
}

/** The top of a consultation: what it is, until when, and the one thing to do now. */
export function ConsultationHero({ consultation, documentTitle, children }: ConsultationHeroProps) {
  const hero = readFragment(consultationHero, consultation);
  return (
    <div className="preau-hero">
      <div className="fr-container preau-hero__body">
        <div className="preau-hero__words">
          {children}
          <p className="preau-hero__phase">
            <span className={`preau-phase preau-phase--${hero.phase.toLowerCase()}`}>
              {PHASE_NAMES[hero.phase]}
            </span>
            <span>{PHASE_DATES[hero.phase](hero)}</span>
          </p>
          <PageTitle documentTitle={documentTitle ?? hero.title} className="preau-hero__title">
            {hero.title}
          </PageTitle>
          <p className="preau-hero__summary">{hero.summary}</p>
          <CallToAction consultation={hero} />
        </div>
        <CourtyardDrawing />
      </div>
      {hero.demonstrationNote ? (
        <p className="fr-container preau-hero__note">{hero.demonstrationNote}</p>
      ) : null}
    </div>
  );
}
