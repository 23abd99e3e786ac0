import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { Link } from 'react-router';
import { consultationPath } from './paths';
import { PHASE_DATES, PHASE_NAMES } from './phase';

export const otherConsultation = graphql(`
  fragment OtherConsultation on Consultation {
    id
    slug
    title
    summary
    phase
    opensAt
    closesAt
  }
`);

/** The other editions, past and to come. */
export function OtherConsultations({
  consultations,
}: {
  readonly consultations: readonly FragmentType<typeof otherConsultation>[];
}) {
  if (consultations.length === 0) return null;
  return (
    <section className="fr-container preau-section" aria-labelledby="autres">
      <h2 id="autres">Les autres concertations</h2>
      <ul className="preau-others">
        {readFragment(otherConsultation, consultations).map((one) => (
          <li key={one.id}>
            <p className="preau-hero__phase">
              <span className={`preau-phase preau-phase--${one.phase.toLowerCase()}`}>
                {PHASE_NAMES[one.phase]}
              </span>
              <span>{PHASE_DATES[one.phase](one)}</span>
            </p>
            <h3>
              <Link to={consultationPath(one.slug)}>{one.title}</Link>
            </h3>
            <p>{one.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
