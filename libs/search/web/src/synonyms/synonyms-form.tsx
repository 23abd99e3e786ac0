import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { keptTerms, synonymFault } from '@preau/search-domain';
import { ErrorSummary, type FieldProblem } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { failureSentence, SYNONYM_REFUSALS } from '../messages';
import { saveSynonyms } from './synonyms-query';

interface SynonymsFormProps {
  readonly id: string;
  readonly terms: readonly string[];
  readonly onSaved: (terms: readonly string[]) => void;
  readonly onCancel: () => void;
}

const NONE: readonly FieldProblem[] = [];
const NOBODY: ReadonlySet<string> = new Set();

/** The terms of a group, one a line. */
export function SynonymsForm({ id, terms, onSaved, onCancel }: SynonymsFormProps) {
  const [typed, setTyped] = useState(terms.join('\n'));
  const [problems, setProblems] = useState(NONE);
  const fieldId = `termes-${id}`;
  const save = useMutation({
    mutationFn: async () => {
      const kept = keptTerms(typed.split('\n'));
      const fault = synonymFault(kept, NOBODY);
      if (fault) return SYNONYM_REFUSALS[fault.code](fault.term ?? '');
      const refused = await saveSynonyms(id, kept);
      if (refused === null) onSaved(kept);
      return refused;
    },
    onSuccess: (message) => {
      setProblems(message === null ? NONE : [{ fieldId, message }]);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const fault = problems[0]?.message;
  return (
    <form className="preau-synonyms__form" onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} title="Ce groupe n’a pas été enregistré" />
      <Input
        textArea
        label="Termes (obligatoire)"
        hintText="Un par ligne, de deux à dix. Le premier donne sa place au groupe dans la liste."
        state={fault ? 'error' : 'default'}
        stateRelatedMessage={fault}
        nativeTextAreaProps={{
          id: fieldId,
          rows: 4,
          required: true,
          'aria-invalid': fault !== undefined,
          value: typed,
          onChange: ({ currentTarget }) => {
            setTyped(currentTarget.value);
          },
        }}
      />
      <div className="preau-synonyms__actions">
        <Button type="submit" disabled={save.isPending}>
          Enregistrer
        </Button>
        <Button type="button" priority="secondary" onClick={onCancel}>
          Annuler
        </Button>
      </div>
      <p role="alert">{save.error ? failureSentence(save.error) : ''}</p>
    </form>
  );
}
