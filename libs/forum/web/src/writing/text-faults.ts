import { bodyFault, keptBody, keptTitle, titleFault, type PostingRefusalCode } from '@preau/forum-domain';

/** What the server would refuse of a body, known before it is asked. */
export const faultOfBody = (typed: string, isProposition = false): PostingRefusalCode | null =>
  bodyFault(keptBody(typed), isProposition);

/** The same of a title. */
export function faultOfTitle(typed: string): PostingRefusalCode | null {
  const fault = titleFault(keptTitle(typed));
  return fault && `TITLE_${fault}`;
}

/** Which field a refusal is about; none when it is about the person, the place or the moment. */
export function fieldOf(code: PostingRefusalCode): 'title' | 'body' | 'theme' | null {
  if (code.startsWith('TITLE_')) return 'title';
  if (code === 'UNKNOWN_THEME') return 'theme';
  return (['EMPTY', 'TOO_SHORT', 'TOO_LONG', 'UNREADABLE', 'DUPLICATE'] as string[]).includes(code)
    ? 'body'
    : null;
}
