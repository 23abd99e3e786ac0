import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

interface Named {
  code: string;
}
interface Question extends Named {
  type: string;
  options?: Named[];
  rows?: Named[];
  other?: boolean;
  min?: number;
  max?: number;
}
interface Definition {
  sections: { theme?: string; questions: Question[] }[];
}
type Weights = Record<string, number>;
interface AnswerModel {
  weights?: Weights;
  chances?: Weights;
  rows?: Record<string, Weights>;
  rowChances?: Record<string, Weights>;
  texts?: string[];
}
interface Model {
  questions: Record<string, AnswerModel & { byRole?: Record<string, AnswerModel> }>;
  otherTexts: Record<string, string[]>;
  texts: Record<string, unknown[]>;
}
interface Territories {
  regions: { academies: (Named & { departements: Named[] })[] }[];
  outsideAcademies: { territories: Named[] };
  attachments: Record<string, string>;
}

const read = <T>(path: string) => JSON.parse(readFileSync(`${import.meta.dirname}/${path}`, 'utf8')) as T;
const codes = (list: readonly Named[] = []) => list.map(({ code }) => code);

const territories = read<Territories>('territories.json');
const academies = territories.regions.flatMap((region) => region.academies);
const model = read<Model>('demo/answer-model.json');
const forms = [
  { form: 'questionnaire-2015', consultation: 'numerique-2015' },
  { form: 'questionnaire-2020', consultation: 'etats-generaux-2020' },
].map((names) => ({ ...names, definition: read<Definition>(`demo/${names.form}.json`) }));
const questions = forms.flatMap(({ definition }) =>
  definition.sections.flatMap((section) => section.questions),
);

describe('territories', () => {
  test('name the 30 académies, and every département once', () => {
    const departements = academies.flatMap((academie) => codes(academie.departements));
    expect(new Set(codes(academies)).size).toBe(30);
    expect([new Set(departements).size, departements.length]).toEqual([101, 101]);
  });

  test('share no code between académies and places outside them, and attach to known académies', () => {
    const outside = codes(territories.outsideAcademies.territories);
    expect(codes(academies).filter((code) => outside.includes(code))).toEqual([]);
    expect(codes(academies)).toEqual(expect.arrayContaining(Object.values(territories.attachments)));
  });
});

describe.each(forms)('$form', ({ consultation, definition }) => {
  test('has a section for every theme of its consultation, in their order', () => {
    const { themes } = read<{ themes: { slug: string; position: number }[] }>(`demo/${consultation}.json`);
    const inOrder = themes.toSorted((a, b) => a.position - b.position).map(({ slug }) => slug);
    expect(definition.sections.flatMap(({ theme }) => theme ?? [])).toEqual(inOrder);
  });
});

describe('answer model', () => {
  test('covers the questions of both forms and no other', () => {
    expect(Object.keys(model.questions).toSorted()).toEqual([...new Set(codes(questions))].toSorted());
  });

  test('gives every académie its weight', () => {
    expect(Object.keys(model.questions.academie?.weights ?? {}).toSorted()).toEqual(
      codes(academies).toSorted(),
    );
  });

  test.each(
    questions.filter(({ type }) => type !== 'territory').map((question) => [question.code, question]),
  )('%s: draws only answers that are offered, in words where words are needed', (code, question) => {
    const { byRole = {}, ...base } = model.questions[code] ?? {};
    const offered = [...codes(question.options), ...(question.other ? ['other'] : [])];
    const { min = NaN, max = NaN } = question;
    for (const variant of [base, ...Object.values(byRole)]) {
      const byRow = variant.rows ?? variant.rowChances ?? {};
      const drawn = [variant.weights, variant.chances, ...Object.values(byRow)].flatMap((weights = {}) =>
        Object.keys(weights),
      );
      expect(codes(question.rows)).toEqual(expect.arrayContaining(Object.keys(byRow)));
      if (question.options) expect(offered).toEqual(expect.arrayContaining(drawn));
      else expect(drawn.map(Number).filter((n) => !(n >= min && n <= max))).toEqual([]);
      for (const family of variant.texts ?? []) expect(model.texts[family]).toBeDefined();
    }
    expect(model.otherTexts[code] !== undefined).toBe(question.other === true);
  });
});
