import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { currentRun, holdFolder } from './folder-lock.ts';
import { known } from './processes.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preau-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mark = (run: object) => writeFileSync(join(folder, 'run.json'), JSON.stringify(run));

describe('the hold on a data folder', () => {
  it('lets one command in at a time, and says where the first one serves', () => {
    const hold = holdFolder(folder, 'start');
    hold.tell({ url: 'http://localhost:3000' });
    expect(() => holdFolder(folder, 'start')).toThrow(
      `Préau tourne déjà dans ce dossier : http://localhost:3000 (processus ${process.pid})`,
    );
    hold.release();
    holdFolder(folder, 'generate').release();
  });

  it('names the command that is using the database', () => {
    mark({ launcher: known(process.pid), command: 'generate', children: [] });
    expect(() => holdFolder(folder, 'start')).toThrow(/npm run generate.*utilise déjà/);
  });

  it.each([
    ['a number that another process has since received', { pid: process.pid, startedAt: 'long ago' }],
    ['a dead process', { pid: 2 ** 22 + 1, startedAt: '1' }],
  ])('is not blocked by %s', (_, launcher) => {
    mark({ launcher, command: 'start', children: [] });
    expect(currentRun(folder)).toBeNull();
    holdFolder(folder, 'start');
    expect(currentRun(folder)?.launcher).toEqual(known(process.pid));
  });

  it('is not blocked by a file cut short by a full disk', () => {
    writeFileSync(join(folder, 'run.json'), '{"launch');
    holdFolder(folder, 'start');
    expect(currentRun(folder)?.command).toBe('start');
  });
});
