export interface DayCount {
  readonly day: string;
  readonly responses: number;
}

/** A stretch of days, both ends included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly responses: number;
}

const DAY_MS = 86_400_000;
/** More columns than this are too thin to tell apart on a phone: weeks then. */
const MOST_DAYS = 70;

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Responses from the first to the last day with any, days without an answer included; by weeks when there are many days. */
export function participationSeries(days: readonly DayCount[]): Stretch[] {
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = sorted[0]?.day;
  const last = sorted.at(-1)?.day;
  if (first === undefined || last === undefined) return [];
  const counts = new Map(sorted.map(({ day, responses }) => [day, responses]));
  const length = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const step = length > MOST_DAYS ? 7 : 1;
  const stretches: Stretch[] = [];
  for (let start = 0; start < length; start += step) {
    const inside = Array.from({ length: Math.min(step, length - start) }, (_, offset) =>
      dayAfter(first, start + offset),
    );
    stretches.push({
      from: inside[0] ?? first,
      to: inside.at(-1) ?? last,
      responses: inside.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0),
    });
  }
  return stretches;
}
