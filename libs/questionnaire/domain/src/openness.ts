/** When a questionnaire takes answers. */
export interface OpeningTimes {
  readonly status: 'DRAFT' | 'PUBLISHED' | 'CLOSED';
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** May answers be saved, sent or amended at `now`? Null when they may. Open from `opensAt`, closed from `closesAt` on. */
export function openness(times: OpeningTimes, now: Date): 'NOT_OPEN' | 'CLOSED' | null {
  if (times.status === 'CLOSED' || now >= times.closesAt) return 'CLOSED';
  return times.status === 'PUBLISHED' && now >= times.opensAt ? null : 'NOT_OPEN';
}
