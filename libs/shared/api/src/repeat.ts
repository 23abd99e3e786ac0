import type { Logger } from 'pino';

/**
 * Does something again and again, `pauseMs` after it was last done, until told to stop. A failure (a database that
 * restarts, say) is logged and tried again at the next turn. The returned function waits for the turn at work to end.
 */
export function repeat(
  name: string,
  pauseMs: number,
  work: () => Promise<unknown>,
  log: Logger,
): () => Promise<void> {
  let isStopped = false;
  let wake: () => void = () => undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!isStopped) {
      await work().catch((error: unknown) => {
        log.warn({ err: error }, `${name} failed`);
      });
      if (!isStopped) await pause();
    }
  };
  const ended = run();
  return async () => {
    isStopped = true;
    wake();
    await ended;
  };
}
