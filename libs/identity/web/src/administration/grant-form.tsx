import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { ErrorSummary, type FieldProblem } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useKeptState } from '../account/use-kept-state';
import { failureSentence, ROLE_NAMES } from '../messages';
import { GrantScope } from './grant-scope';
import { FIELD_OF, grantRole, NOTHING, type TypedGrant } from './grant-role';
import { GRANT_REFUSALS } from './messages';

interface GrantFormProps {
  readonly accountId: string;
  readonly onChanged: (sentence: string) => Promise<void>;
}

const NONE: readonly FieldProblem[] = [];
const NO_ROLE = 'Choisissez le rôle à donner.';
const idOf = (field: keyof TypedGrant) => `role-${field}`;

/** A role, where, on what, for a reason, until a day. */
export function GrantForm({ accountId, onChanged }: GrantFormProps) {
  const [typed, change, forget] = useKeptState(`preau.administration.role.${accountId}`, { ...NOTHING });
  const [problems, setProblems] = useState(NONE);
  const grant = useMutation({
    mutationFn: () => grantRole(accountId, typed),
    onSuccess: async (code) => {
      if (code) {
        setProblems([{ fieldId: idOf(FIELD_OF[code]), message: GRANT_REFUSALS[code] }]);
        return;
      }
      forget(NOTHING);
      await onChanged('Rôle donné. Cette personne l’exercera après s’être reconnectée.');
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setProblems(typed.role ? NONE : [{ fieldId: idOf('role'), message: NO_ROLE }]);
    if (typed.role) grant.mutate();
  };
  const faultOf = (field: keyof TypedGrant) =>
    problems.find(({ fieldId }) => fieldId === idOf(field))?.message;
  const state = (field: keyof TypedGrant) => (faultOf(field) ? 'error' : 'default');
  const native = (field: keyof TypedGrant) => ({
    id: idOf(field),
    value: typed[field],
    'aria-invalid': faultOf(field) !== undefined,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      change({ [field]: currentTarget.value });
    },
  });
  return (
    <form className="preau-admin__form" onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} title="Le rôle n’a pas été donné" />
      <Select
        label="Rôle (obligatoire)"
        state={state('role')}
        stateRelatedMessage={faultOf('role')}
        nativeSelectProps={{ ...native('role'), required: true }}
      >
        <option value="">Choisir dans la liste</option>
        {Object.entries(ROLE_NAMES)
          .filter(([role]) => role !== 'PARTICIPANT')
          .map(([role, name]) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
      </Select>
      <GrantScope typed={typed} change={change} faultOf={faultOf} idOf={idOf} />
      <Input
        textArea
        label="Motif (obligatoire)"
        hintText="Une phrase. Elle est gardée dans le journal."
        state={state('reason')}
        stateRelatedMessage={faultOf('reason')}
        nativeTextAreaProps={{ ...native('reason'), rows: 2, required: true }}
      />
      <Input
        label="Jusqu’au"
        hintText="Facultatif. Ce jour compris&nbsp;; sans date, jusqu’à ce que le rôle soit retiré."
        state={state('until')}
        stateRelatedMessage={faultOf('until')}
        nativeInputProps={{ ...native('until'), type: 'date' }}
      />
      <Button type="submit" disabled={grant.isPending}>
        {grant.isPending ? 'Un instant…' : 'Donner ce rôle'}
      </Button>
      <p role="alert">{grant.error ? failureSentence(grant.error) : ''}</p>
    </form>
  );
}
