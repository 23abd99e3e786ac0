import { takeFocus } from '@preau/ui';
import { FactorForm } from '../second-factor/factor-form';
import { removeSecondFactor, renewRecoveryCodes, showSecondFactor } from '../second-factor/operations';

/** What one is about to do with the second factor, once a code of it is shown. */
export type Task = 'show' | 'renew' | 'remove';

const TITLES: Record<Task, string> = {
  show: 'Saisir un code',
  renew: 'Renouveler les codes de secours',
  remove: 'Retirer la double authentification',
};

interface TaskFormProps {
  readonly task: Task;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onDone: (sentence: string) => unknown;
  readonly onCancel: () => void;
}

/** Stands in the place of the button that was pressed, and takes up its focus. */
export function TaskForm(props: TaskFormProps) {
  return (
    <div className="preau-sign-in">
      <h3 ref={takeFocus} tabIndex={-1}>
        {TITLES[props.task]}
      </h3>
      <FormOfTask {...props} />
    </div>
  );
}

function FormOfTask({ task, onCodes, onDone, onCancel }: TaskFormProps) {
  if (task === 'renew') {
    return (
      <FactorForm
        button="Renouveler les codes"
        send={renewRecoveryCodes}
        onCancel={onCancel}
        onDone={(result) => {
          if (result.__typename === 'RecoveryCodesGiven') onCodes(result.codes);
        }}
      />
    );
  }
  if (task === 'show') {
    return (
      <FactorForm
        button="Valider"
        send={showSecondFactor}
        onCancel={onCancel}
        onDone={() => onDone('Votre code est bon\u00a0: tous vos droits sont en vigueur.')}
      />
    );
  }
  return (
    <FactorForm
      button="Retirer la double authentification"
      send={removeSecondFactor}
      onCancel={onCancel}
      onDone={() => onDone('La double authentification est retirée.')}
    />
  );
}
