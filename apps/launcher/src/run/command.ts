import { complain, Refusal, say } from './terminal.ts';

/** Undoes one thing; `hurry` is aborted by a second Ctrl-C. */
type Stop = (hurry: AbortSignal) => Promise<void> | void;

/** The exit code of what Ctrl-C ended before its time. */
export const INTERRUPTED = 130;

const stops: Stop[] = [];
const hurry = new AbortController();
let stopping: Promise<void> | null = null;
let stoppedAt = 0;

/** Registers what must be undone when the command ends, whatever the reason; the last registered is undone first. */
export function onStop(stop: Stop): () => void {
  stops.push(stop);
  return () => {
    const at = stops.indexOf(stop);
    if (at >= 0) stops.splice(at, 1);
  };
}

/** Whether the command is on its way out: what ends now was told to. */
export const isStopping = (): boolean => stopping !== null;

async function stopAll(): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    try {
      await stop(hurry.signal);
    } catch (error) {
      complain(`L’arrêt a rencontré une erreur : ${(error as Error).message}`);
    }
  }
}

async function end(code: number): Promise<never> {
  stopping ??= stopAll();
  await stopping;
  process.exit(code);
}

/**
 * Runs one command: its refusals become one sentence and exit code 1, Ctrl-C (or SIGTERM, SIGHUP, the death of what
 * started it) stops everything in order and exits with `interrupted`. A second Ctrl-C no longer waits; the first second
 * does not count, as npm repeats each Ctrl-C to what it runs.
 */
export function runCommand(work: (args: string[]) => Promise<number>, interrupted = INTERRUPTED): void {
  const interrupt = () => {
    if (!stopping) {
      stoppedAt = performance.now();
      say('\nArrêt en cours…');
      void end(interrupted);
    } else if (performance.now() - stoppedAt > 1000 && !hurry.signal.aborted) {
      say('Arrêt immédiat.');
      hurry.abort();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(name, interrupt);
  // A closed terminal or a reader that left must not prevent the stop.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  work(process.argv.slice(2)).then(
    (code) => (stopping ? undefined : end(code)),
    (error: unknown) => {
      // What was under way when Ctrl-C came fails too: that is not news.
      if (stopping) return;
      complain(`\n${error instanceof Refusal ? error.message : explain(error)}`);
      void end(1);
    },
  );
}

/** The machine's own refusals, said in one sentence; anything else is a mistake of ours and shows where. */
function explain(error: unknown): string {
  const { code, path, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'Le disque est plein : libérez au moins 1 Go, puis relancez.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `Ce compte n’a pas le droit d’écrire dans ${path ?? 'ce dossier'} : relancez avec le compte auquel le dossier appartient, ou rendez-le lui par « chown -R ».`;
  return `Erreur imprévue : ${stack ?? message}`;
}
