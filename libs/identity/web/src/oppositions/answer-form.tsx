import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { RadioButtons } from '@codegouvfr/react-dsfr/RadioButtons';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useKeptState } from '../account/use-kept-state';
import { failureSentence } from '../messages';
import { ANSWER_REFUSALS } from './messages';
import { answerOpposition } from './operations';

interface AnswerFormProps {
  readonly id: string;
  readonly person: string;
  readonly onAnswered: () => void;
}

const DECISIONS = [
  {
    value: 'ACCEPTED',
    label: 'Accepter',
    hint: 'Les données ne serviront plus à cet usage\u00a0: faites-le avant de répondre.',
  },
  {
    value: 'REFUSED',
    label: 'Refuser',
    hint: 'Un motif légitime et impérieux le justifie\u00a0: dites lequel.',
  },
] as const;

/** What the team decides, and the words the person receives. */
export function AnswerForm({ id, person, onAnswered }: AnswerFormProps) {
  const [typed, change, forget] = useKeptState(`preau.reponse-opposition.${id}`, {
    decision: '',
    answer: '',
  });
  const [fault, setFault] = useState<{ field: 'decision' | 'answer'; message: string } | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const refuse = (field: 'decision' | 'answer', message: string) => {
    setFault({ field, message });
    (field === 'answer' ? words : first).current?.focus();
  };
  const send = useMutation({
    mutationFn: answerOpposition,
    onSuccess: (result) => {
      if (result.__typename === 'AnswerOppositionRefused')
        return refuse('answer', ANSWER_REFUSALS[result.code]);
      forget();
      onAnswered();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setFault(null);
    const decision = DECISIONS.find(({ value }) => value === typed.decision)?.value;
    if (decision) send.mutate({ id, decision, answer: typed.answer });
    else refuse('decision', 'Choisissez d’accepter ou de refuser.');
  };
  const faultOf = (field: 'decision' | 'answer') => (fault?.field === field ? fault.message : undefined);
  return (
    <form onSubmit={submit} noValidate>
      <RadioButtons
        small
        legend="Décision (obligatoire)"
        state={faultOf('decision') ? 'error' : 'default'}
        stateRelatedMessage={faultOf('decision')}
        options={DECISIONS.map(({ value, label, hint }) => ({
          label,
          hintText: hint,
          nativeInputProps: {
            ...(value === 'ACCEPTED' ? { ref: first } : {}),
            name: `decision-${id}`,
            value,
            checked: typed.decision === value,
            onChange: () => {
              change({ decision: value });
            },
          },
        }))}
      />
      <Input
        textArea
        label={`Réponse à ${person} (obligatoire)`}
        hintText="Envoyée par courriel, telle quelle, et montrée dans son espace."
        state={faultOf('answer') ? 'error' : 'default'}
        stateRelatedMessage={faultOf('answer')}
        nativeTextAreaProps={{
          ref: words,
          rows: 4,
          required: true,
          'aria-invalid': faultOf('answer') !== undefined,
          value: typed.answer,
          onChange: ({ currentTarget }) => {
            change({ answer: currentTarget.value });
          },
        }}
      />
      <Button type="submit" size="small" disabled={send.isPending}>
        {send.isPending ? 'Envoi…' : `Répondre à ${person}`}
      </Button>
      <p role="alert">{send.error ? failureSentence(send.error) : ''}</p>
    </form>
  );
}
