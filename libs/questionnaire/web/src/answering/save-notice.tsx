import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { StatusMessage } from '@preau/ui';
import type { DraftState } from '../drafts/draft-store';
import type { SaveStatus } from '../drafts/draft-saver';
import { sameAnswer } from '../drafts/merge';
import { useAnswering, useDraft, useSaveStatus } from './answering-context';
import { messages, SAVE_REFUSALS } from './messages';

const words = messages.saved;

/** What is saved and where; what keeps it from being saved; what to do about two versions. */
export function SaveNotice() {
  const { kind, mine, saver } = useAnswering();
  const draft = useDraft();
  const status = useSaveStatus();
  return (
    <div className="preau-save">
      <StatusMessage>{kind === 'AMEND' ? words.tab : savedWords(draft, status)}</StatusMessage>
      <div aria-live="polite">
        {status?.kind === 'OFFLINE' ? <Notice severity="info" text={words.offline} /> : null}
        {kind === 'ANSWER' && draft.storage === 'FULL' ? (
          <Notice severity="warning" text={words.full} />
        ) : null}
        {kind === 'ANSWER' && (draft.storage === 'FORBIDDEN' || draft.storage === 'PAGE_ONLY') ? (
          <Notice severity="warning" text={mine ? words.forbiddenMine : words.forbidden} />
        ) : null}
        {saver?.hasNewLink ? <Notice severity="info" text={words.newLink} /> : null}
      </div>
      <div role="alert">
        {status?.kind === 'REFUSED' ? (
          <Notice severity="warning" text={SAVE_REFUSALS[status.code](status.limit)} />
        ) : null}
        <ConflictNotice />
      </div>
    </div>
  );
}

function savedWords({ record, keptAt }: DraftState, status: SaveStatus | null): string {
  if (!record) return '';
  const isOnServer = record.server && sameAnswer(record.server.answers, record.answers);
  if (status?.kind === 'SAVED' && isOnServer) return words.server(status.at);
  if (keptAt !== null && (status?.kind !== 'SAVED' || keptAt > status.at)) return words.device(keptAt);
  return status?.kind === 'SAVED' ? words.server(status.at) : '';
}

function Notice({ severity, text }: { readonly severity: 'info' | 'warning'; readonly text: string }) {
  return <Alert small severity={severity} description={text} className="fr-mt-2w" />;
}

/** Two versions of the same answers: said where one is, chosen on a page of its own. */
export function ConflictNotice() {
  const { base } = useAnswering();
  const { conflict } = useDraft();
  if (!conflict) return null;
  const count = conflict.questions.length;
  const { notice, noticeTab, choose } = messages.conflict;
  return (
    <>
      <Notice severity="warning" text={conflict.origin === 'TAB' ? noticeTab(count) : notice(count)} />
      <Button className="fr-mt-1w" linkProps={{ to: `${base}/versions` }}>
        {choose}
      </Button>
    </>
  );
}
