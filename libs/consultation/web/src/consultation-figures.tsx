import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { BigFigure } from '@preau/ui';

export const consultationFigures = graphql(`
  fragment ConsultationFigures on Consultation {
    phase
    participation {
      responses
      posts
      events
      asOf
    }
  }
`);

const words = (count: number, one: string, many: string) => (count < 2 ? one : many);

/** The three numbers people come for, each with its date. Before the opening there is nothing to count. */
export function ConsultationFigures({
  consultation,
}: {
  readonly consultation: FragmentType<typeof consultationFigures>;
}) {
  const { phase, participation } = readFragment(consultationFigures, consultation);
  if (phase === 'UPCOMING') return null;
  const { responses, posts, events, asOf } = participation;
  return (
    <section className="fr-container preau-section" aria-labelledby="chiffres">
      <h2 id="chiffres" className="fr-sr-only">
        La participation en chiffres
      </h2>
      <div className="preau-figures">
        <BigFigure
          value={responses}
          label={words(responses, 'réponse au questionnaire', 'réponses au questionnaire')}
          asOf={asOf}
        />
        <BigFigure value={posts} label={words(posts, 'message échangé', 'messages échangés')} asOf={asOf} />
        <BigFigure value={events} label={words(events, 'rencontre', 'rencontres')} asOf={asOf} />
      </div>
    </section>
  );
}
