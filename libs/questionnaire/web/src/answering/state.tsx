import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import type { ReactNode } from 'react';
import { useAnswering, useDraft } from './answering-context';
import { messages } from './messages';

const words = messages.intro;

interface StateProps {
  readonly severity: 'info' | 'success';
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** One fact about where somebody stands, and what to do next. */
export function State({ severity, title, text, children }: StateProps) {
  return (
    <div className="preau-state">
      <Alert severity={severity} as="h2" title={title} description={text} />
      {children ? <div className="preau-actions">{children}</div> : null}
    </div>
  );
}

/** Answers on their way: nothing else can be done with them. */
export function SendingState() {
  const { base } = useAnswering();
  return (
    <State severity="info" title={words.sendingTitle} text={words.sendingText}>
      <Button linkProps={{ to: `${base}/verifier` }}>{words.sendingLink}</Button>
    </State>
  );
}

/** The way in, for whoever has nothing here yet. */
export function Begin() {
  const { base, form } = useAnswering();
  return (
    <p className="preau-actions">
      <Button size="large" linkProps={{ to: `${base}/repondre/${form.definition.sections[0]?.code ?? ''}` }}>
        {words.begin}
      </Button>
    </p>
  );
}

/** Too early, or too late. */
export function NotOpen() {
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
