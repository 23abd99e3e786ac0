import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { visibleSections } from '@preau/questionnaire-domain';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAnswering, useDraft } from './answering-context';
import { deviceOf, receiptOf, renewDevice } from './device';
import { messages } from './messages';
import { faultsIn, placeToResume } from './sections';
import { SomeoneElse } from './someone-else';
import { useMatches } from './use-matches';

const words = messages.intro;

/** Where this person stands with this questionnaire, and the one thing to do next. */
export function IntroState() {
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

  if (record?.sending) {
    return (
      <State severity="info" title={words.sendingTitle} text={words.sendingText}>
        <Button linkProps={{ to: `${base}/verifier` }}>{words.sendingLink}</Button>
      </State>
    );
  }
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
      <p className="preau-actions">
        <Button
          size="large"
          linkProps={{ to: `${base}/repondre/${form.definition.sections[0]?.code ?? ''}` }}
        >
          {words.begin}
        </Button>
      </p>
    </>
  );
}

function NotOpen() {
  const { base, form } = useAnswering();
  const { record } = useDraft();
  const isEarly = new Date(form.opensAt) > new Date();
  return (
    <State
      severity="info"
      title={isEarly ? words.notOpenTitle : words.closedTitle}
      text={isEarly ? words.notOpenText(form.opensAt) : words.closedText(form.closesAt)}
    >
      {isEarly ? null : <Button linkProps={{ to: `${base}/resultats` }}>{words.results}</Button>}
      {record && !isEarly ? (
        <>
          <p>{words.closedDraft}</p>
          <Button priority="secondary" linkProps={{ to: `${base}/verifier` }}>
            {words.rereadDraft}
          </Button>
        </>
      ) : null}
    </State>
  );
}

interface StateProps {
  readonly severity: 'info' | 'success';
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

function State({ severity, title, text, children }: StateProps) {
  return (
    <div className="preau-state">
      <Alert severity={severity} as="h2" title={title} description={text} />
      {children ? <div className="preau-actions">{children}</div> : null}
    </div>
  );
}

/** The page to go on from. */
function useResume(): string {
  const { base, form, store } = useAnswering();
  const matches = useMatches();
  const { answers } = store;
  const faults = faultsIn(form.definition, answers, matches);
  const code = placeToResume(visibleSections(form.definition, answers), answers, faults);
  return code === null ? `${base}/verifier` : `${base}/repondre/${code}`;
}
