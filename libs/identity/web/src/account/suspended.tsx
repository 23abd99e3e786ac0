import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { formatDay } from '@preau/ui';
import { Link } from 'react-router';

interface SuspendedProps {
  readonly since: string;
  readonly reason: string | null;
}

/** To whoever was suspended: since when, why, what is left to them, and where to contest it. */
export function Suspended({ since, reason }: SuspendedProps) {
  return (
    <Alert
      className="fr-mb-4w"
      severity="warning"
      as="h2"
      role={undefined}
      title={`Votre compte est suspendu depuis le ${formatDay(new Date(since))}`}
      description={
        <>
          {reason ? `Motif\u00a0: «\u00a0${reason}\u00a0». ` : ''}
          Vous pouvez lire, répondre aux questionnaires et retrouver vos données, mais vous n’exercez plus
          aucun rôle. Pour contester cette décision, <Link to="/contact">écrivez à l’équipe du site</Link>.
        </>
      }
    />
  );
}
