import { Button } from '@codegouvfr/react-dsfr/Button';
import { formatDay, Page, StatusMessage } from '@preau/ui';
import { useState, type ReactNode } from 'react';
import type { Form } from '../answering/form';
import type { KeptReceipt } from '../drafts/draft-record';
import { copyText } from './copy-text';
import { receiptMessages as words } from './messages';
import { saveText } from './save-text';

interface ReceiptViewProps {
  readonly form: Form;
  readonly receipt: KeptReceipt;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Proof of sending: the code, large, and the ways to keep it. */
export function ReceiptView({ form, receipt, title, children }: ReceiptViewProps) {
  const { code, digest, submittedOn } = receipt;
  const [said, setSaid] = useState('');
  const copy = async () => setSaid((await copyText(code)) ? words.copied : words.notCopied);
  const download = () =>
    saveText(
      words.fileName(form.slug),
      words.file({
        ...receipt,
        title: form.title,
        consultation: form.consultation.title,
        address: `${window.location.origin}/reponse`,
      }),
    );
  return (
    <Page title={title} lead={words.lead} documentTitle={`${title} — ${form.title}`}>
      <div className="preau-receipt">
        <p className="preau-receipt__label" id="receipt-code">
          {words.code}
        </p>
        <p className="preau-receipt__code" aria-labelledby="receipt-code">
          {code}
        </p>
        <div className="preau-actions preau-screen-only">
          <Button iconId="fr-icon-clipboard-line" onClick={() => void copy()}>
            {words.copy}
          </Button>
          <Button priority="secondary" iconId="fr-icon-printer-line" onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button priority="secondary" iconId="fr-icon-download-line" onClick={download}>
            {words.download}
          </Button>
        </div>
        <StatusMessage>{said}</StatusMessage>
        <dl className="preau-receipt__facts">
          <div>
            <dt>{words.questionnaire}</dt>
            <dd>{form.title}</dd>
          </div>
          <div>
            <dt>{words.day}</dt>
            <dd>{formatDay(submittedOn)}</dd>
          </div>
          <div>
            <dt>{words.digest}</dt>
            <dd className="preau-receipt__digest">{digest}</dd>
          </div>
        </dl>
      </div>
      <h2 className="fr-h4">{words.purposeTitle}</h2>
      <ul className="preau-measure">
        {words.purpose(form.closesAt).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="preau-screen-only">{children}</div>
    </Page>
  );
}
