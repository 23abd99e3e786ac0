import { checkCount, numericBound } from './counts';
import { isBlankList, type Kind } from './kind';

const UPLOAD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DEFAULT_MAX_FILES = 1;

/** `["<upload id>"]`. Whether the upload exists and belongs to the sender is for the one who stores files to say. */
export const file: Kind = {
  isBlank: isBlankList,
  read: (_compiled, raw) => {
    if (!Array.isArray(raw)) return undefined;
    const ids = new Set(raw.filter(isUploadId));
    return ids.size > 0 ? [...ids] : undefined;
  },
  check: ({ question }, raw, context) => {
    if (!Array.isArray(raw)) return context.report([], 'WRONG_TYPE');
    const ids = new Set<string>();
    raw.forEach((id: unknown, position) => {
      if (!isUploadId(id)) context.report([position], 'WRONG_TYPE');
      else if (ids.has(id)) context.report([position], 'DUPLICATE_OPTION');
      else ids.add(id);
    });
    checkCount(ids.size, undefined, numericBound(question.max) ?? DEFAULT_MAX_FILES, context);
  },
};

function isUploadId(id: unknown): id is string {
  return typeof id === 'string' && UPLOAD_ID.test(id);
}
