import { Button } from '@codegouvfr/react-dsfr/Button';
import { takeFocus } from '@preau/ui';
import { useId, type ReactNode } from 'react';
import { MANAGING_REFUSALS } from '../messages';
import { FormRefusal } from '../writing/form-refusal';
import { useManaging } from './use-managing';
import type { managed } from './operations';
import type { FragmentType } from '@preau/graphql';

interface ConfirmProps {
  /** What will come of it. */
  readonly children: ReactNode;
  readonly button: string;
  readonly said: string;
  readonly run: () => Promise<FragmentType<typeof managed>>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks once before something is done to a whole topic. */
export function Confirm({ children, button, said, run, onClose, onDone }: ConfirmProps) {
  const question = useId();
  const { start, fault, isDoing, error } = useManaging(onDone);
  return (
    <div ref={takeFocus} tabIndex={-1} role="group" aria-labelledby={question} className="preau-confirmation">
      <p id={question}>{children}</p>
      <FormRefusal sentence={fault && MANAGING_REFUSALS[fault.code]} error={error} />
      <div className="preau-form-buttons">
        <Button
          disabled={isDoing}
          onClick={() => {
            start({ run, said });
          }}
        >
          {button}
        </Button>
        <Button priority="secondary" onClick={onClose}>
          Annuler
        </Button>
      </div>
    </div>
  );
}
