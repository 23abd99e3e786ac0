/** Something a person must mend before the command can work. Its message is the one sentence they read. */
export class Refusal extends Error {}

let lineIsOpen = false;

/** Prints one line; a progress line that was still open is ended first. */
export function say(line = ''): void {
  if (lineIsOpen) process.stdout.write('\n');
  lineIsOpen = false;
  console.log(line);
}

/** Says what went wrong, on the error output. */
export function complain(line: string): void {
  if (lineIsOpen) process.stdout.write('\n');
  lineIsOpen = false;
  console.error(line);
}

/** A duration as people read it: `0,4 s`, `12,3 s`, `2 min 05 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1).replace('.', ',')} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

const TICK = 10_000;

/**
 * Runs one piece of work behind a line that says what is happening, that it is still alive (every ten seconds, without
 * terminal codes so that logs read well) and how long it took.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  process.stdout.write(`  ${title}…`);
  lineIsOpen = true;
  const timer = setInterval(() => {
    process.stdout.write(lineIsOpen ? ` ${duration(elapsed())}…` : `  … ${title} : ${duration(elapsed())}…`);
    lineIsOpen = true;
  }, TICK);
  try {
    const result = await work();
    process.stdout.write(lineIsOpen ? ` ${duration(elapsed())}\n` : `  ${title} : ${duration(elapsed())}\n`);
    lineIsOpen = false;
    return result;
  } finally {
    clearInterval(timer);
  }
}
