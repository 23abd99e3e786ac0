import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { readFragment, type FragmentType } from '@preau/graphql';
import { formatDay, plural, StatusMessage, useHeadingFocus } from '@preau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { FACTOR_OFF, rolesInWords } from '../second-factor/messages';
import { RecoveryCodes } from '../second-factor/recovery-codes';
import { SETUP_PATH } from '../second-factor/setup-path';
import { TaskForm, type Task } from './factor-task';
import { factorFragment } from './security-query';

interface FactorSectionProps {
  readonly security: FragmentType<typeof factorFragment>;
  /** A setting of the site. */
  readonly isWantedHere: boolean;
}

interface Factor {
  readonly secondFactorSince?: string | null;
  readonly recoveryCodesLeft: number;
  readonly secondFactorShown: boolean;
  readonly secondFactorWanted: boolean;
}

export function FactorSection({ security, isWantedHere }: FactorSectionProps) {
  const factor = readFragment(factorFragment, security);
  const queries = useQueryClient();
  const [task, setTask] = useState<Task | null>(null);
  const [codes, setCodes] = useState<readonly string[]>();
  const [said, setSaid] = useState('');
  const { heading, lead } = useHeadingFocus();
  const done = async (sentence: string) => {
    setTask(null);
    setSaid(sentence);
    lead();
    await queries.invalidateQueries();
  };
  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(undefined);
          void done('Vos nouveaux codes de secours sont en place.');
        }}
      />
    );
  }
  const cancel = () => {
    setTask(null);
    lead();
  };
  return (
    <section aria-labelledby="double-authentification">
      <h2 ref={heading} id="double-authentification" tabIndex={-1}>
        Double authentification
      </h2>
      {isWantedHere ? null : <Alert small severity="info" description={FACTOR_OFF} role={undefined} />}
      {factor.rightsWaiting.length > 0 ? (
        <Alert
          small
          severity="warning"
          role={undefined}
          description={`Vos droits de ${rolesInWords(factor.rightsWaiting)} attendent une double authentification.`}
        />
      ) : null}
      <FactorState {...factor} />
      <StatusMessage>{said}</StatusMessage>
      {task ? (
        <TaskForm task={task} onCodes={setCodes} onDone={done} onCancel={cancel} />
      ) : (
        <Actions {...factor} onTask={setTask} />
      )}
    </section>
  );
}

function FactorState({ secondFactorSince, recoveryCodesLeft }: Factor) {
  if (!secondFactorSince) {
    return (
      <p className="fr-mt-2w preau-measure">
        <Badge as="span" noIcon severity="warning" small>
          Aucune
        </Badge>{' '}
        Aujourd’hui, qui lit votre messagerie peut ouvrir votre compte. Avec la double authentification, il
        faut aussi un code que seul votre téléphone connaît.
      </p>
    );
  }
  return (
    <p className="fr-mt-2w preau-measure">
      <Badge as="span" noIcon severity="success" small>
        En place
      </Badge>{' '}
      depuis le {formatDay(new Date(secondFactorSince))}.{' '}
      {recoveryCodesLeft > 0
        ? `Il vous reste ${plural(recoveryCodesLeft, 'code de secours', 'codes de secours')}.`
        : 'Vous n’avez plus de code de secours\u00a0: demandez-en de nouveaux.'}
    </p>
  );
}

function Actions({
  secondFactorSince,
  secondFactorShown,
  secondFactorWanted,
  onTask,
}: Factor & { readonly onTask: (task: Task) => void }) {
  if (!secondFactorSince) {
    return (
      <Link className="fr-btn" to={SETUP_PATH}>
        Mettre en place la double authentification
      </Link>
    );
  }
  const button = (task: Task, text: string, priority: 'primary' | 'secondary') => (
    <Button
      priority={priority}
      onClick={() => {
        onTask(task);
      }}
    >
      {text}
    </Button>
  );
  return (
    <div className="preau-account__actions">
      {secondFactorShown ? null : button('show', 'Saisir un code maintenant', 'primary')}
      {button('renew', 'Renouveler les codes de secours', 'secondary')}
      <Link className="fr-btn fr-btn--secondary" to={SETUP_PATH}>
        Changer d’application ou de téléphone
      </Link>
      {secondFactorWanted ? null : button('remove', 'Retirer', 'secondary')}
    </div>
  );
}
