import { plural } from '@preau/ui';

/** How long slow mode may ask people to wait, in seconds. */
export const PAUSES = [30, 60, 300, 900, 3_600, 21_600, 86_400] as const;

const UNITS = [
  [86_400, 'jour', 'jours'],
  [3_600, 'heure', 'heures'],
  [60, 'minute', 'minutes'],
  [1, 'seconde', 'secondes'],
] as const;

/** « 5 minutes »: in the widest unit that says it whole. */
export function pauseInWords(seconds: number): string {
  const [size, one, many] = UNITS.find(([unit]) => seconds % unit === 0) ?? UNITS[3];
  return plural(seconds / size, one, many);
}
