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
import { useQuestionnaire } from './use-questionnaire';

/** Around every page of one questionnaire: reads it once and keeps the answers from page to page. */
export function AnswerLayout() {
  const { slug = '', questionnaire = '' } = useParams();
  const { data: form, error, isPending, refetch } = useQuery(formQuery(slug, questionnaire));
  if (isPending) return <Loading label={messages.loading} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!form) return <UnknownForm />;
  return <Answered key={form.id} form={form} base={baseOf(slug, questionnaire)} />;
}

function Answered({ form, base }: { readonly form: Form; readonly base: string }) {
  const answering = useQuestionnaire(form, base);
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
