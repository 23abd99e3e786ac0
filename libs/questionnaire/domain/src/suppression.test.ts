import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanAnswers } from './clean-answers';
import { slicesOf } from './cube';
import type { Answers, Definition } from './definition';
import { profileOf } from './profile';
import { resultsOf, type QuestionResult } from './results';
import { resultForm, type ResultForm } from './results-form';
import { publicResults } from './suppression';
import { addCounts, countsOf, type Counts } from './tally';

const territories = {
  academie: [
    { code: '01', label: 'Paris' },
    { code: '07', label: 'Lille' },
  ],
};
const options = (...codes: string[]) => codes.map((code) => ({ code, label: code }));

/** One of each thing that ties figures together: profiles, conditions on one and on several questions, a chain of them. */
const DEFINITION: Definition = {
  title: 'Essai',
  sections: [
    {
      code: 'profile',
      title: 'Profil',
      questions: [
        {
          code: 'role',
          type: 'single',
          label: 'Rôle',
          required: true,
          options: options('teacher', 'parent', 'citizen'),
          profile: 'role',
        },
        {
          code: 'level',
          type: 'single',
          label: 'Niveau',
          options: options('school', 'college'),
          profile: 'level',
          showIf: {
            any: [
              { question: 'role', is: 'teacher' },
              { question: 'role', is: 'parent' },
            ],
          },
        },
        { code: 'academie', type: 'territory', label: 'Académie', profile: 'academie' },
      ],
    },
    {
      code: 'body',
      title: 'Questions',
      questions: [
        { code: 'wants', type: 'single', label: 'Oui ?', options: options('yes', 'no') },
        {
          code: 'why',
          type: 'single',
          label: 'Pourquoi ?',
          options: options('weight', 'price'),
          required: true,
          showIf: { question: 'wants', is: 'yes' },
        },
        {
          code: 'tools',
          type: 'multiple',
          label: 'Outils',
          options: options('board', 'tablet'),
          required: true,
          showIf: { question: 'role', is: 'teacher' },
        },
        {
          code: 'refusal',
          type: 'longText',
          label: 'Et encore ?',
          showIf: {
            any: [
              { question: 'wants', is: 'no' },
              { question: 'tools', includes: 'tablet' },
            ],
          },
        },
      ],
    },
  ],
};

interface Kind {
  readonly counts: Counts;
  readonly slices: readonly string[];
}

/** Every response anybody could send, once. */
function everyKind(definition: Definition, choices: Record<string, readonly unknown[]>): Kind[] {
  let answers: Answers[] = [{}];
  for (const [code, values] of Object.entries(choices)) {
    answers = answers.flatMap((so) =>
      values.map((value) => (value === null ? so : ({ ...so, [code]: value } as Answers))),
    );
  }
  const kinds = new Map<string, Kind>();
  for (const raw of answers) {
    const clean = cleanAnswers(definition, raw);
    const profile = profileOf(definition, clean.answers);
    kinds.set(JSON.stringify(clean), { counts: countsOf(definition, clean), slices: slicesOf(profile) });
  }
  return [...kinds.values()];
}

function cubeOf(kinds: readonly Kind[], people: readonly number[]): Map<string, Counts> {
  const cube = new Map<string, Counts>();
  people.forEach((number, index) => {
    if (number === 0) return;
    for (const key of kinds[index]!.slices) {
      const counts = cube.get(key) ?? {};
      addCounts(counts, kinds[index]!.counts, number);
      cube.set(key, counts);
    }
  });
  return cube;
}

const isPublic = (key: string) => !key.includes(';');
const publicSlices = (cube: ReadonlyMap<string, Counts>) =>
  new Map([...cube].filter(([key]) => isPublic(key)));

type Figures = Map<string, number | null>;

/** Every figure of the results of a slice, by name. A mean is read as the sum it gives. */
function figuresOf(slice: string, responses: number | null, questions: readonly QuestionResult[]): Figures {
  const figures: Figures = new Map([[`${slice} n`, responses]]);
  for (const { code, shown, answered, options: all, rows, mean } of questions) {
    const name = `${slice} ${code}`;
    figures.set(`${name} shown`, shown).set(`${name} answered`, answered);
    for (const option of all) {
      figures.set(`${name}.${option.code}`, option.count);
      option.ranks?.forEach((count, rank) => figures.set(`${name}.${option.code}.${rank + 1}`, count));
    }
    for (const row of rows ?? []) {
      for (const option of row.options) figures.set(`${name}.${row.code}.${option.code}`, option.count);
    }
    if (mean !== undefined) {
      const sum = mean === null ? null : Math.round(mean * (answered ?? 0));
      figures.set(`${name} sum`, answered === 0 ? 0 : sum);
    }
  }
  return figures;
}

