/** Answers as they are being typed: any JSON, judged by the engine only when a page is left or the whole is sent. */
export type RawAnswers = Readonly<Record<string, unknown>>;

/** The draft as the server last acknowledged it. */
export interface ServerCopy {
  /** Opens the draft from any device: stands only in the person's own link. */
  readonly token: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly answers: RawAnswers;
}

/** A submission whose outcome is not known yet: sent again exactly as it was until the server says what became of it. */
export interface Sending {
  readonly id: string;
  readonly version: number;
  readonly answers: RawAnswers;
}

/** What this device keeps of one questionnaire being answered. */
export interface DraftRecord {
  readonly format: 1;
  readonly questionnaireId: string;
  readonly version: number;
  /** The UUID the answers will be sent under, kept from the first answer to the receipt: they count once. */
  readonly responseId: string;
  readonly answers: RawAnswers;
  /** Changes with every write: tells another tab's record from one's own. */
  readonly mark: string;
  readonly changedAt: string;
  readonly server?: ServerCopy | undefined;
  readonly sending?: Sending | undefined;
}

/** Proof of sending, kept on this device until the person has noted it. */
export interface KeptReceipt {
  readonly code: string;
  readonly digest: string;
  readonly submittedOn: string;
}

/** This browser among those that answer one questionnaire: a random token, and whether it has served. */
export interface DeviceMark {
  readonly token: string;
  readonly answered: boolean;
}

/** The names under which a signed-in person's answers to one questionnaire are kept, on all their devices. */
export interface OwnNames {
  readonly responseId: string;
  readonly token: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What storage held, when it is a draft this version of the site can read; else null. */
export function readDraft(value: unknown, questionnaireId: string): DraftRecord | null {
  if (!isRecord(value) || value.format !== 1 || value.questionnaireId !== questionnaireId) return null;
  const isWhole =
    typeof value.version === 'number' &&
    typeof value.responseId === 'string' &&
    typeof value.mark === 'string' &&
    isRecord(value.answers);
  return isWhole ? (value as unknown as DraftRecord) : null;
}

export function readReceipt(value: unknown): KeptReceipt | null {
  const isWhole = isRecord(value) && typeof value.code === 'string' && typeof value.digest === 'string';
  return isWhole ? (value as unknown as KeptReceipt) : null;
}

export function readDevice(value: unknown): DeviceMark | null {
  const isWhole = isRecord(value) && typeof value.token === 'string' && typeof value.answered === 'boolean';
  return isWhole ? (value as unknown as DeviceMark) : null;
}

export function readOwnNames(value: unknown): OwnNames | null {
  const isWhole = isRecord(value) && typeof value.responseId === 'string' && typeof value.token === 'string';
  return isWhole ? (value as unknown as OwnNames) : null;
}
