import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endLeftover, isServerOf, readPostmaster } from './postmaster.ts';
import { startedAt } from '../run/processes.ts';

let data: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  data = realpathSync(mkdtempSync(join(tmpdir(), 'preau-postmaster-')));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(data, { recursive: true });
});

/** A process that waits, under the name and the arguments given. */
function waiting(name: string, ...args: string[]): number {
  const child = spawn('/bin/sh', ['-c', 'read -r line', ...args], {
    argv0: name,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  children.push(child);
  return child.pid ?? 0;
}

/** A number no process has any more. */
async function deadPid(): Promise<number> {
  const child = spawn('/bin/true');
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid ?? 0;
}

const FILE = (pid: number) => `${pid}\n/data\n1700000000\n54321\n\n127.0.0.1\n  1234 56\nready   \n`;
const path = () => join(data, 'postmaster.pid');

describe('a server left on the data', () => {
  it('is read from postmaster.pid', () => {
    writeFileSync(path(), FILE(4242));
    expect(readPostmaster(data)).toEqual({ pid: 4242, port: 54321, status: 'ready' });
  });

  it('that was just created or is half written says nothing', async () => {
    expect(readPostmaster(data)).toBeNull();
    writeFileSync(path(), '');
    expect(readPostmaster(data)).toBeNull();
    expect(await endLeftover(data)).toBe('none');
  });

  it('that died is left to PostgreSQL, which looks for survivors with the rest of the file', async () => {
    const file = FILE(await deadPid());
    writeFileSync(path(), file);
    expect(await endLeftover(data)).toBe('none');
    expect(readFileSync(path(), 'utf8')).toBe(file);
  });

  it('whose number a stranger now has leaves the stranger alone and does not block the start', async () => {
    const stranger = waiting('sh');
    writeFileSync(path(), FILE(stranger));
    expect(await endLeftover(data)).toBe('none');
    expect(startedAt(stranger)).not.toBeNull();
    expect(readFileSync(path(), 'utf8')).toBe(FILE(process.pid));
  });

  it('of another data folder is a stranger', () => {
    expect(isServerOf(data, waiting('postgres', '-D', '/elsewhere'))).toBe(false);
  });

  it('that still runs is ended', async () => {
    const server = waiting('/opt/bin/postgres', '-D', data);
    writeFileSync(path(), FILE(server));
    expect(isServerOf(data, server)).toBe(true);
    expect(await endLeftover(data)).toBe('ended');
    expect(startedAt(server)).toBeNull();
  });
});
