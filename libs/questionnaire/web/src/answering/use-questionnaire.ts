import { useEffect, useState } from 'react';
import { deviceStorage, storageKeys, tabStorage } from '../drafts/device-storage';
import type { KeptReceipt, RawAnswers } from '../drafts/draft-record';
import { DraftSaver } from '../drafts/draft-saver';
import { DraftStore } from '../drafts/draft-store';
import { server } from '../drafts/operations';
import { Sender } from '../drafts/sender';
import type { Answering } from './answering-context';
import { deviceOf, keepReceipt } from './device';
import type { Form } from './form';

/** A questionnaire answered in this browser: kept here at each change, on the server soon after, sent once. */
export function useQuestionnaire(form: Form, base: string): Answering {
  return useStarted(() => {
    const store = new DraftStore({
      storage: deviceStorage,
      key: storageKeys.draft(form.id),
      questionnaireId: form.id,
      version: form.version,
    });
    const saver = new DraftSaver({ store, server });
    const sender = new Sender({
      store,
      definition: form.definition,
      submit: (sending) =>
        server.submit({
          ...sending,
          questionnaireId: form.id,
          draftToken: store.getState().record?.server?.token ?? null,
          deviceToken: deviceOf(form.id).token,
        }),
      onReceipt: (receipt) => keepReceipt(form.id, receipt),
    });
    return { kind: 'ANSWER', base, form, store, saver, sender };
  });
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
      submit: (sending) => server.amend(code, sending.answers),
      onReceipt,
    });
    return { kind: 'AMEND', base, form, store, saver: null, sender };
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
