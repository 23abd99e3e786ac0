import { useMemo, type RefObject } from 'react';
import type { Citing } from '../conclusion/use-citing';
import type { TopicPlace } from './topic-context';
import type { ShownTopic } from './topic-query';

interface Given extends Pick<TopicPlace, 'visit' | 'firstNewId' | 'reading' | 'resumed'> {
  readonly slug: string;
  readonly topicId: string;
  readonly marked: string | null;
  readonly arriving: RefObject<string | null>;
  readonly say: (sentence: string) => void;
  readonly topic: ShownTopic | null;
  readonly citing: Citing;
  /** A page of a part of the topic has no synthesis to cite in. */
  readonly isPart: boolean;
}

/** What the messages of a page know of their topic; the same until something of it changes, so that they are not drawn again. */
export function usePlace({ topic, citing, isPart, ...given }: Given): TopicPlace {
  const { slug, topicId, marked, arriving, visit, firstNewId, reading, resumed, say } = given;
  const { isSlow, speaksForService, canMarkSolved, canCite } = {
    isSlow: (topic?.slowSeconds ?? 0) > 0,
    speaksForService: topic?.viewerCan.speakForService ?? false,
    canMarkSolved: topic?.viewerCan.markSolved ?? false,
    canCite: topic?.viewerCan.conclude === true && topic.status === 'PUBLISHED' && !isPart,
  };
  const solvedPostId = topic?.solvedPostId ?? null;
  const cited = (topic?.citations ?? []).map(({ postId }) => postId).join(' ');
  const cite = canCite ? citing.cite : null;
  return useMemo(
    () => ({
      slug,
      topicId,
      marked,
      arriving,
      visit,
      firstNewId,
      reading,
      resumed,
      say,
      isSlow,
      speaksForService,
      canMarkSolved,
      solvedPostId,
      cited: new Set(cited.split(' ')),
      cite,
    }),
    [
      slug,
      topicId,
      marked,
      arriving,
      visit,
      firstNewId,
      reading,
      resumed,
      say,
      isSlow,
      isSlow,
      speaksForService,
      canMarkSolved,
      solvedPostId,
      cited,
      cite,
    ],
  );
}
