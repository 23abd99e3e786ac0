import { Button } from '@codegouvfr/react-dsfr/Button';
import { Empty, Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Outlet, useParams } from 'react-router';
import './answering.css';
import { AnsweringProvider } from './answering-context';
import { baseOf, formQuery, type Form } from './form';
import { messages } from './messages';
import { prepareOffline } from './offline';
import { useMyPlace, type MyPlace } from './use-my-place';
import { useQuestionnaire } from './use-questionnaire';

/** Around every page of one questionnaire: reads it once and keeps the answers from page to page. */
export function AnswerLayout() {
  const { slug = '', questionnaire = '' } = useParams();
  const { data: form, error, isPending, refetch } = useQuery(formQuery(slug, questionnaire));
  if (isPending) return <Loading label={messages.loading} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!form) return <UnknownForm />;
  return <Known key={form.id} form={form} base={baseOf(slug, questionnaire)} />;
}

interface KnownProps {
  readonly form: Form;
  readonly base: string;
}

/** Whoever signs in or out meanwhile has other answers: everything about the former ones goes from the screen. */
function Known({ form, base }: KnownProps) {
  const who = useMyPlace(form.id);
  if (who.kind === 'PENDING') return <Loading label={messages.loading} />;
  if (who.kind === 'FAILED') return <Failure error={who.error} retry={who.retry} />;
  return <Answered key={who.place?.responseId ?? ''} form={form} base={base} place={who.place} />;
}

function Answered({ form, base, place }: KnownProps & { readonly place: MyPlace | null }) {
  const answering = useQuestionnaire(form, base, place);
  useEffect(() => void prepareOffline(), []);
  return (
    <AnsweringProvider value={answering}>
      <Outlet />
    </AnsweringProvider>
  );
}

function UnknownForm() {
  return (
    <Page title={messages.unknown}>
      <Empty action={<Button linkProps={{ to: '/' }}>{messages.home}</Button>}>{messages.unknownHelp}</Empty>
    </Page>
  );
}
