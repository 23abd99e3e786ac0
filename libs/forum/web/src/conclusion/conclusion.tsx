import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDay } from '@preau/ui';
import { useRef, useState } from 'react';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { CitingText } from './citing-text';
import { ConclusionVersions } from './conclusion-versions';
import { useNote } from './use-note';

export const topicConclusion = graphql(`
  fragment TopicConclusion on Topic {
    conclusion
    concludedAt
    concludedBy {
      id
      name
    }
    citations {
      postId
      ...CitationFields
    }
    conclusionVersions(first: 1) {
      totalCount
    }
  }
`);

export const SYNTHESIS = 'synthese';

/** What the institution concludes from a topic, with the messages it cites as notes. */
export function Conclusion({ topic }: { readonly topic: FragmentType<typeof topicConclusion> }) {
  const { conclusion, concludedAt, concludedBy, citations, conclusionVersions } = readFragment(
    topicConclusion,
    topic,
  );
  const [isUnfolded, setUnfolded] = useState(false);
  const section = useRef<HTMLElement>(null);
  useNote(section, conclusion);
  const versions = conclusionVersions.totalCount ?? 0;
  if (versions === 0) return null;
  return (
    <section ref={section} className="preau-conclusion" aria-labelledby={SYNTHESIS}>
      <h2 id={SYNTHESIS} tabIndex={-1}>
        Synthèse du débat
      </h2>
      {conclusion && concludedAt ? (
        <CitingText text={conclusion} citations={citations} notes="citation">
          <p className="preau-message__facts">
            {concludedBy
              ? `${concludedBy.name}, le ${formatDay(concludedAt)}`
              : `Le ${formatDay(concludedAt)}`}
          </p>
        </CitingText>
      ) : (
        <p>La synthèse de ce sujet a été retirée.</p>
      )}
      {versions > 1 ? (
        <Button
          priority="tertiary no outline"
          size="small"
          aria-expanded={isUnfolded}
          onClick={() => {
            setUnfolded(!isUnfolded);
          }}
        >
          {`Versions de la synthèse (${versions})`}
        </Button>
      ) : null}
      {isUnfolded ? <ConclusionVersions count={versions} /> : null}
    </section>
  );
}
