import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAnswering, useDraft } from './answering-context';
import { deviceOf, receiptOf, renewDevice } from './device';
import { messages } from './messages';
import { MyState } from './my-state';
import { SomeoneElse } from './someone-else';
import { Begin, NotOpen, SendingState, State } from './state';
import { useResume } from './use-resume';

const words = messages.intro;

/** Where this person stands with this questionnaire, and the one thing to do next. */
export const IntroState = () => (useAnswering().mine ? <MyState /> : <VisitorState />);

function VisitorState() {
  const { base, form, store } = useAnswering();
  const { record, endedElsewhere } = useDraft();
  const navigate = useNavigate();
  const resumeAt = useResume();
  // The mark lives in the browser's storage: leaving the place to somebody else changes it under this page.
  const [, setRenewed] = useState(0);
  const restart = () => {
    renewDevice(form.id);
    store.clear();
    setRenewed((count) => count + 1);
    void navigate(`${base}/repondre/${form.definition.sections[0]?.code ?? ''}`);
  };

  if (record?.sending) return <SendingState />;
  if (!form.isOpen) return <NotOpen />;
  if (record) {
    return (
      <State severity="info" title={words.draftTitle} text={words.draftText(record.changedAt)}>
        <Button linkProps={{ to: resumeAt }}>
          {resumeAt.endsWith('/verifier') ? words.toReview : words.resume}
        </Button>
        <SomeoneElse warning={messages.someoneElse.draft} onConfirm={restart} />
      </State>
    );
  }
  if (deviceOf(form.id).answered) {
    const hasReceipt = receiptOf(form.id) !== null;
    return (
      <State severity="success" title={words.answeredTitle} text={words.answeredText}>
        {hasReceipt ? <Button linkProps={{ to: `${base}/recepisse` }}>{words.receipt}</Button> : null}
        <Button priority="secondary" linkProps={{ to: '/reponse' }}>
          {words.reread}
        </Button>
        <SomeoneElse
          warning={hasReceipt ? messages.someoneElse.receipt : messages.someoneElse.nothing}
          onConfirm={restart}
        />
      </State>
    );
  }
  return (
    <>
      {endedElsewhere ? (
        <State severity="info" title={messages.sending.elsewhereTitle} text={messages.sending.elsewhere} />
      ) : null}
      <Begin />
    </>
  );
}
