import { isRecord } from '../json';
import { isBlankText, isStorableText } from '@preau/shared-domain';
import { type FaultPath, type ReportFault } from './faults';

const LANGUAGE = /^[a-z]{2}(-[A-Z]{2})?$/;

/** Checks a text shown to people: a string, or one per language with French among them. */
export function checkLabel(label: unknown, maxLength: number, path: FaultPath, report: ReportFault): void {
  if (label === undefined) return report(path, 'MISSING');
  if (typeof label === 'string') return checkText(label, maxLength, path, report);
  if (!isRecord(label)) return report(path, 'WRONG_TYPE');
  if (!Object.hasOwn(label, 'fr')) report(path, 'NO_FRENCH');
  for (const [language, text] of Object.entries(label)) {
    if (!LANGUAGE.test(language)) report([...path, language], 'UNKNOWN_KEY', language);
    else if (typeof text !== 'string') report([...path, language], 'WRONG_TYPE');
    else checkText(text, maxLength, [...path, language], report);
  }
}

function checkText(text: string, maxLength: number, path: FaultPath, report: ReportFault): void {
  if (!isStorableText(text)) report(path, 'INVALID_TEXT');
  else if (isBlankText(text)) report(path, 'EMPTY');
  else if (text.length > maxLength) report(path, 'TOO_LONG', maxLength);
}
