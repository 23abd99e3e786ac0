import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { useNavigate } from 'react-router';
import { baseOf } from '../answering/form';
import { openedCode } from '../receipts/response-query';
import { myAnswersMessages as words } from './messages';
import type { KeptAnswer } from './my-answers-query';

interface KeptAnswerCardProps {
  readonly answer: KeptAnswer;
  readonly onRemove: (code: string) => void;
}

/** One draft or one response, and what can be done with it. */
export function KeptAnswerCard({ answer, onRemove }: KeptAnswerCardProps) {
  const { isLinked, questionnaire, receipt, savedAt } = answer;
  const { consultation, title, viewerCan } = questionnaire;
  const base = baseOf(consultation.slug, questionnaire.slug);
  const hidden = <span className="fr-sr-only">{words.of(title)}</span>;
  return (
    <li className="preau-kept">
      <p className="preau-kept__badges">
        <Badge as="span" severity={receipt ? 'success' : 'info'} noIcon>
          {receipt ? words.sent : words.draft}
        </Badge>
        {isLinked ? (
          <Badge as="span" noIcon>
            {words.linked}
          </Badge>
        ) : null}
      </p>
      <h2 className="fr-h5">{title}</h2>
      <p className="fr-hint-text">{consultation.title}</p>
      <p>
        {receipt
          ? words.submittedOn(receipt.submittedOn)
          : viewerCan.answer
            ? words.savedAt(savedAt ?? '')
            : words.tooLate(questionnaire.closesAt)}
        {receipt && viewerCan.answer ? ` ${words.amendUntil(questionnaire.closesAt)}` : ''}
      </p>
      <div className="preau-actions">
        {receipt ? (
          <OpenButton code={receipt.code}>
            {viewerCan.answer ? words.open : words.read}
            {hidden}
          </OpenButton>
        ) : (
          <Button linkProps={{ to: base }}>
            {viewerCan.answer ? words.resume : words.read}
            {hidden}
          </Button>
        )}
        {isLinked && receipt ? (
          <Button priority="tertiary" onClick={() => onRemove(receipt.code)}>
            {words.remove}
            {hidden}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function OpenButton({ code, children }: { readonly code: string; readonly children: React.ReactNode }) {
  const navigate = useNavigate();
  const open = () => {
    openedCode.keep(code);
    void navigate('/reponse');
  };
  return <Button onClick={open}>{children}</Button>;
}
