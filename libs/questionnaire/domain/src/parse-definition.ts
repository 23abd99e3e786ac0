import { z } from 'zod';
import {
  type Condition,
  type Definition,
  type Label,
  PROFILE_DIMENSIONS,
  type Question,
  QUESTION_TYPES,
  type Section,
  TERRITORY_LEVELS,
} from './definition';
import { isRecord, own } from './json';
import {
  checkColumns,
  checkDefinition,
  type QuestionOutline,
  type SectionOutline,
} from './parsing/check-definition';
import { checkLabel } from './parsing/check-label';
import { type Fault, type FaultCode, faultList, type FaultPath, type ReportFault } from './parsing/faults';

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const MAX_SECTIONS = 50;
const MAX_QUESTIONS = 200;
const MAX_OPTIONS = 500;
const MAX_ROWS = 50;
const MAX_PATTERN = 500;
const MAX_DECIMALS = 6;

/** Two underscores separate the parts of a column's name in exports. */
const CODE = /^(?!.*__)[a-z][a-z0-9_]{0,39}$/;
const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;

/**
 * Reads a definition written as JSON. Either it is right, rebuilt with nothing but known keys, or every fault comes back
 * with the path that leads to it: shapes, codes, bounds, references, conditions, patterns. Never throws on JSON.
 */
export function parseDefinition(input: unknown): ParsedDefinition {
  const { faults, report } = faultList();
  const form = read(shapes().form, input, [], report);
  const sections = listIn(input, 'sections').map((raw, index) =>
    readSection(raw, ['sections', index], report),
  );
  checkDefinition(
    sections.map(({ outline }) => outline),
    report,
  );
  if (!form || faults.length > 0) return { ok: false, faults };
  const definition = { title: form.title, sections: sections.flatMap(({ section }) => section ?? []) };
  checkColumns(definition, report);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, definition };
}

/** Reads part by part, so that one faulty question does not keep the faults of the others from being found. */
function readSection(
  raw: unknown,
  path: FaultPath,
  report: ReportFault,
): { readonly outline: SectionOutline; readonly section: Section | null } {
  const section = read(shapes().section, raw, path, report);
  const questions = listIn(raw, 'questions').map((item, index): QuestionOutline => {
    const here = [...path, 'questions', index];
    return { path: here, ...headOf(item), question: read(shapes().question, item, here, report) };
  });
  return {
    outline: { path, ...headOf(raw), questions },
    section: section && { ...section, questions: questions.flatMap(({ question }) => question ?? []) },
  };
}

function headOf(raw: unknown): { readonly code: unknown; readonly showIf: unknown } {
  const record = isRecord(raw) ? raw : {};
  return { code: own(record, 'code'), showIf: own(record, 'showIf') };
}

function listIn(raw: unknown, key: string): readonly unknown[] {
  const items = isRecord(raw) ? own(raw, key) : undefined;
  return Array.isArray(items) ? items : [];
}

function read<T>(shape: z.ZodType<T>, raw: unknown, path: FaultPath, report: ReportFault): T | null {
  const result = shape.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(issue, raw, path, report);
  return null;
}

function reportIssue(issue: z.core.$ZodIssue, raw: unknown, path: FaultPath, report: ReportFault): void {
  const inside = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const here = [...path, ...inside];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) report([...here, key], 'UNKNOWN_KEY', key);
  } else if (issue.code === 'custom') {
    report(here, issue.params?.fault as FaultCode, issue.params?.name as string | number | undefined);
  } else if (valueAt(raw, inside) === undefined) report(here, 'MISSING');
  else if (issue.code === 'invalid_value') report(here, 'UNKNOWN_VALUE', issue.values.join(', '));
  else if (issue.code === 'too_small') report(here, 'EMPTY');
  else if (issue.code === 'too_big') {
    report(here, issue.origin === 'string' ? 'TOO_LONG' : 'TOO_MANY', Number(issue.maximum));
  } else report(here, 'WRONG_TYPE');
}

function valueAt(raw: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isRecord(value) ? own(value, String(key)) : undefined;
  }, raw);
}

interface Shapes {
  readonly form: z.ZodType<{ title: Label }>;
  readonly section: z.ZodType<Omit<Section, 'questions'>>;
  readonly question: z.ZodType<Question>;
}

let built: Shapes | undefined;

/** Built at first use: a screen that never parses a definition then loads no zod. */
function shapes(): Shapes {
  built ??= buildShapes();
  return built;
}

function buildShapes(): Shapes {
  const fault = (code: FaultCode, name?: string | number) => ({ params: { fault: code, name } });
  const label = (maxLength: number) =>
    z.custom<Label>().superRefine((value, context) => {
      checkLabel(value, maxLength, [], (path, code, name) => {
        context.addIssue({ code: 'custom', path: [...path], ...fault(code, name) });
      });
    });
  const code = z.string().refine((text) => CODE.test(text), fault('BAD_CODE'));
  // Where a condition stands decides what it may name: checkDefinition judges it with its surroundings.
  const showIf = z.custom<Condition>().optional();
  const option = z.strictObject({ code, label: label(300), exclusive: z.boolean().optional() });
  const bound = z.union([z.number(), z.string()]).optional();
  const decimals = z
    .number()
    .refine(
      (value) => Number.isInteger(value) && value >= 0 && value <= MAX_DECIMALS,
      fault('BAD_BOUND', `un nombre entier de 0 à ${MAX_DECIMALS}`),
    );
  return {
    form: z.strictObject({ title: label(200), sections: z.array(z.unknown()).min(1).max(MAX_SECTIONS) }),
    section: z.strictObject({
      code,
      theme: z
        .string()
        .refine((text) => SLUG.test(text), fault('BAD_SLUG'))
        .optional(),
      title: label(200),
      intro: label(5000).optional(),
      showIf,
      questions: z.array(z.unknown()).min(1).max(MAX_QUESTIONS),
    }),
    question: z.strictObject({
      code,
      type: z.enum(QUESTION_TYPES),
      label: label(500),
      help: label(1000).optional(),
      required: z.boolean().optional(),
      options: z.array(option).min(1).max(MAX_OPTIONS).optional(),
      rows: z.array(option).min(1).max(MAX_ROWS).optional(),
      other: z.boolean().optional(),
      min: bound,
      max: bound,
      minLabel: label(100).optional(),
      maxLabel: label(100).optional(),
      unit: label(30).optional(),
      decimals: decimals.optional(),
      levels: z
        .array(z.enum(TERRITORY_LEVELS))
        .min(1)
        .refine(
          (levels) => new Set(levels).size === levels.length,
          fault('UNKNOWN_VALUE', 'chaque niveau une seule fois'),
        )
        .optional(),
      showIf,
      validate: z
        .strictObject({ pattern: z.string().min(1).max(MAX_PATTERN), message: label(300) })
        .optional(),
      profile: z.enum(PROFILE_DIMENSIONS).optional(),
    }),
  };
}
