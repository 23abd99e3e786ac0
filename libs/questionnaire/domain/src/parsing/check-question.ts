import { type Option, type ProfileDimension, type Question, type QuestionType } from '../definition';
import { levelsOf } from '../kinds/territory';
import { patternFault } from '../pattern';
import { checkBounds } from './check-bounds';
import { type FaultPath, type ReportFault } from './faults';

type Attribute = Exclude<keyof Question, 'code' | 'type' | 'label' | 'help' | 'required' | 'showIf'>;
interface Attributes {
  readonly needs: readonly Attribute[];
  readonly allows: readonly Attribute[];
}

const TEXT: Attributes = { needs: [], allows: ['min', 'max', 'validate'] };
const MATRIX: Attributes = { needs: ['options', 'rows'], allows: [] };

/** Which attributes each type needs or allows; any other is refused, since its author expects something of it. */
const ATTRIBUTES = {
  single: { needs: ['options'], allows: ['other', 'profile'] },
  multiple: { needs: ['options'], allows: ['other', 'min', 'max'] },
  scale: { needs: ['min', 'max'], allows: ['minLabel', 'maxLabel'] },
  number: { needs: [], allows: ['min', 'max', 'unit', 'decimals'] },
  text: TEXT,
  longText: TEXT,
  date: { needs: [], allows: ['min', 'max'] },
  ranking: { needs: ['options'], allows: ['min', 'max'] },
  matrix: MATRIX,
  matrixMultiple: MATRIX,
  territory: { needs: [], allows: ['levels', 'profile'] },
  consent: { needs: [], allows: [] },
  file: { needs: [], allows: ['max'] },
} satisfies Record<QuestionType, Attributes>;

const ALL_ATTRIBUTES: readonly Attribute[] = [
  'options',
  'rows',
  'other',
  'min',
  'max',
  'minLabel',
  'maxLabel',
  'unit',
  'decimals',
  'levels',
  'validate',
  'profile',
];

/** Codes the choice "other" uses in answers and exports. */
const RESERVED_WITH_OTHER = ['other', 'other_text'];

/** Faults inside one question of the right shape. */
export function checkQuestion(question: Question, path: FaultPath, report: ReportFault): void {
  const { needs, allows }: Attributes = ATTRIBUTES[question.type];
  for (const attribute of ALL_ATTRIBUTES) {
    const isSet = question[attribute] !== undefined;
    if (!isSet && needs.includes(attribute)) report([...path, attribute], 'MISSING_ATTRIBUTE', attribute);
    if (isSet && !needs.includes(attribute) && !allows.includes(attribute)) {
      report([...path, attribute], 'FORBIDDEN_ATTRIBUTE', attribute);
    }
  }
  checkOptions(question, question.options ?? [], [...path, 'options'], report);
  checkOptions(question, question.rows ?? [], [...path, 'rows'], report);
  checkBounds(question, path, report);
  checkProfile(question, path, report);
  const reason = question.validate && patternFault(question.validate.pattern);
  if (reason) report([...path, 'validate', 'pattern'], 'BAD_PATTERN', reason);
}

function checkOptions(
  question: Question,
  options: readonly Option[],
  path: FaultPath,
  report: ReportFault,
): void {
  const isChoice = path.at(-1) === 'options';
  const seen = new Set<string>();
  options.forEach(({ code, exclusive }, index) => {
    if (seen.has(code)) report([...path, index, 'code'], 'DUPLICATE_CODE', code);
    seen.add(code);
    if (isChoice && question.other && RESERVED_WITH_OTHER.includes(code)) {
      report([...path, index, 'code'], 'RESERVED_CODE', code);
    }
    if (exclusive !== undefined && !(isChoice && question.type === 'multiple')) {
      report([...path, index, 'exclusive'], 'FORBIDDEN_ATTRIBUTE', 'exclusive');
    }
  });
}

const PROFILE_NEEDS = {
  role: { accepts: (question) => question.type === 'single', words: 'un choix unique' },
  level: { accepts: (question) => question.type === 'single', words: 'un choix unique' },
  academie: {
    accepts: (question) => question.type === 'territory' && levelsOf(question).join() === 'academie',
    words: 'un territoire limité aux académies',
  },
} satisfies Record<ProfileDimension, { accepts: (question: Question) => boolean; words: string }>;

function checkProfile({ profile, ...question }: Question, path: FaultPath, report: ReportFault): void {
  if (!profile) return;
  const { accepts, words } = PROFILE_NEEDS[profile];
  if (!accepts(question)) report([...path, 'profile'], 'PROFILE_TYPE', words);
}
