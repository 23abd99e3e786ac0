import { withNumbers } from '@preau/forum-domain';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDay } from '@preau/ui';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { useLocation } from 'react-router';
import { MessageBody } from '../message/message-body';
import { Citations } from './citations';
import { ConclusionVersions } from './conclusion-versions';

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
  const { pathname, search, hash, key } = useLocation();
  useEffect(() => {
    const asked = /^#(?:synthese|citation-\d+)$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
    if (!asked || !section.current?.contains(asked)) return;
    asked.focus({ preventScroll: true });
    asked.scrollIntoView({ block: 'start' });
  }, [hash, key, conclusion]);
  const versions = conclusionVersions.totalCount ?? 0;
  if (versions === 0) return null;
  return (
    <section ref={section} className="preau-conclusion" aria-labelledby={SYNTHESIS}>
      <h2 id={SYNTHESIS} tabIndex={-1}>
        Synthèse du débat
      </h2>
      {conclusion && concludedAt ? (
        <>
          <MessageBody body={withNumbers(conclusion, pathname + search)} under={2} />
          <p className="preau-message__facts">
            {concludedBy
              ? `${concludedBy.name}, le ${formatDay(concludedAt)}`
              : `Le ${formatDay(concludedAt)}`}
          </p>
          <Citations citations={citations} />
        </>
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
