import { describe, expect, test } from '@jest/globals';
import { createTopicRefusal, replyRefusal, type ReplyPlace, type Writer } from './posting.rules';
import { trustOf } from './trust';

const now = new Date('2015-02-10T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const days = (count: number) => ago(count * 24 * 60);

const newcomer: Writer = {
  published: 0,
  since: ago(10),
  isVerified: false,
  isTeam: false,
  isSuspended: false,
  recent: { topicsAt: [], repliesAt: [], sameTextAt: null },
};
const writer = (changes: Partial<Writer> = {}, recent: Partial<Writer['recent']> = {}): Writer => ({
  ...newcomer,
  ...changes,
  recent: { ...newcomer.recent, ...recent },
});

describe('trust', () => {
  test.each([
    ['nobody knows them', {}, 'NEWCOMER'],
    ['three messages the same day', { published: 3 }, 'NEWCOMER'],
    ['a day without messages', { since: days(1) }, 'NEWCOMER'],
    ['three messages and a day', { published: 3, since: days(1) }, 'MEMBER'],
    ['a verified teacher', { isVerified: true }, 'MEMBER'],
    ['fifty messages in six days', { published: 50, since: days(6) }, 'MEMBER'],
    ['fifty messages in a week', { published: 50, since: days(7) }, 'REGULAR'],
    ['the team', { isTeam: true }, 'TEAM'],
  ])('%s', (_, changes, trust) => {
    expect(trustOf(writer(changes), now)).toBe(trust);
  });
});

describe('beginning a topic', () => {
  const topic = {
    title: 'Le réseau de nos écoles',
    body: 'Il manque souvent.',
    images: [],
    phase: 'OPEN' as const,
  };
  test.each([
    ['is open to a newcomer', {}, writer(), null],
    ['wants a title', { title: '' }, writer(), 'TITLE_EMPTY'],
    ['wants words', { body: ' ' }, writer(), 'EMPTY'],
    ['wants a description of its images', { images: [{ id: 'a', alt: '' }] }, writer(), 'ALT_EMPTY'],
    ['not before the opening', { phase: 'UPCOMING' as const }, writer(), 'NOT_OPEN'],
    ['not after the closing', { phase: 'CLOSED' as const }, writer(), 'CLOSED'],
    ['not after the report', { phase: 'REPORTED' as const }, writer(), 'CLOSED'],
    ['the team may after the closing', { phase: 'CLOSED' as const }, writer({ isTeam: true }), null],
    ['not suspended', {}, writer({ isSuspended: true }), 'SUSPENDED'],
    ['not the same twice', {}, writer({}, { sameTextAt: ago(2) }), 'DUPLICATE'],
    ['a third in a day', {}, writer({}, { topicsAt: [ago(5), ago(60)] }), null],
    ['not a fourth', {}, writer({}, { topicsAt: [ago(5), ago(60), ago(90)] }), 'TOO_MANY'],
    ['a fourth when the first is a day old', {}, writer({}, { topicsAt: [ago(5), ago(60), days(1)] }), null],
    ['a teacher may', {}, writer({ isVerified: true }, { topicsAt: [ago(5), ago(60), ago(90)] }), null],
  ])('%s', (_, changes, by, code) => {
    expect(createTopicRefusal({ ...topic, ...changes }, by, now)?.code ?? null).toBe(code);
  });
});

describe('replying', () => {
  const place: ReplyPlace = {
    phase: 'OPEN',
    topicStatus: 'PUBLISHED',
    isLocked: false,
    slowSeconds: 0,
    parentStatus: 'PUBLISHED',
  };
  const team = writer({ isTeam: true });
  const many = (count: number) => Array.from({ length: count }, (_, at) => ago(at + 1));
  test.each([
    ['is open', {}, writer(), null],
    ['not to a topic that is held', { topicStatus: 'HELD' as const }, writer(), 'UNKNOWN_TOPIC'],
    ['not to a hidden topic', { topicStatus: 'HIDDEN' as const }, writer(), 'UNKNOWN_TOPIC'],
    ['not to a deleted topic', { topicStatus: 'DELETED' as const }, team, 'UNKNOWN_TOPIC'],
    ['not to a deleted message', { parentStatus: 'DELETED' as const }, writer(), 'UNKNOWN_POST'],
    ['not to a message of another topic', { parentStatus: null }, writer(), 'UNKNOWN_POST'],
    ['not when locked', { isLocked: true }, writer(), 'LOCKED'],
    ['the team may when locked', { isLocked: true }, team, null],
    ['not after the closing', { phase: 'CLOSED' as const }, writer(), 'CLOSED'],
    ['the same words', {}, writer({}, { sameTextAt: ago(4) }), 'DUPLICATE'],
    ['slowly enough', { slowSeconds: 60 }, writer({}, { inTopicAt: ago(1) }), null],
    ['too fast', { slowSeconds: 61 }, writer({}, { inTopicAt: ago(1) }), 'SLOW_MODE'],
    ['the team is not slowed', { slowSeconds: 600 }, writer({ isTeam: true }, { inTopicAt: ago(1) }), null],
    ['the twentieth of the hour', {}, writer({}, { repliesAt: many(19) }), null],
    ['not the one after', {}, writer({}, { repliesAt: many(20) }), 'TOO_MANY'],
    ['a teacher may', {}, writer({ isVerified: true }, { repliesAt: many(20) }), null],
  ])('%s', (_, changes, by, code) => {
    const reply = { body: 'Je suis d’accord.', images: [], isProposition: false };
    expect(replyRefusal(reply, { ...place, ...changes }, by, now)?.code ?? null).toBe(code);
  });

  test.each([
    ['while it is open', {}, null],
    ['not before the opening', { phase: 'UPCOMING' as const }, 'NOT_OPEN'],
    ['not after the closing', { phase: 'CLOSED' as const }, 'CLOSED'],
    ['not when locked', { isLocked: true }, 'LOCKED'],
  ])('the team makes propositions %s', (_, changes, code) => {
    const proposition = { body: 'Un accès stable par classe', images: [], isProposition: true };
    expect(replyRefusal(proposition, { ...place, ...changes }, team, now)?.code ?? null).toBe(code);
  });

  test('says from when it may be tried again', () => {
    const reply = { body: 'Je suis d’accord.', images: [], isProposition: false };
    expect(replyRefusal(reply, place, writer({}, { repliesAt: many(20) }), now)).toEqual({
      code: 'TOO_MANY',
      retryAt: ago(20 - 60),
    });
    const slow = replyRefusal(reply, { ...place, slowSeconds: 120 }, writer({}, { inTopicAt: ago(1) }), now);
    expect(slow).toEqual({ code: 'SLOW_MODE', retryAt: ago(-1) });
    expect(replyRefusal(reply, place, writer({}, { sameTextAt: ago(4) }), now)).toEqual({
      code: 'DUPLICATE',
      retryAt: ago(-1),
    });
  });
});
