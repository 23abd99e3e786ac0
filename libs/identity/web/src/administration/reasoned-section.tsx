import { Button } from '@codegouvfr/react-dsfr/Button';
import { useHeadingFocus } from '@preau/ui';
import { useState } from 'react';
import { ReasonForm } from './reason-form';

interface ReasonedSectionProps {
  /** Of the section on its page, and of what is typed in it. */
  readonly id: string;
  /** What is done: « Suspendre ce compte ». */
  readonly title: string;
  /** What will happen, said before. */
  readonly warning: string;
  /** Said once it is done. */
  readonly done: string;
  /** Does it, and gives what was wrong, in words; null when it is done. */
  readonly act: (reason: string) => Promise<string | null>;
  readonly onChanged: (sentence: string) => Promise<void>;
}

/** Something an administrator may do to an account: a button, then why. */
export function ReasonedSection({ id, title, warning, done, act, onChanged }: ReasonedSectionProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { heading, lead } = useHeadingFocus();
  const confirm = async (reason: string) => {
    const fault = await act(reason);
    if (fault !== null) return fault;
    setIsAsking(false);
    await onChanged(done);
    return null;
  };
  return (
    <section aria-labelledby={`titre-${id}`}>
      <h2 ref={heading} id={`titre-${id}`} tabIndex={-1}>
        {title}
      </h2>
      {isAsking ? (
        <ReasonForm
          id={id}
          action={title}
          warning={warning}
          onConfirm={confirm}
          onCancel={() => {
            setIsAsking(false);
            lead();
          }}
        />
      ) : (
        <Button
          priority="secondary"
          onClick={() => {
            setIsAsking(true);
          }}
        >
          {title}…
        </Button>
      )}
    </section>
  );
}
