import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { keptLockReason, LOCK_REASON_LENGTH, settingsRefusal } from '@preau/forum-domain';
import { ErrorSummary, RequiredMark } from '@preau/ui';
import { useEffect, useMemo, useState, type SyntheticEvent } from 'react';
import { MANAGING_REFUSALS } from '../messages';
import { useTopicContext } from '../topic/topic-context';
import { FormRefusal } from '../writing/form-refusal';
import { lockTopic } from './operations';
import { useManaging } from './use-managing';

const FIELD = 'raison-fermeture';
const READ = { status: 'PUBLISHED', isInScope: true } as const;

interface LockFormProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Ends the writing in a topic, for a reason that its readers are told. */
export function LockForm({ onClose, onDone }: LockFormProps) {
  const { topicId } = useTopicContext();
  const [reason, setReason] = useState('');
  const { start, fault, refuse, isDoing, error } = useManaging(onDone);
  const inReason = fault?.code.startsWith('REASON_') ? MANAGING_REFUSALS[fault.code] : null;
  const problems = useMemo(
    () => (inReason && fault ? [{ fieldId: FIELD, message: inReason }] : []),
    [inReason, fault],
  );
  useEffect(() => {
    document.getElementById(FIELD)?.focus();
  }, []);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const code = settingsRefusal(READ, { isLocked: true, lockReason: keptLockReason(reason) });
    if (code) refuse({ code, postId: null });
    else start({ run: () => lockTopic(topicId, reason), said: 'Le sujet est fermé aux nouvelles réponses.' });
  };
  return (
    <form className="preau-confirmation" onSubmit={submit} noValidate aria-label="Fermer aux réponses">
      <ErrorSummary titleAs="p" problems={problems} title="Un champ est à revoir" />
      <Input
        label={
          <>
            Raison
            <RequiredMark />
          </>
        }
        hintText={`Tout le monde la lira en tête du sujet. ${LOCK_REASON_LENGTH.max} caractères au plus.`}
        state={inReason ? 'error' : 'default'}
        stateRelatedMessage={inReason ?? undefined}
        nativeInputProps={{
          id: FIELD,
          required: true,
          'aria-invalid': inReason !== null,
          value: reason,
          onChange: ({ currentTarget }) => {
            setReason(currentTarget.value);
          },
        }}
      />
      <FormRefusal sentence={fault && !inReason ? MANAGING_REFUSALS[fault.code] : null} error={error} />
      <div className="preau-form-buttons">
        <Button type="submit" disabled={isDoing}>
          Fermer le sujet
        </Button>
        <Button type="button" priority="secondary" onClick={onClose}>
          Annuler
        </Button>
      </div>
    </form>
  );
}
