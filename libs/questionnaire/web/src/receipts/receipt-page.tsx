import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useAnswering, useSendStatus } from '../answering/answering-context';
import { dismissReceipt, receiptOf } from '../answering/device';
import { messages } from '../answering/messages';
import { receiptMessages as words } from './messages';
import { openedCode } from './response-query';
import { ReceiptView } from './receipt-view';

/** The receipt of the response sent from this device, until the person clears it. */
export function ReceiptPage() {
  const { base, form, mine } = useAnswering();
  const status = useSendStatus();
  const navigate = useNavigate();
  const [kept] = useState(() => (mine ? mine.receipt : receiptOf(form.id)));
  const receipt = status.kind === 'RECEIVED' ? status.receipt : kept;
  if (!receipt) return <Navigate to={base} replace />;
  const dismiss = () => {
    dismissReceipt(form.id);
    void navigate(base, { replace: true });
  };
  return (
    <ReceiptView form={form} receipt={receipt} title={words.title}>
      <div className="preau-actions">
        <Button
          priority="secondary"
          linkProps={{ to: '/reponse', onClick: () => mine && openedCode.keep(receipt.code) }}
        >
          {words.useIt}
        </Button>
        <Button priority="secondary" linkProps={{ to: `${base}/resultats` }}>
          {messages.intro.results}
        </Button>
      </div>
      {mine ? (
        <>
          <h2 className="fr-h4 fr-mt-6w">{words.mineTitle}</h2>
          <p className="preau-measure">{words.mine}</p>
          <Button priority="tertiary" linkProps={{ to: '/mon-espace/reponses' }}>
            {words.mineLink}
          </Button>
        </>
      ) : (
        <>
          <h2 className="fr-h4 fr-mt-6w">{words.keptTitle}</h2>
          <p className="preau-measure">{words.kept}</p>
          <Button priority="tertiary" onClick={dismiss}>
            {words.dismiss}
          </Button>
        </>
      )}
    </ReceiptView>
  );
}
