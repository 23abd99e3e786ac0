import { formatDay, plural } from '@preau/ui';

export type Phase = 'UPCOMING' | 'OPEN' | 'CLOSED' | 'REPORTED';

export interface Calendar {
  readonly phase: Phase;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly daysLeft?: number | null | undefined;
}

/** The word beside a consultation's name. */
export const PHASE_NAMES: Record<Phase, string> = {
  UPCOMING: 'À venir',
  OPEN: 'En cours',
  CLOSED: 'Terminée',
  REPORTED: 'Bilan publié',
};

/** The dates that matter in each phase, as one sentence. */
export const PHASE_DATES: Record<Phase, (calendar: Calendar) => string> = {
  UPCOMING: ({ opensAt, closesAt }) => `Du ${formatDay(opensAt)} au ${formatDay(closesAt)}`,
  OPEN: ({ closesAt }) => `Ouverte jusqu’au ${formatDay(closesAt)}`,
  CLOSED: ({ closesAt }) => `Depuis le ${formatDay(closesAt)}`,
  REPORTED: ({ opensAt, closesAt }) => `Du ${formatDay(opensAt)} au ${formatDay(closesAt)}`,
};

/** How long one may still answer: « Encore 35 jours pour répondre », « Dernier jour pour répondre ». */
export function timeLeft(daysLeft: number): string {
  if (daysLeft === 0) return 'Dernier jour pour répondre';
  return `Encore ${plural(daysLeft, 'jour', 'jours')} pour répondre`;
}
