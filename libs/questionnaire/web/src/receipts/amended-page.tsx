import { Button } from '@codegouvfr/react-dsfr/Button';
import { Navigate } from 'react-router';
import { useAnswering, useSendStatus } from '../answering/answering-context';
import { receiptMessages as words } from './messages';
import { ReceiptView } from './receipt-view';

/** The same receipt, for the answers as they now are. */
export function AmendedPage() {
  const { form } = useAnswering();
  const status = useSendStatus();
  if (status.kind !== 'RECEIVED') return <Navigate to="/reponse" replace />;
  return (
    <ReceiptView form={form} receipt={status.receipt} title={words.amendedTitle}>
      <Button priority="secondary" linkProps={{ to: '/reponse' }}>
        {words.useIt}
      </Button>
    </ReceiptView>
  );
}