function publicFigures(form: ResultForm, cube: ReadonlyMap<string, Counts>, smallest: number): Figures {
  const figures: Figures = new Map();
  for (const [key, { responses, questions }] of publicResults(form, publicSlices(cube), smallest)) {
    for (const [name, value] of figuresOf(key, responses, questions)) figures.set(name, value);
  }
  return figures;
}

const PRIME = 67_108_859; // Products of two residues stay exact.

/** Rows of a matrix modulo a prime, reduced as they are added: tells whether a further row is a combination of them. */
class RowSpace {
  private readonly rows: { readonly pivot: number; readonly row: Float64Array }[] = [];

  private reduce(vector: Float64Array): Float64Array {
    const row = vector.map((value) => ((value % PRIME) + PRIME) % PRIME);
    for (const { pivot, row: other } of this.rows) {
      const factor = row[pivot]!;
      if (factor === 0) continue;
      for (let index = pivot; index < row.length; index++) {
        if (other[index] !== 0) row[index] = (row[index]! + (PRIME - factor) * other[index]!) % PRIME;
      }
    }
    return row;
  }

  add(vector: Float64Array): void {
    const row = this.reduce(vector);
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) return;
    let inverse = 1;
    for (let power = PRIME - 2, base = row[pivot]!; power > 0; power = Math.floor(power / 2)) {
      if (power % 2 === 1) inverse = (inverse * base) % PRIME;
      base = (base * base) % PRIME;
    }
    this.rows.push({ pivot, row: row.map((value) => (value * inverse) % PRIME) });
    this.rows.sort((a, b) => a.pivot - b.pivot);
  }

  holds(vector: Float64Array): boolean {
    return this.reduce(vector).every((value) => value === 0);
  }
}

/**
 * An attacker who knows the form and reads everything published. What is unknown: how many people sent each possible
 * response. Each figure is a sum of those numbers. Returns the small figures that are a combination of those shown.
 */
function workedOut(
  form: ResultForm,
  kinds: readonly Kind[],
  people: readonly number[],
  smallest: number,
): string[] {
  const cube = cubeOf(kinds, people);
  const shown = publicFigures(form, cube, smallest);
  const exact: Figures = new Map();
  const vectors = new Map([...shown.keys()].map((name) => [name, new Float64Array(kinds.length)]));
  for (const [key, counts] of publicSlices(cube)) {
    for (const [name, value] of figuresOf(key, counts.n ?? 0, resultsOf(form, counts)))
      exact.set(name, value);
  }
  kinds.forEach(({ counts, slices }, index) => {
    for (const key of slices.filter(isPublic)) {
      for (const [name, value] of figuresOf(key, 1, resultsOf(form, counts))) {
        const vector = vectors.get(name);
        if (vector) vector[index] = value ?? 0;
      }
    }
  });
  const space = new RowSpace();
  for (const [name, value] of shown) if (value !== null) space.add(vectors.get(name)!);
  return [...shown].flatMap(([name, value]) => {
    const isSmall = (exact.get(name) ?? 0) < smallest || name.endsWith('sum');
    const vector = vectors.get(name)!;
    const isPossible = vector.some((part) => part !== 0); // Else nobody can be in it, which the form says.
    return value === null && isSmall && isPossible && space.holds(vector) ? [name] : [];
  });
}

/** People spread unevenly over some kinds of responses. */
const crowd = (kinds: readonly Kind[], size: number) =>
  fc
    .array(fc.tuple(fc.nat({ max: kinds.length - 1 }), fc.constantFrom(1, 1, 2, 3, 5, 9)), {
      minLength: 4,
      maxLength: size,
    })
    .map((groups) => {
      const people = Array<number>(kinds.length).fill(0);
      for (const [kind, number] of groups) people[kind]! += number;
      return people;
    });

describe('publicResults', () => {
  const form = resultForm([{ version: 1, definition: DEFINITION }], territories);
  const kinds = everyKind(DEFINITION, {
    role: ['teacher', 'parent', 'citizen'],
    level: [null, 'school', 'college'],
    academie: [null, { level: 'academie', code: '01' }, { level: 'academie', code: '07' }],
    wants: [null, 'yes', 'no'],
    why: ['weight', 'price'],
    tools: [['board'], ['tablet'], ['board', 'tablet']],
    refusal: [null, 'texte'],
  });

  test('nobody can work out a small figure from all those published, across tables and questions', () => {
    fc.assert(
      fc.property(crowd(kinds, 40), (people) => {
        expect(workedOut(form, kinds, people, 4)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
