import { openness } from '@preau/questionnaire-domain';
import { type Standing } from './messages';

interface Times {
  readonly status: 'CLOSED' | 'DRAFT' | 'PUBLISHED';
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Where a questionnaire stands, for those who run it. */
export function standingOf({ status, opensAt, closesAt }: Times, now: Date): Standing {
  if (status === 'DRAFT') return 'DRAFT';
  const refusal = openness({ status, opensAt: new Date(opensAt), closesAt: new Date(closesAt) }, now);
  if (refusal === null) return 'OPEN';
  return refusal === 'CLOSED' ? 'CLOSED' : 'UPCOMING';
}
