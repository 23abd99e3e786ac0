import type { Edited } from '@preau/markdown';

/** What is written and selected in a field. */
export const readTextarea = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Edited => ({
  text: value,
  start: selectionStart,
  end: selectionEnd,
});

/**
 * Writes a change into a field as if it had been typed, so that the browser can undo it: only what differs is replaced.
 * Browsers without `insertText` get the same text, without the undoing.
 */
export function writeTextarea(field: HTMLTextAreaElement, { text, start, end }: Edited): void {
  const [from, to, inserted] = difference(field.value, text);
  field.focus();
  field.setSelectionRange(from, to);
  if (from !== to || inserted !== '') {
    if (document.activeElement !== field || !typed(inserted)) {
      field.setRangeText(inserted, from, to, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  field.setSelectionRange(start, end);
}

/** The one command that leaves the browser's own history of a field whole; some have never had it. */
function typed(inserted: string): boolean {
  if (typeof document.execCommand !== 'function') return false;
  return inserted === ''
    ? document.execCommand('delete')
    : document.execCommand('insertText', false, inserted);
}

/** From where to where two texts differ, and what the second has there. */
function difference(before: string, after: string): [from: number, to: number, inserted: string] {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let left = 0;
  const most = Math.min(before.length, after.length) - from;
  while (left < most && before[before.length - 1 - left] === after[after.length - 1 - left]) left++;
  return [from, before.length - left, after.slice(from, after.length - left)];
}
