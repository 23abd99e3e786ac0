import { STANCES, type PostingRefusalCode, type Stance } from '@preau/forum-domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useKeptDraft } from '../drafts/use-kept-draft';
import { useNoteFollowed } from '../following/use-note-followed';
import { postingSentence } from '../messages';
import { sentImages } from '../images/draft-images';
import { useImages } from '../images/use-images';
import { readPost } from '../message/post-fields';
import { useAddPosts } from '../thread/use-added';
import { useTopicContext } from '../topic/topic-context';
import { topicKey } from '../topic/topic-query';
import { faultOfBody, fieldOf } from '../writing/text-faults';
import { replyToTopic, type NewReply } from './reply-to-topic';

interface ReplyPlace {
  /** The message that is answered; null: the topic itself. */
  readonly parentId: string | null;
  readonly isProposition?: boolean;
  readonly onPosted: () => void;
}

interface Fault {
  readonly code: PostingRefusalCode;
  readonly retryAt?: string | null;
}

const SAID = {
  reply: 'Votre réponse est publiée.',
  proposition: 'Votre proposition est publiée.',
  held: 'Votre message est reçu. Il sera publié après relecture\u00a0: d’ici là, vous seul le voyez.',
} as const;

/** A reply being written: what is typed, why it is refused, and sending it. Once posted it stands in its place, with the focus. */
export function useReply({ parentId, isProposition = false, onPosted }: ReplyPlace) {
  const { topicId, say, arriving, isSlow, speaksForService } = useTopicContext();
  const queries = useQueryClient();
  const addPosts = useAddPosts(topicId);
  // Writing in a topic follows it, unless one chose no longer to.
  const noteFollowed = useNoteFollowed(topicId);
  const draft = useKeptDraft(
    `${isProposition ? 'proposition' : 'reponse'}:${parentId ?? topicId}`,
    { body: '', stance: '', images: '[]', service: '' },
    () => (isProposition ? `proposition:${topicId}` : `reply:${topicId}:${parentId ?? topicId}`),
  );
  const { id, fields } = draft;
  const images = useImages(
    fields.images,
    (kept) => {
      draft.change({ images: kept });
    },
    `images-${parentId ?? topicId}`,
  );
  const [fault, setFault] = useState<Fault | null>(null);
  const send = useMutation({
    mutationFn: async (reply: NewReply) => {
      await draft.stop();
      return replyToTopic(reply);
    },
    onError: draft.resume,
    onSuccess: (result) => {
      if (result.__typename === 'PostingRefused') {
        draft.resume();
        setFault(result);
        return;
      }
      const post = readPost(result.post);
      draft.forget();
      if (result.post.topic) noteFollowed(result.post.topic.isFollowed);
      images.forget();
      arriving.current = post.id;
      addPosts([result.post]);
      say(post.status === 'HELD' ? SAID.held : SAID[isProposition ? 'proposition' : 'reply']);
      // What the head of the topic says follows: who answered, when one may write again.
      if (isSlow || post.official)
        void queries.invalidateQueries({ queryKey: [...topicKey(topicId), 'topic'] });
      onPosted();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    send.reset();
    const code = faultOfBody(fields.body, isProposition);
    setFault(code && { code });
    if (!images.check() || code) return;
    const stance = STANCES.find((one) => one === fields.stance) ?? null;
    const serviceId = speaksForService && fields.service ? fields.service : null;
    send.mutate({
      id,
      topicId,
      parentId,
      body: fields.body,
      images: sentImages(fields.images),
      stance,
      isProposition,
      serviceId,
      ...draft.sent,
    });
  };
  const sentence = fault && postingSentence(fault);
  const isOfBody = fault !== null && fieldOf(fault.code) === 'body';
  return {
    body: fields.body,
    images,
    stance: fields.stance as Stance | '',
    service: fields.service,
    speaksForService,
    change: draft.change,
    draft,
    submit,
    isSending: send.isPending,
    /** About the text, beside its field; about anything else, for the whole form. */
    bodyFault: isOfBody ? sentence : null,
    refusal: isOfBody ? null : sentence,
    error: send.error,
    fault,
  };
}
