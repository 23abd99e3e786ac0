import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { accountStorage, deviceStorage, storageKeys, tabStorage } from '../drafts/device-storage';
import type { KeptReceipt, RawAnswers } from '../drafts/draft-record';
import { DraftSaver } from '../drafts/draft-saver';
import { DraftStore } from '../drafts/draft-store';
import { sameAnswer } from '../drafts/merge';
import { server as direct, type AnsweringServer } from '../drafts/operations';
import { Sender } from '../drafts/sender';
import type { Answering } from './answering-context';
import { deviceOf, keepReceipt } from './device';
import type { Form } from './form';
import { myPlaceKey, type MyPlace } from './use-my-place';

/** A questionnaire answered in this browser: kept here at each change, on the server soon after, sent once. */
export function useQuestionnaire(form: Form, base: string, place: MyPlace | null): Answering {
  const client = useQueryClient();
  const started = useStarted(() => {
    const ofForm = { questionnaireId: form.id, version: form.version };
    const store = place
      ? openMine(form, place)
      : new DraftStore({ ...ofForm, storage: deviceStorage, key: storageKeys.draft(form.id) });
    const server = place
      ? tellingOf(() => void client.invalidateQueries({ queryKey: myPlaceKey(form.id) }))
      : direct;
    const saver = new DraftSaver({ store, server, ownToken: place?.token });
    const sender = new Sender({
      store,
      definition: form.definition,
      submit: (sending) =>
        server.submit({
          ...sending,
          questionnaireId: form.id,
          draftToken: store.getState().record?.server?.token ?? place?.token ?? null,
          deviceToken: place ? null : deviceOf(form.id).token,
        }),
      onReceipt: (receipt) => {
        if (place) client.setQueryData(myPlaceKey(form.id), { ...place, draft: null, receipt });
        else keepReceipt(form.id, receipt);
      },
    });
    return { kind: 'ANSWER', base, form, store, saver, sender, mine: null };
  });
  return { ...started, mine: place && { receipt: place.receipt, isUnlinked: place.isUnlinked } };
}

/** What a refusal says when the account has answered: from another device, or before its deletion was asked for. */
const isAnswered = (code: string) => code === 'ALREADY_ANSWERED' || code === 'ANSWER_UNLINKED';

/** The same server, which also tells when it turns out that the account has answered. */
function tellingOf(onAnswered: () => void): AnsweringServer {
  return {
    ...direct,
    saveDraft: async (input) => {
      const outcome = await direct.saveDraft(input);
      if (outcome.__typename === 'DraftRefused' && isAnswered(outcome.code)) onAnswered();
      return outcome;
    },
    submit: async (input) => {
      const outcome = await direct.submit(input);
      if (outcome.__typename === 'ResponseRefused' && isAnswered(outcome.refusal)) onAnswered();
      return outcome;
    },
  };
}

/** The account's draft as this device has it, together with what the server keeps of it. */
function openMine(form: Form, { responseId, draft, receipt }: MyPlace): DraftStore {
  const store = new DraftStore({
    storage: accountStorage,
    key: storageKeys.mine(form.id, responseId),
    questionnaireId: form.id,
    version: form.version,
    responseId,
  });
  const { record } = store.getState();
  if (record?.sending) return store;
  // Answered from another device: what the server had of this draft has become the response.
  if (receipt && record && sameAnswer(record.answers, record.server?.answers ?? {})) store.clear();
  else if (draft && !record?.server) store.meet(draft);
  return store;
}

interface Amended {
  readonly form: Form;
  readonly base: string;
  readonly code: string;
  readonly answers: RawAnswers;
  readonly responseId: string;
  readonly onReceipt: (receipt: KeptReceipt, answers: RawAnswers) => void;
}

/** A response already sent, being changed: kept in this tab alone until it is sent again. */
export function useAmendment({ form, base, code, answers, responseId, onReceipt }: Amended): Answering {
  return useStarted(() => {
    const store = new DraftStore({
      storage: tabStorage,
      key: storageKeys.amendment,
      questionnaireId: form.id,
      version: form.version,
    });
    if (store.getState().record?.responseId !== responseId) store.open({ answers, responseId });
    const sender = new Sender({
      store,
      definition: form.definition,
      submit: (sending) => direct.amend(code, sending.answers),
      onReceipt,
    });
    return { kind: 'AMEND', base, form, store, saver: null, sender, mine: null };
  });
}

function useStarted(make: () => Answering): Answering {
  const [answering] = useState(make);
  useEffect(() => {
    const stops = [answering.store.start(), answering.saver?.start(), answering.sender.start()];
    return () => stops.reverse().forEach((stop) => stop?.());
  }, [answering]);
  return answering;
}
