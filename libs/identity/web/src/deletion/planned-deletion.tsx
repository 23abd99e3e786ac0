import { Button } from '@codegouvfr/react-dsfr/Button';
import { formatDay } from '@preau/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureSentence } from '../messages';
import { cancelAccountDeletion } from './deletion';

interface PlannedDeletionProps {
  readonly dueAt: string;
  /** Under the title of a page, or inside one of its sections. */
  readonly titleAs?: 'h2' | 'h3';
  readonly onKept?: () => void;
}

/** What is going to happen, and how to change one's mind. */
export function PlannedDeletion({ dueAt, titleAs: Title = 'h2', onKept }: PlannedDeletionProps) {
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: cancelAccountDeletion,
    onSuccess: async () => {
      await queries.invalidateQueries();
      onKept?.();
    },
  });
  return (
    <div className="fr-alert fr-alert--warning preau-deletion">
      <Title className="fr-alert__title">Votre compte sera supprimé le {formatDay(new Date(dueAt))}</Title>
      <p>
        Jusque-là, vous pouvez changer d’avis. Vos réponses aux questionnaires, elles, ne sont déjà plus
        rattachées à votre compte&nbsp;: elles comptent toujours, et vous ne pouvez pas y répondre une seconde
        fois.
      </p>
      <Button
        className="fr-mt-2w"
        disabled={keep.isPending}
        onClick={() => {
          keep.mutate();
        }}
      >
        Garder mon compte
      </Button>
      <p role="alert">{keep.error ? failureSentence(keep.error) : ''}</p>
    </div>
  );
}
