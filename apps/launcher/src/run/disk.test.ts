import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { requireSpace } from './disk.ts';

test('a folder that is not there yet is on the disk of what will hold it', () => {
  expect(() => {
    requireSpace(join(tmpdir(), 'not', 'there', 'yet'));
  }).not.toThrow();
});
