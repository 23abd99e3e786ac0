import type { PostingRefusalCode } from '@preau/forum-domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { useKeptDraft } from '../drafts/use-kept-draft';
import type { DebatesFrame } from '../frame/use-debates-frame';
import { sentImages } from '../images/draft-images';
import { useImages } from '../images/use-images';
import { topicPath } from '../paths';
import { faultOfBody, faultOfTitle } from '../writing/text-faults';
import { createTopic, type NewTopic } from './create-topic';

export interface Fault {
  readonly code: PostingRefusalCode;
  readonly retryAt?: string | null;
}
const NO_FAULTS: readonly Fault[] = [];

/** The topic being written: what is typed, why it is refused, and sending it. */
export function useNewTopic(consultation: DebatesFrame, theme: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const draft = useKeptDraft(
    `sujet:${consultation.slug}`,
    { theme, title: '', body: '', images: '[]' },
    (given) => {
      const place = consultation.themes.find(({ slug }) => slug === (given.theme || theme));
      return place ? `topic:${place.id}` : null;
    },
  );
  const images = useImages(
    draft.fields.images,
    (kept) => {
      draft.change({ images: kept });
    },
    'sujet-images',
  );
  const [faults, setFaults] = useState(NO_FAULTS);
  const { id } = draft;
  // A draft without a theme takes that of the page one comes from.
  const fields = { ...draft.fields, theme: draft.fields.theme || theme };
  const chosen = consultation.themes.find(({ slug }) => slug === fields.theme);
  const send = useMutation({
    mutationFn: async (topic: NewTopic) => {
      await draft.stop();
      return createTopic(topic);
    },
    onError: draft.resume,
    onSuccess: (result) => {
      if (result.__typename === 'PostingRefused') {
        draft.resume();
        setFaults([result]);
        return;
      }
      draft.forget();
      images.forget();
      void queries.invalidateQueries({ queryKey: ['debates'] });
      void queries.invalidateQueries({ queryKey: ['debates-of-theme'] });
      void navigate(topicPath(consultation.slug, result.topic.id));
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    const codes = [
      chosen ? null : 'UNKNOWN_THEME',
      faultOfTitle(fields.title),
      faultOfBody(fields.body),
    ] as const;
    const found = codes.flatMap((code) => (code ? [{ code }] : []));
    setFaults(found);
    send.reset();
    if (!images.check() || !chosen || found.length > 0) return;
    send.mutate({
      id,
      themeId: chosen.id,
      title: fields.title,
      body: fields.body,
      images: sentImages(fields.images),
      ...draft.sent,
    });
  };
  return {
    fields,
    draft,
    change: draft.change,
    images,
    faults,
    submit,
    isSending: send.isPending,
    error: send.error,
  };
}
