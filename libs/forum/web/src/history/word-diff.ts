/** A run of words that stayed, came or went. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words compared with words; beyond, what is between the common ends is shown as replaced whole. */
const MAX_CELLS = 4_000_000;

/** What changed from one text to the next, word by word: the longest sequence of words and spaces they share stays. */
export function wordDiff(before: string, after: string): Change[] {
  const old = tokens(before);
  const now = tokens(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  return joined([
    ...old.slice(0, start).map(as('same')),
    ...between(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map(as('same')),
  ]);
}

const tokens = (text: string) => text.match(/\s+|[\p{L}\p{N}'’-]+|[^\s\p{L}\p{N}]/gu) ?? [];
const as =
  (kind: Change['kind']) =>
  (text: string): Change => ({ kind, text });

function between(old: readonly string[], now: readonly string[]): Change[] {
  if (old.length * now.length > MAX_CELLS || old.length === 0 || now.length === 0)
    return [...old.map(as('removed')), ...now.map(as('added'))];
  const width = now.length + 1;
  // The length of the longest common sequence of what is left of each text, from its end backwards.
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        old[i] === now[j]
          ? at(common, (i + 1) * width + j + 1) + 1
          : Math.max(at(common, (i + 1) * width + j), at(common, i * width + j + 1));
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [was = '', is = ''] = [old[i], now[j]];
    if (i < old.length && j < now.length && was === is) {
      changes.push({ kind: 'same', text: was });
      i += 1;
      j += 1;
    } else if (
      j >= now.length ||
      (i < old.length && at(common, (i + 1) * width + j) >= at(common, i * width + j + 1))
    ) {
      changes.push({ kind: 'removed', text: was });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: is });
      j += 1;
    }
  }
  return changes;
}

const at = (cells: Uint16Array, index: number) => cells[index] ?? 0;

function joined(changes: readonly Change[]): Change[] {
  const runs: { kind: Change['kind']; text: string }[] = [];
  for (const { kind, text } of changes) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
