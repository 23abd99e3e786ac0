import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import './answering.css';
import { deviceStorage, storageKeys } from '../drafts/device-storage';
import { readDraft, type RawAnswers, type ServerCopy } from '../drafts/draft-record';
import { DraftStore } from '../drafts/draft-store';
import { idOfDraft } from '../drafts/ids';
import { differences } from '../drafts/merge';
import { server } from '../drafts/operations';
import { formPlace } from './form';
import { messages } from './messages';

const words = messages.resume;

interface Found {
  readonly questionnaireId: string;
  readonly base: string;
  readonly version: number;
  readonly server: ServerCopy;
}

async function find(token: string): Promise<Found | null> {
  const draft = token === '' ? null : await server.readDraft(token);
  const place = draft && (await formPlace(draft.questionnaireId));
  if (!draft || !place) return null;
  const { questionnaireId, revision, savedAt } = draft;
  // Drafts are kept as the client sent them: an object of answers.
  const answers = draft.answers as RawAnswers;
  return { ...place, questionnaireId, server: { token, revision, savedAt, answers } };
}

/** Opens a draft by its personal link. The token stands behind the hash, which browsers keep to themselves. */
export function ResumePage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['resume', token],
    queryFn: () => find(token),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (isPending) return <Loading label={words.loading} />;
  if (error) return <Failure error={error} retry={() => void refetch()} title={words.failed} />;
  return data ? <Opened found={data} /> : <Gone />;
}

function Opened({ found }: { readonly found: Found }) {
  const navigate = useNavigate();
  const { questionnaireId, base } = found;
  const [here] = useState(() =>
    readDraft(deviceStorage.read(storageKeys.draft(questionnaireId)), questionnaireId),
  );
  const isSame = here?.server?.token === found.server.token;
  const differing = here && !isSame ? differences(here.answers, found.server.answers).length : 0;

  const open = async () => {
    const responseId = await idOfDraft(found.server.token);
    const store = new DraftStore({
      storage: deviceStorage,
      key: storageKeys.draft(questionnaireId),
      questionnaireId,
      version: found.version,
    });
    store.open({ answers: found.server.answers, responseId, server: found.server });
    leave();
  };
  // Replaced: the link does not stay in this browser's history.
  const leave = () => void navigate(base, { replace: true });

  useEffect(() => {
    if (isSame) leave();
    else if (differing === 0) void open();
    // Once, with what was found.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  if (differing === 0) return <Loading label={words.loading} />;
  return (
    <Page title={words.twoTitle} lead={words.twoLead(differing)}>
      <div className="preau-actions">
        <Button onClick={() => void open()}>{words.takeLink}</Button>
        <Button priority="secondary" onClick={leave}>
          {words.keepHere}
        </Button>
      </div>
    </Page>
  );
}

function Gone() {
  return (
    <Page title={words.goneTitle}>
      <Alert severity="info" small description={words.gone} className="fr-mb-4w" />
      <div className="preau-actions">
        <Button linkProps={{ to: '/' }}>{messages.home}</Button>
        <Button priority="secondary" linkProps={{ to: '/reponse' }}>
          {messages.sending.conflictLink}
        </Button>
      </div>
    </Page>
  );
}
