import { expect, test } from '@jest/globals';
import type { Role } from '@preau/shared-domain';
import { isSessionAlive, isSightDue } from './session.rules';

const now = new Date('2026-11-22T10:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each<[Role[], number, boolean]>([
  [[], 719, true],
  [[], 720, false],
  [['participant'], 719, true],
  [['teacher'], 61, true],
  [['facilitator'], 61, true],
  [['moderator'], 59, true],
  [['moderator'], 60, false],
  [['coordinator'], 60, false],
  [['staff'], 60, false],
  [['admin'], 60, false],
  [['participant', 'staff'], 60, false],
])('%j after %i idle minutes: alive %s', (roles, minutes, alive) => {
  const grants = roles.map((role) => ({ role, territory: null }));
  expect(isSessionAlive(ago(minutes), grants, now)).toBe(alive);
});

test('a request is noted once a minute', () => {
  expect([isSightDue(ago(0.9), now), isSightDue(ago(1), now)]).toEqual([false, true]);
});
