import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import type { PersonalDataInAnswer } from '@preau/questionnaire-domain';
import { StatusMessage } from '@preau/ui';
import { useState } from 'react';
import { useAnswering, useDraft, useSendStatus } from './answering-context';
import { renewDevice } from './device';
import { messages, SEND_REFUSALS } from './messages';
import { PersonalDataWarning } from './personal-data-warning';
import type { Fault } from './sections';
import { useBack } from './use-back';

const words = messages.review;

interface ReviewSendingProps {
  readonly faults: readonly Fault[];
  readonly findings: readonly PersonalDataInAnswer[];
}

/** The button that sends, what it waits for, and what became of it. */
export function ReviewSending({ faults, findings }: ReviewSendingProps) {
  const { base, form, kind, mine, sender, store } = useAnswering();
  const { record, conflict } = useDraft();
  const status = useSendStatus();
  const goBack = useBack(base);
  const [isAccepted, setAccepted] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const isAway = record?.sending !== undefined;
  const mustConfirm = findings.length > 0 && !isAccepted;

  const send = () => {
    if (faults.length > 0) return document.getElementById('faults')?.focus();
    if (mustConfirm) return setWarned(true);
    void sender.send();
  };

  return (
    <div className="preau-sending">
      {findings.length > 0 && !isAway ? (
        <PersonalDataWarning
          findings={findings}
          isAccepted={isAccepted}
          isWarned={isWarned && mustConfirm}
          onAccept={setAccepted}
        />
      ) : null}
      <div role="alert">
        {status.kind === 'REFUSED' ? (
          <Alert
            severity="error"
            as="h2"
            title={messages.sending.refusedTitle}
            description={
              mine && status.code === 'ALREADY_ANSWERED' ? messages.mine.refused : SEND_REFUSALS[status.code]
            }
          />
        ) : null}
        {isAway && status.kind !== 'SENDING' ? (
          <Alert
            severity="info"
            as="h2"
            title={messages.sending.waitingTitle}
            description={messages.sending.waiting}
          />
        ) : null}
      </div>
      <div className="preau-actions">
        {isAway ? null : (
          <Button priority="secondary" onClick={goBack}>
            {words.previous}
          </Button>
        )}
        {isAway ? (
          <Button onClick={() => void sender.send()} disabled={status.kind === 'SENDING'}>
            {messages.sending.retry}
          </Button>
        ) : (
          <Button onClick={send} disabled={conflict !== null || (kind === 'ANSWER' && !form.isOpen)}>
            {kind === 'AMEND' ? words.amend : words.send}
          </Button>
        )}
        {status.kind === 'REFUSED' && status.code === 'ALREADY_ANSWERED' && !mine ? (
          <Button
            priority="secondary"
            onClick={() => {
              renewDevice(form.id);
              store.flush();
              void sender.send();
            }}
          >
            {messages.someoneElse.sendAnyway}
          </Button>
        ) : null}
        {status.kind === 'REFUSED' && status.code === 'CONFLICT' ? (
          <Button priority="secondary" linkProps={{ to: '/reponse' }}>
            {messages.sending.conflictLink}
          </Button>
        ) : null}
      </div>
      <StatusMessage>{status.kind === 'SENDING' ? words.sending : null}</StatusMessage>
    </div>
  );
}
