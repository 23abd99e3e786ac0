import { execute, graphql } from '@preau/graphql';
import { queryOptions } from '@tanstack/react-query';

const staffParticipationQuery = graphql(`
  query StaffParticipation($questionnaireId: ID!) {
    staffParticipation(questionnaireId: $questionnaireId) {
      asOf
      drafts
      total
      days {
        day
        responses
      }
    }
  }
`);

/** Responses received, day by day, and drafts under way. */
export function participationOptions(questionnaireId: string) {
  return queryOptions({
    queryKey: ['staff-participation', questionnaireId],
    queryFn: async ({ signal }) =>
      (await execute(staffParticipationQuery, { questionnaireId }, { signal })).staffParticipation,
  });
}
