import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Null when the process is gone. */
export function stat(pid: number): { parent: number; cpuSeconds: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { parent: Number(fields[1]), cpuSeconds: ticks / TICKS_PER_SECOND };
  } catch {
    return null;
  }
}

/** CPU seconds used so far by a process and its living children (Linux). */
export function cpuSeconds(root: number): number {
  let total = 0;
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    const found = Number.isInteger(pid) ? stat(pid) : null;
    if (found && (pid === root || found.parent === root)) total += found.cpuSeconds;
  }
  return total;
}

/** Resident memory of one process now, in megabytes. */
export function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1_024;
}

/** Samples a process's memory while `work` runs. Returns its result and by how much memory rose above its start. */
export async function memoryGrowth<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; growth: number }> {
  const start = residentMegabytes(pid);
  let peak = start;
  const timer = setInterval(() => (peak = Math.max(peak, residentMegabytes(pid))), 50);
  try {
    return { result: await work(), growth: Math.max(0, peak - start) };
  } finally {
    clearInterval(timer);
  }
}

/** Runs `work`; returns its result and the milliseconds of processor that each server, and this load, spent on each of so many operations. */
export async function spending<T>(
  servers: readonly { readonly name: string; readonly pid: number }[],
  operations: number,
  work: () => Promise<T>,
): Promise<{ result: T; servers: { name: string; ms: number }[]; total: number; load: number }> {
  const before = servers.map(({ pid }) => cpuSeconds(pid));
  const ownBefore = process.cpuUsage();
  const result = await work();
  const own = process.cpuUsage(ownBefore);
  const each = (seconds: number) => (seconds * 1_000) / operations;
  const spent = servers.map(({ name, pid }, index) => ({
    name,
    ms: each(cpuSeconds(pid) - (before[index] ?? 0)),
  }));
  const total = spent.reduce((sum, { ms }) => sum + ms, 0);
  return { result, servers: spent, total, load: each((own.user + own.system) / 1_000_000) };
}
