import { pick, seeded } from '../generator/debate-text';

/** What people do to a debate, each as often as it stands here. */
const KINDS = [
  ...Array<'reply'>(32).fill('reply'),
  ...Array<'support'>(13).fill('support'),
  ...Array<'withdraw'>(6).fill('withdraw'),
  ...Array<'edit'>(8).fill('edit'),
  ...Array<'delete'>(5).fill('delete'),
  ...Array<'hide'>(5).fill('hide'),
  ...Array<'restore'>(5).fill('restore'),
  ...Array<'release'>(4).fill('release'),
  ...Array<'follow'>(4).fill('follow'),
  ...Array<'unfollow'>(2).fill('unfollow'),
  ...Array<'markRead'>(6).fill('markRead'),
  ...Array<'read'>(5).fill('read'),
  ...Array<'begin'>(3).fill('begin'),
  ...Array<'tell'>(2).fill('tell'),
] as const;
export type Kind = (typeof KINDS)[number];

export interface Planned {
  readonly kind: Kind;
  /** Number of the one who does it. */
  readonly who: number;
  /** Which of the things there are by then it is done to: from 0, the earliest, to below 1. */
  readonly at: number;
}

/** Operations of a seed: always the same, in the same order. */
export function planned(
  seed: number,
  { operations, people }: { operations: number; people: number },
): Planned[] {
  const random = seeded(seed);
  return Array.from({ length: operations }, () => ({
    kind: pick(random, KINDS),
    who: Math.floor(random() * people),
    // Half of it happens to what is new: threads grow deep.
    at: random() < 0.5 ? random() : 1 - random() / 20,
  }));
}
