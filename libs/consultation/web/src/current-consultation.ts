type Phase = 'UPCOMING' | 'OPEN' | 'CLOSED' | 'REPORTED';

interface Dated {
  readonly phase: Phase;
  readonly opensAt: string;
  readonly closesAt: string;
}

const ORDER = { OPEN: 0, UPCOMING: 1, CLOSED: 2, REPORTED: 3 } satisfies Record<Phase, number>;

/** The consultation a visitor comes for: one to answer now (the first to close), else the next, else the last. */
export function currentConsultation<T extends Dated>(consultations: readonly T[]): T | undefined {
  return [...consultations].sort((a, b) => {
    if (a.phase !== b.phase) return ORDER[a.phase] - ORDER[b.phase];
    const sooner = Date.parse(a.closesAt) - Date.parse(b.closesAt);
    return a.phase === 'OPEN' || a.phase === 'UPCOMING' ? sooner : -sooner;
  })[0];
}
