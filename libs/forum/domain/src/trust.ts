/** How much somebody has already taken part, for the pace at which they may write. Nothing of it is shown. */
export const TRUSTS = ['NEWCOMER', 'MEMBER', 'REGULAR', 'TEAM'] as const;
export type Trust = (typeof TRUSTS)[number];

/** What is known of somebody who writes. */
export interface Contributor {
  /** Messages of theirs that are published. */
  readonly published: number;
  /** When their account was made. */
  readonly since: Date;
  /** Verified teachers have shown who employs them. */
  readonly isVerified: boolean;
  /** Moderators, coordinators, staff and administrators. */
  readonly isTeam: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The trust that somebody has earned: by writing over days, which a program that floods does not wait for. */
export function trustOf({ published, since, isVerified, isTeam }: Contributor, now: Date): Trust {
  if (isTeam) return 'TEAM';
  const days = (now.getTime() - since.getTime()) / DAY_MS;
  if (published >= 50 && days >= 7) return 'REGULAR';
  return isVerified || (published >= 3 && days >= 1) ? 'MEMBER' : 'NEWCOMER';
}

interface Pace {
  /** Replies within an hour. */
  readonly replies: number;
  /** Topics within a day. */
  readonly topics: number;
}

/** How many messages one person may write: a lively evening of debate stays well below. The team's work is not counted. */
export const PACES: Readonly<Record<Trust, Pace>> = {
  NEWCOMER: { replies: 20, topics: 3 },
  MEMBER: { replies: 60, topics: 10 },
  REGULAR: { replies: 200, topics: 30 },
  TEAM: { replies: Infinity, topics: Infinity },
};

export const REPLY_WINDOW_MS = 60 * 60 * 1_000;
export const TOPIC_WINDOW_MS = DAY_MS;
