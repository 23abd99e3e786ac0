import { canonicalJson } from './canonical';
import { cleanAnswers } from './clean-answers';
import { columnsOf } from './columns';
import { type CleanResponse, type ProblemCode } from './definition';
import { type Cell, encodeCell } from './encode-cell';
import { parseDefinition } from './parse-definition';
import { type FaultCode, type FaultPath } from './parsing/faults';
import { matchesPattern } from './pattern';
import { type Profile, profileOf } from './profile';
import { validateAnswers } from './validate-answers';
import { visibleQuestions } from './visibility';

/**
 * One case of `golden/*.json`: a definition, answers, and what every part of the engine must make of them. The same
 * files run under Node and in a browser. What a case does not state is not compared; a definition without `faults` must be right.
 */
export interface GoldenCase {
  readonly name: string;
  readonly definition: unknown;
  readonly faults?: readonly { readonly path: FaultPath; readonly code: FaultCode }[];
  readonly answers?: unknown;
  readonly partial?: boolean;
  /** The territories that exist, as "academie:07"; any does when left out. */
  readonly territories?: readonly string[];
  readonly visible?: readonly string[];
  readonly problems?: readonly { readonly path: FaultPath; readonly code: ProblemCode }[];
  readonly messages?: readonly string[];
  readonly clean?: CleanResponse;
  readonly cells?: Readonly<Record<string, Cell>>;
  /** Names of the export's columns, in order. */
  readonly columns?: readonly string[];
  readonly profile?: Profile;
}

export interface GoldenOutcome {
  readonly name: string;
  /** What differs from the case; empty when the engine agrees with it. */
  readonly failures: readonly string[];
}

/** Runs one case. Pure, so that a test, a browser page or another implementation's author can call it alike. */
export function runGoldenCase(golden: GoldenCase): GoldenOutcome {
  const actual = outcomeOf(golden);
  const failures = Object.entries(actual)
    .map(([part, value]) => [part, golden[part as keyof GoldenCase], value] as const)
    .filter(([part, expected]) => expected !== undefined || part === 'faults')
    .filter(([, expected, value]) => canonicalJson(expected ?? []) !== canonicalJson(value))
    .map(
      ([part, expected, value]) =>
        `${part}: expected ${canonicalJson(expected ?? [])}, got ${canonicalJson(value)}`,
    );
  return { name: golden.name, failures };
}

function outcomeOf({ definition: raw, answers, partial, territories }: GoldenCase) {
  const parsed = parseDefinition(raw);
  if (!parsed.ok) return { faults: parsed.faults.map(({ path, code }) => ({ path, code })) };
  const { definition } = parsed;
  const clean = cleanAnswers(definition, answers);
  const problems = validateAnswers(definition, answers, {
    matches: matchesPattern,
    knowsTerritory: territories && (({ level, code }) => territories.includes(`${level}:${code}`)),
    partial,
  });
  const columns = columnsOf([{ version: 1, definition }]);
  return {
    faults: [],
    visible: visibleQuestions(definition, answers).map(({ code }) => code),
    problems: problems.map(({ path, code }) => ({ path, code })),
    messages: problems.map(({ message }) => message),
    clean,
    cells: Object.fromEntries(columns.map((column) => [column.name, encodeCell(column, clean, 1)])),
    columns: columns.map(({ name }) => name),
    profile: profileOf(definition, clean.answers),
  };
}
