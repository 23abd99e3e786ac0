import { type CompiledQuestion } from '../compile';
import { type Question, type TerritoryAnswer, type TerritoryLevel } from '../definition';
import { hasOnlyKeys, isRecord, own } from '../json';
import { isBlankValue, type Kind } from './kind';

const TERRITORY_KEYS = ['level', 'code'];
/** "07", "2A", "0620001A": codes of académies, départements and établissements (UAI). */
const TERRITORY_CODE = /^[0-9A-Z]{1,10}$/;

/** The levels a person may choose from: académie unless the author says otherwise. */
export function levelsOf(question: Question): readonly TerritoryLevel[] {
  return question.levels ?? ['academie'];
}

/** `{ "level": "academie", "code": "07" }`. A level without a code is a list not yet chosen from: blank. */
export const territory: Kind = {
  isBlank: (raw) => isBlankValue(raw) || (isRecord(raw) && isBlankValue(own(raw, 'code'))),
  read: readTerritory,
  check: (compiled, raw, { report, knowsTerritory }) => {
    if (!isRecord(raw) || !hasOnlyKeys(raw, TERRITORY_KEYS)) return report([], 'WRONG_TYPE');
    if (typeof own(raw, 'level') !== 'string') return report(['level'], 'WRONG_TYPE');
    if (typeof own(raw, 'code') !== 'string') return report(['code'], 'WRONG_TYPE');
    const answer = readTerritory(compiled, raw);
    if (!answer || knowsTerritory?.(answer) === false) report([], 'UNKNOWN_TERRITORY');
  },
};

function readTerritory({ question }: CompiledQuestion, raw: unknown): TerritoryAnswer | undefined {
  if (!isRecord(raw)) return undefined;
  const level = levelsOf(question).find((allowed) => allowed === own(raw, 'level'));
  const code = own(raw, 'code');
  return level && typeof code === 'string' && TERRITORY_CODE.test(code) ? { level, code } : undefined;
}
