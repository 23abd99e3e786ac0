import type { OwnPostRefusal } from '@preau/forum-domain';
import { readFragment } from '@preau/graphql';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useKeptDraft } from '../drafts/use-kept-draft';
import { keepImages, sentImages } from '../images/draft-images';
import { useImages } from '../images/use-images';
import { readPost } from '../message/post-fields';
import { OWN_POST_REFUSALS } from '../messages';
import { useChangePost } from '../thread/use-change-post';
import { useTopicContext } from '../topic/topic-context';
import { topicKey } from '../topic/topic-query';
import { faultOfBody, faultOfTitle } from '../writing/text-faults';
import { editPost, postChangeOutcome, type EditedPost } from './operations';
import type { OwnPost } from './own-post';

const FIELD_OF: Partial<Record<OwnPostRefusal, 'title' | 'body'>> = {
  TITLE_EMPTY: 'title',
  TITLE_TOO_SHORT: 'title',
  TITLE_TOO_LONG: 'title',
  TITLE_UNREADABLE: 'title',
  EMPTY: 'body',
  TOO_SHORT: 'body',
  TOO_LONG: 'body',
  UNREADABLE: 'body',
};

const WAITING = ' Les images ajoutées seront publiées après relecture\u00a0: d’ici là, vous seul les voyez.';

/** One’s own message being changed. What is typed is kept for that very revision. */
export function useEdit(post: OwnPost, onDone: () => void) {
  const { id, topicId, revisionCount, isProposition } = post;
  const { say } = useTopicContext();
  const queries = useQueryClient();
  const changePost = useChangePost();
  const draft = useKeptDraft(
    `modification:${id}:${revisionCount}`,
    { title: post.title ?? '', body: post.body, images: keepImages(post.images) },
    () => `edit:${id}`,
  );
  const { fields } = draft;
  const images = useImages(
    fields.images,
    (kept) => {
      draft.change({ images: kept });
    },
    `images-${id}`,
  );
  const isTopic = post.title !== null;
  const [faults, setFaults] = useState<readonly OwnPostRefusal[]>([]);
  const save = useMutation({
    mutationFn: async (edited: EditedPost) => {
      await draft.stop();
      return editPost(edited);
    },
    onError: draft.resume,
    onSuccess: (fragment) => {
      const result = readFragment(postChangeOutcome, fragment);
      if (result.__typename === 'PostChangeRefused') {
        draft.resume();
        setFaults([result.code]);
        return;
      }
      draft.forget();
      changePost(result.post);
      if (isTopic) void queries.invalidateQueries({ queryKey: [...topicKey(topicId), 'topic'] });
      const { status, images: shown } = readPost(result.post);
      const isWaiting = status === 'PUBLISHED' && shown.some(({ isHeld }) => isHeld);
      say(`Votre message est modifié. Son historique reste visible.${isWaiting ? WAITING : ''}`);
      onDone();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    save.reset();
    const codes = [isTopic ? faultOfTitle(fields.title) : null, faultOfBody(fields.body, isProposition)];
    const found = codes.flatMap((code) => (code ? [code as OwnPostRefusal] : []));
    setFaults(found);
    if (!images.check() || found.length > 0) return;
    save.mutate({
      id,
      revision: revisionCount,
      body: fields.body,
      images: sentImages(fields.images),
      title: isTopic ? fields.title : null,
      ...draft.sent,
    });
  };
  const sentenceOf = (field: 'title' | 'body' | undefined) => {
    const code = faults.find((one) => FIELD_OF[one] === field);
    return code && OWN_POST_REFUSALS[code];
  };
  return {
    fields,
    images,
    change: draft.change,
    draft,
    discard: draft.discard,
    submit,
    isSaving: save.isPending,
    faults,
    titleFault: sentenceOf('title'),
    bodyFault: sentenceOf('body'),
    refusal: sentenceOf(undefined),
    error: save.error,
  };
}
