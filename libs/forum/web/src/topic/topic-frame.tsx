import { Failure, InsidePage, Loading, StatusMessage } from '@preau/ui';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { Missing } from '../frame/missing';
import { PhaseNotice } from '../frame/phase-notice';
import { useDebatesFrame } from '../frame/use-debates-frame';
import { debatesPath } from '../paths';
import { useReading } from '../reading/use-reading';
import { useVisit } from '../reading/use-visit';
import { VisitNotice } from '../reading/visit-notice';
import { Conclusion } from './conclusion';
import { Opening } from './opening';
import { SignInToReply } from './sign-in-to-reply';
import { TopicContext } from './topic-context';
import { TopicHead } from './topic-head';
import { useTopic, type ShownTopic } from './topic-query';

interface TopicFrameProps {
  readonly slug: string;
  readonly topicId: string;
  /** The message that the address names. */
  readonly marked?: string | null;
  /** A page that shows a part of the topic says which, and leaves out its opening. */
  readonly part?: string;
  /** Whether messages stand in the order they were written: what is new then begins somewhere. */
  readonly isInOrder?: boolean;
  readonly children: (topic: ShownTopic) => ReactNode;
}

/** What surrounds the messages of a topic on each of its pages. */
export function TopicFrame({
  slug,
  topicId,
  marked = null,
  part,
  isInOrder = true,
  children,
}: TopicFrameProps) {
  const frame = useDebatesFrame(slug);
  const topic = useTopic(topicId);
  const [said, say] = useState('');
  const arriving = useRef(marked);
  const visit = useVisit(topicId);
  const reading = useReading(topicId, visit);
  const firstNewId = (isInOrder && visit?.firstNewId) || null;
  const place = useMemo(
    () => ({ slug, topicId, marked, arriving, visit, firstNewId, reading, say }),
    [slug, topicId, marked, visit, firstNewId, reading],
  );
  const error = frame.error ?? topic.error;
  if (error) {
    const retry = () => {
      void frame.refetch();
      void topic.refetch();
    };
    return <Failure error={error} retry={retry} />;
  }
  if (frame.data === undefined || topic.data === undefined) return <Loading />;
  const shown = topic.data?.consultation.slug === slug ? topic.data : null;
  if (!frame.data || !shown)
    return <Missing what="Ce sujet" to={debatesPath(slug)} label="Voir tous les débats" />;
  return (
    <TopicContext value={place}>
      <TopicHead topic={shown} consultation={frame.data} {...(part ? { part } : {})} />
      <div className="fr-container preau-topic-page">
        <InsidePage value={true}>
          <PhaseNotice consultation={frame.data} />
          {shown.isLocked ? (
            <p className="preau-debate-notice">
              Ce sujet est verrouillé&nbsp;: il se lit, et ne s’écrit plus.
            </p>
          ) : null}
          {part ? null : (
            <>
              <VisitNotice slug={slug} topicId={topicId} visit={visit} />
              <Opening topic={shown} />
              <Conclusion topic={shown} />
            </>
          )}
          <SignInToReply
            isOpen={frame.data.phase === 'OPEN' && !shown.isLocked && shown.status === 'PUBLISHED'}
          />
          {children(shown)}
        </InsidePage>
        <div className="preau-said">
          <StatusMessage>{said}</StatusMessage>
        </div>
      </div>
    </TopicContext>
  );
}
