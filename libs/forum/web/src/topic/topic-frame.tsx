import { Failure, InsidePage, Loading, StatusMessage } from '@preau/ui';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Conclude } from '../conclusion/conclude';
import { Conclusion } from '../conclusion/conclusion';
import { useCiting } from '../conclusion/use-citing';
import { Missing } from '../frame/missing';
import { PhaseNotice } from '../frame/phase-notice';
import { useDebatesFrame } from '../frame/use-debates-frame';
import { ManageTopic } from '../managing/manage-topic';
import { TopicNotices } from '../managing/topic-notices';
import { OfficialInTopic } from '../official/official-in-topic';
import { debatesPath } from '../paths';
import { useReading } from '../reading/use-reading';
import { useVisit } from '../reading/use-visit';
import { VisitNotice } from '../reading/visit-notice';
import { Opening } from './opening';
import { SignInToReply } from './sign-in-to-reply';
import { TopicContext, type ResumedPanel } from './topic-context';
import { TopicHead } from './topic-head';
import { usePlace } from './use-place';
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
  /** Given the topic, and whether everybody may write and support in it now. */
  readonly children: (topic: ShownTopic, isOpen: boolean) => ReactNode;
}

/** Drafts that are taken up again by their address. */
const PANELS: Readonly<Record<string, ResumedPanel>> = {
  reponse: 'reply',
  modification: 'edit',
  proposition: 'proposition',
};

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
  const panel = PANELS[useSearchParams()[0].get('brouillon') ?? ''];
  const firstNewId = (isInOrder && visit?.firstNewId) || null;
  const resumed = useMemo(() => (panel ? { id: marked ?? topicId, panel } : null), [panel, marked, topicId]);
  const citing = useCiting(say);
  const place = usePlace({
    slug,
    topicId,
    marked,
    arriving,
    visit,
    firstNewId,
    reading,
    resumed,
    say,
    topic: topic.data ?? null,
    citing,
    isPart: Boolean(part),
  });
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
  const isOpen = frame.data.phase === 'OPEN' && !shown.isLocked && shown.status === 'PUBLISHED';
  return (
    <TopicContext value={place}>
      <TopicHead topic={shown} consultation={frame.data} {...(part ? { part } : {})} />
      <div className="fr-container preau-topic-page">
        <InsidePage value={true}>
          <PhaseNotice
            consultation={frame.data}
            mayReply={shown.viewerCan.reply}
            mayConclude={shown.viewerCan.conclude}
          />
          <ManageTopic topic={shown} />
          <TopicNotices topic={shown} />
          {part ? null : (
            <>
              <VisitNotice slug={slug} topicId={topicId} visit={visit} />
              <OfficialInTopic topic={shown} />
              <Opening topic={shown} />
              <Conclusion topic={shown} />
              {shown.viewerCan.conclude && shown.status === 'PUBLISHED' ? (
                <Conclude
                  citing={citing}
                  isPublished={Boolean(shown.conclusion)}
                  service={shown.concludedBy?.id ?? null}
                />
              ) : null}
            </>
          )}
          <SignInToReply isOpen={isOpen} />
          {children(shown, isOpen)}
        </InsidePage>
        <div className="preau-said">
          <StatusMessage>{said}</StatusMessage>
        </div>
      </div>
    </TopicContext>
  );
}
