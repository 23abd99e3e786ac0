import { Button } from '@codegouvfr/react-dsfr/Button';
import { Failure, Loading } from '@preau/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, Outlet, useNavigate } from 'react-router';
import '../answering/answering.css';
import { AnsweringProvider, useAnswering, useDraft } from '../answering/answering-context';
import { keepReceipt, receiptOf } from '../answering/device';
import { useAmendment } from '../answering/use-questionnaire';
import { receiptMessages as words } from './messages';
import { openedCode, responseQuery, type OpenedResponse } from './response-query';

const BASE = '/reponse/modifier';

/** Around the pages of a response being amended: the same as for answering, filled in. */
export function AmendLayout() {
  const [code] = useState(openedCode.get);
  const { data, error, isPending, refetch } = useQuery({ ...responseQuery(code), enabled: code !== '' });
  if (code === '' || data === null) return <Navigate to="/reponse" replace />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Loading label={words.opening} />;
  if (!data.canAmend) return <Navigate to="/reponse" replace />;
  return <Amended code={code} response={data} />;
}

function Amended({ code, response }: { readonly code: string; readonly response: OpenedResponse }) {
  const { id, answers } = response;
  // The form under one's hands stays, whatever is read again after sending.
  const [form] = useState(response.form);
  const client = useQueryClient();
  const answering = useAmendment({
    form,
    base: BASE,
    code,
    answers,
    responseId: id,
    onReceipt: (receipt, sent) => {
      if (receiptOf(form.id)?.code === receipt.code) keepReceipt(form.id, receipt);
      const updated: OpenedResponse = { ...response, answers: sent, digest: receipt.digest };
      client.setQueryData<OpenedResponse | null>(responseQuery(code).queryKey, updated);
    },
  });
  return (
    <AnsweringProvider value={answering}>
      <Outlet />
      <Abandon />
    </AnsweringProvider>
  );
}

function Abandon() {
  const { store } = useAnswering();
  const { record } = useDraft();
  const navigate = useNavigate();
  if (!record || record.sending) return null;
  const abandon = () => {
    store.clear();
    void navigate('/reponse');
  };
  return (
    <div className="fr-container fr-mb-6w">
      <Button priority="tertiary" onClick={abandon}>
        {words.abandon}
      </Button>
    </div>
  );
}
