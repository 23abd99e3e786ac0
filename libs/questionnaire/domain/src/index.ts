export {
  PROBLEM_CODES,
  PROFILE_DIMENSIONS,
  QUESTION_TYPES,
  TERRITORY_LEVELS,
  type Answer,
  type Answers,
  type ChoiceAnswer,
  type CleanResponse,
  type Condition,
  type Definition,
  type Label,
  type Option,
  type Problem,
  type ProblemCode,
  type ProfileDimension,
  type Question,
  type QuestionCondition,
  type QuestionType,
  type Section,
  type TerritoryAnswer,
  type TerritoryLevel,
} from './definition';
export { labelText } from './label';
export { holds, OPERATORS, type AnswerLookup, type Operator } from './conditions';
export { visibleQuestions, visibleSections, type VisibleSection } from './visibility';
export { UNFINISHED_CODES, validateAnswers, type ValidationOptions } from './validate-answers';
export { PROBLEM_MESSAGES, problemMessage, type ProblemFacts } from './problem-messages';
export { cleanAnswers } from './clean-answers';
export { isDay } from './days';
export { frenchDay, frenchNumber, frenchSpaces } from './french';
export { parseDefinition, type ParsedDefinition } from './parse-definition';
export { FAULT_MESSAGES, type Fault, type FaultCode, type FaultPath } from './parsing/faults';
export { MAX_OTHER_TEXT } from './kinds/choice';
export { maxCharacters } from './kinds/text';
export { levelsOf } from './kinds/territory';
export { matchesPattern } from './pattern';
export { profileOf, UNKNOWN_PROFILE, type Profile } from './profile';
export { canonicalJson } from './canonical';
export { columnsOf, type Column, type ColumnKind, type DefinitionVersion } from './columns';
export { encodeCell, MISSING, type Cell } from './encode-cell';
export { runGoldenCase, type GoldenCase, type GoldenOutcome } from './golden';
export { openness, type OpeningTimes } from './openness';
export {
  findPersonalData,
  PERSONAL_DATA_KINDS,
  personalDataInAnswers,
  type PersonalDataFinding,
  type PersonalDataInAnswer,
  type PersonalDataKind,
} from './personal-data';
export { addCounts, countsOf, eachCount, type AddCount, type Counts } from './tally';
export { parseSliceKey, sliceKey, slicesFor, slicesOf, TOTAL_SLICE, type SliceFilter } from './cube';
export { planPublication, publicQuery, SMALLEST_GROUP, type PendingCell } from './publication';
export { resultForm, type FormDimension, type ResultForm } from './results-form';
export { resultsOf, type OptionResult, type QuestionResult, type RowResult } from './results';
export { publicResults, type PublicResults, type PublicSlice } from './public/public-results';
export { type Territories } from './results-options';
export { NO_MODEL, responseGenerator, type AnswerModel, type QuestionModel } from './generate';
export { dayGenerator } from './generate-days';
