import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { PROPOSITION_LENGTH } from '@preau/forum-domain';
import { CharacterCount, ErrorSummary, RequiredMark } from '@preau/ui';
import { useEffect, useMemo } from 'react';
import { DraftStatus } from '../drafts/draft-status';
import { useReply } from '../reply/use-reply';
import { FormRefusal } from '../writing/form-refusal';

const FIELD = 'proposition-texte';

interface PropositionFormProps {
  readonly onClose: () => void;
  readonly onPosted: () => void;
}

/** A short proposition, to be supported by others. */
export function PropositionForm({ onClose, onPosted }: PropositionFormProps) {
  const { body, change, submit, isSending, bodyFault, refusal, error, fault, draft } = useReply({
    parentId: null,
    isProposition: true,
    onPosted,
  });
  useEffect(() => {
    document.getElementById(FIELD)?.focus();
  }, []);
  const problems = useMemo(
    () => (bodyFault && fault ? [{ fieldId: FIELD, message: bodyFault }] : []),
    [bodyFault, fault],
  );
  return (
    <form className="preau-reply-form" onSubmit={submit} noValidate aria-label="Faire une proposition">
      <ErrorSummary titleAs="p" problems={problems} title="Un champ est à revoir" />
      <Input
        textArea
        label={
          <>
            Ma proposition
            <RequiredMark />
          </>
        }
        hintText={`Une seule idée, de ${PROPOSITION_LENGTH.min} à ${PROPOSITION_LENGTH.max} caractères, que d’autres pourront soutenir.`}
        state={bodyFault ? 'error' : 'default'}
        stateRelatedMessage={bodyFault}
        nativeTextAreaProps={{
          id: FIELD,
          rows: 3,
          required: true,
          'aria-invalid': Boolean(bodyFault),
          value: body,
          onChange: ({ currentTarget }) => {
            change({ body: currentTarget.value });
          },
        }}
      />
      <CharacterCount text={body} max={PROPOSITION_LENGTH.max} />
      <FormRefusal sentence={refusal} error={error} />
      <div className="preau-form-buttons">
        <Button type="submit" disabled={isSending}>
          {isSending ? 'Envoi…' : 'Publier la proposition'}
        </Button>
        <Button type="button" priority="secondary" onClick={onClose}>
          Fermer
        </Button>
      </div>
      <DraftStatus draft={draft} />
    </form>
  );
}
