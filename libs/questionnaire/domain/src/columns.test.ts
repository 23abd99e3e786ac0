import { describe, expect, test } from '@jest/globals';
import { columnsOf } from './columns';
import { type Definition, type Question } from './definition';
import { encodeCell } from './encode-cell';

const option = (code: string) => ({ code, label: { fr: `Choix ${code}`, en: `Choice ${code}` } });
const form = (...questions: Question[]): Definition => ({
  title: 'Essai',
  sections: [{ code: 's', title: 'Partie', questions }],
});

const first = form(
  { code: 'gone', type: 'text', label: 'Retirée' },
  { code: 'tools', type: 'multiple', label: 'Outils', options: [option('fax'), option('phone')] },
);
const second = form(
  {
    code: 'tools',
    type: 'multiple',
    label: 'Vos outils',
    options: [option('phone'), option('tablet')],
    other: true,
  },
  { code: 'added', type: 'number', label: 'Ajoutée' },
);
const columns = columnsOf([
  { version: 1, definition: first },
  { version: 2, definition: second },
]);

function row(version: number, answers: Record<string, unknown>, skipped: readonly string[] = []) {
  const clean = { answers: answers as never, skipped };
  return Object.fromEntries(columns.map((column) => [column.name, encodeCell(column, clean, version)]));
}

describe('columns of several versions', () => {
  test('are merged by code: the latest order first, an old option beside its question, an old question last', () => {
    expect(columns.map(({ name, versions }) => [name, versions])).toEqual([
      ['tools__phone', [1, 2]],
      ['tools__tablet', [2]],
      ['tools__other', [2]],
      ['tools__other_text', [2]],
      ['tools__fax', [1]],
      ['added', [2]],
      ['gone', [1]],
    ]);
  });

  test('do not depend on the order versions are given in', () => {
    expect(
      columnsOf([
        { version: 2, definition: second },
        { version: 1, definition: first },
      ]),
    ).toEqual(columns);
  });

  test('are labelled in French as in the latest version', () => {
    expect(columns.slice(0, 4).map(({ label }) => label)).toEqual([
      'Vos outils — Choix phone',
      'Vos outils — Choix tablet',
      'Vos outils — Autre',
      'Vos outils — Autre, précisez',
    ]);
  });

  test('tell an option that was not offered from one that was not taken', () => {
    expect(row(1, { tools: ['phone'], gone: 'Bonjour' })).toEqual({
      tools__phone: 1,
      tools__tablet: 'HORS_VERSION',
      tools__other: 'HORS_VERSION',
      tools__other_text: 'HORS_VERSION',
      tools__fax: 0,
      added: 'HORS_VERSION',
      gone: 'Bonjour',
    });
  });

  test('tell a question left empty from one that was not shown', () => {
    expect(row(2, {}, ['added'])).toEqual({
      tools__phone: 'NON_POSEE',
      tools__tablet: 'NON_POSEE',
      tools__other: 'NON_POSEE',
      tools__other_text: 'NON_POSEE',
      tools__fax: 'HORS_VERSION',
      added: 'SANS_REPONSE',
      gone: 'HORS_VERSION',
    });
  });
});
