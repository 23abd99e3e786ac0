import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { deviceStorage, storageKeys } from '../drafts/device-storage';
import type { KeptReceipt } from '../drafts/draft-record';
import { DraftStore } from '../drafts/draft-store';
import { openedCode } from '../receipts/response-query';
import { useAnswering, useDraft } from './answering-context';
import { messages } from './messages';
import { Begin, NotOpen, SendingState, State } from './state';
import { deviceDraft } from './use-my-place';
import { useResume } from './use-resume';

const words = messages.mine;

/** Where somebody signed in stands with this questionnaire, on whatever device. */
export function MyState() {
  const { form, mine } = useAnswering();
  const { record } = useDraft();
  if (record?.sending) return <SendingState />;
  if (mine?.receipt) return <Answered receipt={mine.receipt} />;
  if (mine?.isUnlinked) return <Unlinked />;
  if (!form.isOpen) return <NotOpen />;
  return (
    <>
      <p className="preau-measure">{words.kept}</p>
      <DeviceDraft />
      {record ? <Draft changedAt={record.changedAt} /> : <Begin />}
    </>
  );
}

function Draft({ changedAt }: { readonly changedAt: string }) {
  const resumeAt = useResume();
  const { draftTitle, resume, toReview } = messages.intro;
  return (
    <State severity="info" title={draftTitle} text={words.draftText(changedAt)}>
      <Button linkProps={{ to: resumeAt }}>{resumeAt.endsWith('/verifier') ? toReview : resume}</Button>
    </State>
  );
}

function Answered({ receipt }: { readonly receipt: KeptReceipt }) {
  const { base } = useAnswering();
  const navigate = useNavigate();
  const open = () => {
    openedCode.keep(receipt.code);
    void navigate('/reponse');
  };
  return (
    <>
      <State severity="success" title={words.answeredTitle} text={words.answeredText(receipt.submittedOn)}>
        <Button onClick={open}>{words.reread}</Button>
        <Button priority="secondary" linkProps={{ to: `${base}/recepisse` }}>
          {words.receipt}
        </Button>
        <Button priority="tertiary" linkProps={{ to: '/mon-espace/reponses' }}>
          {words.all}
        </Button>
      </State>
      <Unsent text={words.unsent} />
    </>
  );
}

/** Answered before the account was to be deleted: the response is nobody's any more, and stays the only one. */
function Unlinked() {
  return (
    <>
      <State severity="info" title={words.unlinkedTitle} text={words.unlinkedText}>
        <Button linkProps={{ to: '/reponse' }}>{words.byCode}</Button>
      </State>
      <Unsent text={words.unlinkedUnsent} />
    </>
  );
}

function Unsent({ text }: { readonly text: string }) {
  const { store } = useAnswering();
  const { record } = useDraft();
  if (!record) return null;
  return (
    <State severity="info" title={words.unsentTitle} text={text}>
      <Button priority="tertiary" onClick={() => store.clear()}>
        {words.forget}
      </Button>
    </State>
  );
}

/** Begun here without being signed in, by this person or by another who uses the device: only they can tell. */
function DeviceDraft() {
  const { form, saver, store } = useAnswering();
  const [found, setFound] = useState(() => deviceDraft(form.id));
  if (!found || Object.keys(found.answers).length === 0) return null;
  const add = () => {
    store.bring(found.answers);
    new DraftStore({
      storage: deviceStorage,
      key: storageKeys.draft(form.id),
      questionnaireId: form.id,
      version: form.version,
    }).clear();
    setFound(null);
    void saver?.save();
  };
  return (
    <State severity="info" title={words.deviceTitle} text={words.deviceText(found.changedAt)}>
      <Button priority="secondary" onClick={add}>
        {words.deviceAdd}
      </Button>
    </State>
  );
}
