import type { ShownTopic } from '../topic/topic-query';
import { chooseTopic } from './choose-topic';
import { FollowToggle } from './follow-toggle';
import { useNoteFollowed } from './use-note-followed';

/** Follows a topic, in its head. One there is only a trace left of is no longer followed by anybody new. */
export function FollowTopic({ topic }: { readonly topic: ShownTopic }) {
  const { id, status, isFollowed } = topic;
  const noteFollowed = useNoteFollowed(id);
  if (!isFollowed && (status === 'HIDDEN' || status === 'DELETED')) return null;
  return (
    <FollowToggle
      label="Suivre ce sujet"
      news="ses nouveaux messages"
      what={`topic:${id}`}
      isFollowed={isFollowed}
      choose={async (follow) => {
        const code = await chooseTopic(id, follow);
        if (code === null) noteFollowed(follow);
        return code;
      }}
    />
  );
}
