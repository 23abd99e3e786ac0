import { describe, expect, test } from '@jest/globals';
import { readAddress, writeAddress } from './address';

describe('the address of a results page', () => {
  test.each([
    ['', { section: null, by: null, where: [] }],
    ['?theme=ouvrir&croiser=role', { section: 'ouvrir', by: 'role', where: [] }],
    [
      '?filtre=level%3Acollege&filtre=academie%3A07',
      {
        section: null,
        by: null,
        where: [
          { question: 'level', is: 'college' },
          { question: 'academie', is: '07' },
        ],
      },
    ],
    ['?filtre=rien&filtre=%3A&filtre=A%3Ab&croiser=', { section: null, by: null, where: [] }],
  ])('%s', (search, address) => {
    expect(readAddress(new URLSearchParams(search))).toEqual(address);
  });

  test('is written so that it reads the same', () => {
    const address = { section: 'learning', by: 'role', where: [{ question: 'academie', is: '2A' }] };
    expect(readAddress(writeAddress(address))).toEqual(address);
  });
});
