import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from './canonical';
import { cleanAnswers } from './clean-answers';
import { type Condition, type Definition } from './definition';
import { holds } from './conditions';
import { labelText } from './label';
import { matchesPattern, patternFault } from './pattern';
import { frenchSpaces } from './french';
import { validateAnswers } from './validate-answers';
import { visibleSections } from './visibility';

const options = { matches: matchesPattern };

describe('holds', () => {
  test('stops at an operator it does not know, instead of hiding questions silently', () => {
    const later = { question: 'a', matches: 'x' } as unknown as Condition;
    expect(() => holds(later, () => 'x')).toThrow('operator');
  });
});

describe('visibleSections', () => {
  test('leaves out a section that has nothing to ask', () => {
    const definition: Definition = {
      title: 'Essai',
      sections: [
        { code: 's', title: 'Un', questions: [{ code: 'a', type: 'text', label: 'A' }] },
        {
          code: 't',
          title: 'Deux',
          questions: [{ code: 'b', type: 'text', label: 'B', showIf: { question: 'a', answered: true } }],
        },
      ],
    };
    expect(visibleSections(definition, {}).map(({ section }) => section.code)).toEqual(['s']);
    expect(visibleSections(definition, { a: 'x' }).map(({ section }) => section.code)).toEqual(['s', 't']);
  });
});

describe('validateAnswers', () => {
  const definition: Definition = {
    title: 'Essai',
    sections: [
      {
        code: 's',
        title: 'Un',
        questions: [{ code: 'a', type: 'multiple', label: 'A', options: [{ code: 'x', label: 'X' }] }],
      },
    ],
  };

  test('does not grow its report with hostile input', () => {
    const keys = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`k${index}${'x'.repeat(100)}`, 1]),
    );
    const problems = validateAnswers(definition, { a: Array(5000).fill('z'), ...keys }, options);
    expect(problems).toHaveLength(500);
    expect(validateAnswers(definition, keys, options)[0]?.path).toEqual([`k0${'x'.repeat(38)}`]);
  });
});

describe('cleanAnswers', () => {
  test('keeps no negative zero, which JSON would write otherwise than it was', () => {
    const definition: Definition = {
      title: 'Essai',
      sections: [{ code: 's', title: 'Un', questions: [{ code: 'a', type: 'number', label: 'A' }] }],
    };
    expect(Object.is(cleanAnswers(definition, { a: -0 }).answers.a, 0)).toBe(true);
  });
});

describe('matchesPattern', () => {
  test('matches whole texts, in letters of any language', () => {
    expect(matchesPattern('\\p{L}+', 'École')).toBe(true);
    expect(matchesPattern('\\d{5}', '62400 Béthune')).toBe(false);
  });

  test.each(['(?=a)', '(a)\\1', '[', 'a{1001}', '(a{1,30}){1,30}'])(
    '%s is refused when it is written',
    (pattern) => {
      expect(patternFault(pattern)).toEqual(expect.any(String));
    },
  );
});

describe('canonicalJson', () => {
  test('gives one text for the same value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    );
    expect(canonicalJson(JSON.parse('{"z":1,"__proto__":{"b":2,"a":1}}'))).toBe(
      '{"__proto__":{"a":1,"b":2},"z":1}',
    );
  });

  test('writes what JSON.stringify writes when keys are sorted', () => {
    const value = { a: [undefined, -0, 1e21], b: undefined, c: '\ud83d\u0000"' };
    expect(canonicalJson(value)).toBe(JSON.stringify(value));
  });
});

describe('labelText', () => {
  test('falls back on French', () => {
    expect(labelText({ fr: 'Bonjour', en: 'Hello' }, 'en')).toBe('Hello');
    expect(labelText({ fr: 'Bonjour', en: 'Hello' }, 'de')).toBe('Bonjour');
    expect(labelText('Bonjour', 'en')).toBe('Bonjour');
    expect(labelText({ fr: 'Bonjour' }, 'constructor')).toBe('Bonjour');
  });
});

describe('frenchSpaces', () => {
  test('holds punctuation to its word', () => {
    expect(frenchSpaces('« Oui » : il y en a 2.')).toBe('«\u00a0Oui\u00a0»\u00a0: il y en a 2.');
  });
});
