import type { Actor } from '@preau/shared-domain';

/** Sockets of one session, whatever its pages: beyond, the oldest tabs do without. */
const OF_A_SESSION = 8;
/** Sockets of one process. Visitors are counted together: behind one address may be a whole school. */
const OF_A_PROCESS = 20_000;
const OF_VISITORS = 15_000;

/** How many sockets are open, for whom. */
export class SocketCount {
  private readonly counts = new Map<string, number>();
  private all = 0;

  /** Takes one more; null when it would be too many. What it returns gives it back, once. */
  take(actor: Actor): (() => void) | null {
    const key = actor.kind === 'visitor' ? '' : actor.sessionId;
    const count = this.counts.get(key) ?? 0;
    if (this.all >= OF_A_PROCESS || count >= (key === '' ? OF_VISITORS : OF_A_SESSION)) return null;
    this.counts.set(key, count + 1);
    this.all += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.all -= 1;
      const left = (this.counts.get(key) ?? 1) - 1;
      if (left > 0) this.counts.set(key, left);
      else this.counts.delete(key);
    };
  }
}
