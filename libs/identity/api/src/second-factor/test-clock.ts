import { jest } from '@jest/globals';
import { TOTP_SECONDS } from '@preau/identity-domain';

const STEP_MS = TOTP_SECONDS * 1_000;

/** Stops the date, and nothing else, in the middle of a step of codes: no test sees one end. Once the API is started, whose types name the real one. */
export function freezeClock(): void {
  const real = [
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'clearImmediate',
  ] as const;
  const others = ['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const;
  const now = (Math.floor(Date.now() / STEP_MS) + 0.5) * STEP_MS;
  jest.useFakeTimers({ now, doNotFake: [...real, ...others] });
}

/** Half a minute for each. */
export function passSteps(steps: number): void {
  jest.setSystemTime(Date.now() + steps * STEP_MS);
}

/** A moment: mails are read in the order of their dates. */
export function passMoment(): void {
  jest.setSystemTime(Date.now() + 1);
}
