import type { ConsultationPhase } from '@preau/consultation-domain';
import { imagesFault, IMAGE_FAULTS, type AttachedImage } from './image.rules';
import type { PostStatus } from './post';
import { bodyFault, titleFault, TEXT_FAULTS } from './text.rules';
import { PACES, REPLY_WINDOW_MS, TOPIC_WINDOW_MS, trustOf, type Contributor } from './trust';

export const POSTING_REFUSALS = [
  ...TEXT_FAULTS,
  'TITLE_EMPTY',
  'TITLE_TOO_SHORT',
  'TITLE_TOO_LONG',
  'TITLE_UNREADABLE',
  ...IMAGE_FAULTS,
  'UNKNOWN_IMAGE',
  'SUSPENDED',
  'NOT_OPEN',
  'CLOSED',
  'UNKNOWN_THEME',
  'UNKNOWN_TOPIC',
  'UNKNOWN_POST',
  'UNKNOWN_SERVICE',
  'LOCKED',
  'SLOW_MODE',
  'TOO_MANY',
  'DUPLICATE',
  'CONFLICT',
] as const;
export type PostingRefusalCode = (typeof POSTING_REFUSALS)[number];

/** Why a message is refused; `retryAt` when waiting is enough. */
export interface PostingRefusal {
  readonly code: PostingRefusalCode;
  readonly retryAt?: Date;
}

/** How long the same words by the same person are taken for a double click or a flood. */
export const SAME_TEXT_MS = 5 * 60 * 1_000;

/** What somebody has written lately. */
export interface RecentWriting {
  /** When they began the topics of the last day, in any order. */
  readonly topicsAt: readonly Date[];
  /** When they wrote the replies of the last hour, in any order. */
  readonly repliesAt: readonly Date[];
  /** When they last wrote these very words; null if not within the last minutes. */
  readonly sameTextAt: Date | null;
  /** When they last wrote in this topic; null when they have not. */
  readonly inTopicAt?: Date | null;
}

export interface Writer extends Contributor {
  readonly isSuspended: boolean;
  readonly recent: RecentWriting;
}

const refusal = (code: PostingRefusalCode, retryAt?: Date): PostingRefusal =>
  retryAt ? { code, retryAt } : { code };

/** Debates are open while their consultation is. The team may still answer and conclude once it has closed. */
export function phaseRefusal(phase: ConsultationPhase, isTeam: boolean): 'NOT_OPEN' | 'CLOSED' | null {
  if (phase === 'OPEN' || isTeam) return null;
  return phase === 'UPCOMING' ? 'NOT_OPEN' : 'CLOSED';
}

/** Why a topic cannot be begun, or null. Title and body are already as kept. */
export function createTopicRefusal(
  topic: {
    readonly title: string;
    readonly body: string;
    readonly images: readonly AttachedImage[];
    readonly phase: ConsultationPhase;
  },
  writer: Writer,
  now: Date,
): PostingRefusal | null {
  const inTitle = titleFault(topic.title);
  if (inTitle) return refusal(`TITLE_${inTitle}`);
  const inBody = bodyFault(topic.body);
  if (inBody) return refusal(inBody);
  const inImages = imagesFault(topic.images);
  if (inImages) return refusal(inImages);
  if (writer.isSuspended) return refusal('SUSPENDED');
  const closed = phaseRefusal(topic.phase, writer.isTeam);
  if (closed) return refusal(closed);
  const { topicsAt } = writer.recent;
  return sameText(writer) ?? tooMany(topicsAt, PACES[trustOf(writer, now)].topics, TOPIC_WINDOW_MS, now);
}

/** The topic and the message that a reply is written to. */
export interface ReplyPlace {
  readonly phase: ConsultationPhase;
  readonly topicStatus: PostStatus;
  readonly isLocked: boolean;
  /** Seconds that each writes at most one message in; 0: slow mode is off. */
  readonly slowSeconds: number;
  /** Of the message replied to; null when it is not in this topic. */
  readonly parentStatus: PostStatus | null;
}

/** Why a reply cannot be written there, or null. The body is already as kept. */
export function replyRefusal(
  reply: {
    readonly body: string;
    readonly images: readonly AttachedImage[];
    readonly isProposition: boolean;
  },
  place: ReplyPlace,
  writer: Writer,
  now: Date,
): PostingRefusal | null {
  const inBody = bodyFault(reply.body, reply.isProposition);
  if (inBody) return refusal(inBody);
  const inImages = imagesFault(reply.images);
  if (inImages) return refusal(inImages);
  if (writer.isSuspended) return refusal('SUSPENDED');
  // Propositions are there to be supported: once nobody can, the team makes none either.
  const mayAnswerAnyway = writer.isTeam && !reply.isProposition;
  const closed = phaseRefusal(place.phase, mayAnswerAnyway);
  if (closed) return refusal(closed);
  // A trace can still be read, and no longer answered; one who may not see it learns nothing else.
  if (place.topicStatus !== 'PUBLISHED') return refusal('UNKNOWN_TOPIC');
  if (place.parentStatus !== 'PUBLISHED') return refusal('UNKNOWN_POST');
  if (place.isLocked && !mayAnswerAnyway) return refusal('LOCKED');
  return (
    sameText(writer) ??
    slowMode(place, writer, now) ??
    tooMany(writer.recent.repliesAt, PACES[trustOf(writer, now)].replies, REPLY_WINDOW_MS, now)
  );
}

const sameText = ({ recent: { sameTextAt } }: Writer): PostingRefusal | null =>
  sameTextAt && refusal('DUPLICATE', new Date(sameTextAt.getTime() + SAME_TEXT_MS));

/** Until when slow mode keeps somebody who last wrote then from writing again; null when it does not. */
export function slowUntil(slowSeconds: number, last: Date | null, now: Date): Date | null {
  const next = last && slowSeconds > 0 ? new Date(last.getTime() + slowSeconds * 1_000) : null;
  return next && next > now ? next : null;
}

function slowMode({ slowSeconds }: ReplyPlace, writer: Writer, now: Date): PostingRefusal | null {
  const next = writer.isTeam ? null : slowUntil(slowSeconds, writer.recent.inTopicAt ?? null, now);
  return next && refusal('SLOW_MODE', next);
}

/** The oldest message that still counts leaves its place when it has aged. */
function tooMany(times: readonly Date[], max: number, windowMs: number, now: Date): PostingRefusal | null {
  const counted = times
    .map((time) => time.getTime())
    .filter((time) => time > now.getTime() - windowMs)
    .toSorted((a, b) => b - a);
  const leaving = counted[max - 1];
  return leaving === undefined ? null : refusal('TOO_MANY', new Date(leaving + windowMs));
}
