/** What the API's processes have in common: how they start to serve, end, and fail. */

/** Tells whoever started this process (when somebody listens) that it serves. */
export function announceReady(url: string): void {
  process.send?.({ type: 'ready', url });
}

/** Ends in order on a signal, and when the process that started this one is gone without a word. */
export function exitWithParent(close: () => Promise<unknown>): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('disconnect', end);
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

/** Says why in one line, and ends with 1. */
export function failure(reason: unknown): never {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
