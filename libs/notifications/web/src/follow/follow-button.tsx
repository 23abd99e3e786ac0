import '../notifications.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { StatusMessage } from '@preau/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { failureSentence } from '../messages';

const followingQuery = graphql(`
  query Following($consultationId: ID!) {
    following(consultationId: $consultationId) {
      isFollowing
    }
  }
`);

const followMutation = graphql(`
  mutation FollowConsultation($consultationId: ID!) {
    followConsultation(consultationId: $consultationId) {
      isFollowing
    }
  }
`);

const unfollowMutation = graphql(`
  mutation UnfollowConsultation($consultationId: ID!) {
    unfollowConsultation(consultationId: $consultationId) {
      isFollowing
    }
  }
`);

/** Follows a consultation, or no longer. For whoever is signed in. */
export default function FollowButton({ consultationId }: { readonly consultationId: string }) {
  const queries = useQueryClient();
  const queryKey = ['following', consultationId];
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await execute(followingQuery, { consultationId }, { signal })).following.isFollowing,
  });
  const change = useMutation({
    mutationFn: async (follow: boolean) => {
      if (follow) await execute(followMutation, { consultationId });
      else await execute(unfollowMutation, { consultationId });
      return follow;
    },
    onSuccess: (follow) => queries.setQueryData(queryKey, follow),
  });
  if (data === undefined) return null;
  return (
    <div className="fr-container preau-follow">
      <Button
        priority="secondary"
        iconId={data ? 'fr-icon-notification-3-fill' : 'fr-icon-notification-3-line'}
        aria-pressed={data}
        disabled={change.isPending}
        onClick={() => {
          change.mutate(!data);
        }}
      >
        Suivre cette concertation
      </Button>
      <StatusMessage>
        {data ? 'Vous la suivez\u00a0: ses étapes et son bilan vous seront annoncés.' : ''}
      </StatusMessage>
      <p role="alert">{change.error ? failureSentence(change.error) : ''}</p>
    </div>
  );
}
