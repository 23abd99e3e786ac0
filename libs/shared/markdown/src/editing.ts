/** A text being written, and what is selected in it. Each function below gives what they become. */
export interface Edited {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts a selection between two marks, or takes them off when they are there; without one, `placeholder` is put and selected. */
export function wrapSelection(edited: Edited, mark: string, placeholder: string): Edited {
  const { text, start, end } = trimmedSelection(edited);
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (before.endsWith(mark) && after.startsWith(mark) && !isPartOfLonger(before, after, mark)) {
    return {
      text: before.slice(0, -mark.length) + text.slice(start, end) + after.slice(mark.length),
      start: start - mark.length,
      end: end - mark.length,
    };
  }
  const words = text.slice(start, end) || placeholder;
  return {
    text: before + mark + words + mark + after,
    start: start + mark.length,
    end: start + mark.length + words.length,
  };
}

/** The `*` of `**` is not a mark of its own. */
const isPartOfLonger = (before: string, after: string, mark: string) =>
  mark.length === 1 &&
  (/[*_]+$/.exec(before)?.[0].length ?? 0) % 2 === 0 &&
  (/^[*_]+/.exec(after)?.[0].length ?? 0) % 2 === 0;

/** `** mot **` is not bold: the spaces at both ends of a selection stay out of the marks. */
function trimmedSelection({ text, start, end }: Edited): Edited {
  const words = text.slice(start, end);
  if (words.trim() === '') return { text, start: end, end };
  return {
    text,
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  };
}

/** What stands before each line: `> `, `- `, `## `, or the number of the line for `1. `. */
export type LinePrefix = '> ' | '- ' | '1. ' | '# ' | '## ' | '### ';

const MARKED: Readonly<Record<LinePrefix, RegExp>> = {
  '> ': /^> ?/,
  '- ': /^[-+*] /,
  '1. ': /^\d+[.)] /,
  '# ': /^# /,
  '## ': /^## /,
  '### ': /^### /,
};
/** A line is an item of one kind or a heading of one level; a quote may hold any of them. */
const REPLACED = /^(?:#{1,6}|[-+*]|\d+[.)]) /;

/** Marks the lines of a selection, or unmarks them when all of them are marked. */
export function prefixLines({ text, start, end }: Edited, prefix: LinePrefix): Edited {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends just after a line does not hold the next one.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const until = text.indexOf('\n', last) === -1 ? text.length : text.indexOf('\n', last);
  const lines = text.slice(from, until).split('\n');
  const isMarked = lines.every((line) => MARKED[prefix].test(line));
  const block = lines
    .map((line, index) => {
      if (isMarked) return line.replace(MARKED[prefix], '');
      if (prefix === '> ') return prefix + line;
      return (prefix === '1. ' ? `${index + 1}. ` : prefix) + line.replace(REPLACED, '');
    })
    .join('\n');
  const after = text.slice(until);
  const gap = !isMarked && !prefix.startsWith('#') && swallowed(after, prefix) ? '\n' : '';
  return {
    text: text.slice(0, from) + block + gap + after,
    start: start === end ? from + block.length : from,
    end: from + block.length,
  };
}

/** Without an empty line, the paragraph that follows a quote or an item belongs to it. */
const swallowed = (after: string, prefix: LinePrefix) =>
  /^\n[^\n]/.test(after) && !MARKED[prefix].test(after.slice(1));

/** Makes a link of a selection and selects where its address goes; an address that was selected becomes the target. */
export function insertLink(edited: Edited, placeholder: string): Edited {
  const { text, start, end } = trimmedSelection(edited);
  const chosen = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/i.test(chosen);
  const words = isAddress || chosen === '' ? placeholder : escaped(chosen);
  const url = isAddress ? chosen : 'https://';
  const wordsAt = start + 1;
  const urlAt = wordsAt + words.length + 2;
  const at = isAddress ? wordsAt : urlAt;
  return {
    text: `${text.slice(0, start)}[${words}](${url})${text.slice(end)}`,
    start: at,
    end: at + (isAddress ? words : url).length,
  };
}

/** Replaces the selection (an image, a mention, a link chosen elsewhere) and goes after it. */
export function insertText({ text, start, end }: Edited, inserted: string): Edited {
  const at = start + inserted.length;
  return { text: text.slice(0, start) + inserted + text.slice(end), start: at, end: at };
}

/** Adds the passage of a message as a quote that says whose it is, after what is already written. */
export function insertQuote(
  edited: Edited,
  quote: { passage: string; author: string; path: string },
): Edited {
  const before = edited.text.slice(0, edited.end).trimEnd();
  const after = edited.text.slice(edited.end).trimStart();
  const lines = [`[${escaped(quote.author)}](${quote.path})\u00a0:`, '', ...quote.passage.trim().split('\n')];
  const block = lines.map((line) => `> ${line}`.trimEnd()).join('\n');
  const text = `${before}${before ? '\n\n' : ''}${block}\n\n`;
  return { text: text + after, start: text.length, end: text.length };
}

/** How a mention is written. */
export const mentionMarkdown = (accountId: string, name: string): string =>
  `@[${escaped(name)}](compte:${accountId})`;

/** How an image is written. */
export const imageMarkdown = (imageId: string, alt: string): string => `![${escaped(alt)}](image:${imageId})`;

/** Words that go between brackets: no sign of theirs may be read as Markdown. */
const escaped = (words: string) =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]*_`<>&!~]/g, '\\$&')
    .trim();
