import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { BODY_MS, bodyInTime } from './body-in-time';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function sent(path: string, { method = 'POST', complete = false } = {}) {
  const destroy = jest.fn();
  const request = Object.assign(new EventEmitter(), { method, path, complete, destroy });
  const next = jest.fn();
  bodyInTime(request as unknown as Request, {} as Response, next);
  expect(next).toHaveBeenCalledTimes(1);
  return { request, destroy };
}

test.each([
  ['a body that drips', '/graphql', {}, 1],
  ['one that came', '/graphql', { complete: true }, 0],
  ['a file', '/files/images', {}, 0],
  ['a question without a body', '/graphql', { method: 'GET' }, 0],
])('%s', (_, path, options, cuts) => {
  const { destroy } = sent(path, options);
  jest.advanceTimersByTime(BODY_MS - 1);
  expect(destroy).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1);
  expect(destroy).toHaveBeenCalledTimes(cuts);
});

test('once over, nothing is waited for', () => {
  const { request } = sent('/graphql');
  expect(jest.getTimerCount()).toBe(1);
  request.emit('close');
  expect(jest.getTimerCount()).toBe(0);
});
