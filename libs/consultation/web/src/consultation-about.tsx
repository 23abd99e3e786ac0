import { graphql, readFragment, type FragmentType } from '@preau/graphql';

export const consultationAbout = graphql(`
  fragment ConsultationAbout on Consultation {
    phase
    presentation
    report
    partners {
      id
      name
    }
  }
`);

/** What came out of it once reported, why it was held, and with whom. */
export function ConsultationAbout({
  consultation,
}: {
  readonly consultation: FragmentType<typeof consultationAbout>;
}) {
  const { phase, presentation, report, partners } = readFragment(consultationAbout, consultation);
  return (
    <>
      {phase === 'REPORTED' && report.length > 0 ? (
        <section className="fr-container preau-section" aria-labelledby="bilan">
          <h2 id="bilan">Le bilan</h2>
          <div className="preau-report">
            {report.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </section>
      ) : null}
      {presentation.length > 0 ? (
        <section className="fr-container preau-section" aria-labelledby="pourquoi">
          <h2 id="pourquoi">Pourquoi cette concertation</h2>
          {presentation.map((paragraph) => (
            <p key={paragraph} className="preau-measure">
              {paragraph}
            </p>
          ))}
        </section>
      ) : null}
      {partners.length > 0 ? (
        <section className="fr-container preau-section" aria-labelledby="partenaires">
          <h2 id="partenaires">Les partenaires</h2>
          <ul className="preau-partners">
            {partners.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
