import { type CompiledQuestion } from '../compile';
import { type Answer, type QuestionType } from '../definition';
import { consent } from './consent';
import { date } from './date';
import { file } from './file';
import { type Kind } from './kind';
import { matrix } from './matrix';
import { multiple } from './multiple';
import { number } from './number';
import { ranking } from './ranking';
import { single } from './single';
import { territory } from './territory';
import { text } from './text';

export const KINDS = {
  single,
  multiple,
  scale: number,
  number,
  text,
  longText: text,
  date,
  ranking,
  matrix,
  matrixMultiple: matrix,
  territory,
  consent,
  file,
} satisfies Record<QuestionType, Kind>;

/** The answer to a question as it is kept, or undefined when there is none that can be read. */
export function readAnswer(compiled: CompiledQuestion, raw: unknown): Answer | undefined {
  return KINDS[compiled.question.type].read(compiled, raw);
}
