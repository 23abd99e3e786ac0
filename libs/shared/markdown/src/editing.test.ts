import { describe, expect, test } from '@jest/globals';
import {
  imageMarkdown,
  insertLink,
  insertQuote,
  insertText,
  mentionMarkdown,
  parseMarkdown,
  prefixLines,
  wrapSelection,
  type Edited,
} from './index';

const ID = '00000000-0000-4000-8000-000000000002';

/** `a [b] c`: a text whose selection stands between ⟦ and ⟧. */
function selected(marked: string): Edited {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace(/[⟦⟧]/g, ''), start, end };
}
const shown = ({ text, start, end }: Edited) =>
  `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;

describe('bold, italic, code', () => {
  test.each([
    ['a ⟦b⟧ c', '**', 'a **⟦b⟧** c'],
    ['a **⟦b⟧** c', '**', 'a ⟦b⟧ c'],
    ['a ⟦ b ⟧c', '**', 'a  **⟦b⟧** c'],
    ['a ⟦⟧', '**', 'a **⟦mot⟧**'],
    ['**⟦b⟧**', '*', '***⟦b⟧***'],
    ['***⟦b⟧***', '*', '**⟦b⟧**'],
    ['*⟦b⟧*', '*', '⟦b⟧'],
    ['*⟦b⟧*', '**', '***⟦b⟧***'],
  ])('%s with %s: %s', (before, mark, after) => {
    expect(shown(wrapSelection(selected(before), mark, 'mot'))).toBe(after);
  });
});

describe('lists, quotes, headings', () => {
  test.each([
    ['a\n⟦⟧b\nc', '- ', 'a\n- b⟦⟧\n\nc'],
    ['⟦a\nb⟧', '1. ', '⟦1. a\n2. b⟧'],
    ['⟦1. a\n2. b⟧', '1. ', '⟦a\nb⟧'],
    ['⟦- a\n- b⟧', '1. ', '⟦1. a\n2. b⟧'],
    ['a⟦b\nc\n⟧d', '> ', '⟦> ab\n> c⟧\n\nd'],
    ['⟦> a\n> b⟧', '> ', '⟦a\nb⟧'],
    ['⟦- a⟧', '> ', '⟦> - a⟧'],
    ['⟦⟧', '- ', '- ⟦⟧'],
    ['⟦⟧# a\nb', '## ', '## a⟦⟧\nb'],
    ['⟦⟧## a', '## ', 'a⟦⟧'],
  ] as const)('%j with %s: %j', (before, prefix, after) => {
    expect(shown(prefixLines(selected(before), prefix))).toBe(after);
  });
});

describe('links', () => {
  test.each([
    ['voir ⟦ici⟧', 'voir [ici](⟦https://⟧)'],
    ['voir ⟦https://a.fr/⟧', 'voir [⟦texte du lien⟧](https://a.fr/)'],
    ['⟦⟧', '[texte du lien](⟦https://⟧)'],
    ['⟦a]b⟧', '[a\\]b](⟦https://⟧)'],
  ])('%s: %s', (before, after) => {
    expect(shown(insertLink(selected(before), 'texte du lien'))).toBe(after);
  });
});

describe('what others give', () => {
  test('goes in place of the selection', () => {
    expect(shown(insertText(selected('a ⟦b⟧ c'), 'XY'))).toBe('a XY⟦⟧ c');
  });

  test('a mention and an image are read back as they were chosen', () => {
    expect(parseMarkdown(mentionMarkdown(ID, 'A. *B*] <c>'))).toMatchObject([
      { children: [{ type: 'mention', accountId: ID, name: 'A. *B*] <c>' }] },
    ]);
    expect(parseMarkdown(imageMarkdown(ID, 'Un [plan] *à\nlire*'))).toMatchObject([
      { children: [{ type: 'image', alt: 'Un [plan] *à lire*' }] },
    ]);
  });

  test('a passage is quoted under a link to its message', () => {
    const path = `/forum/messages/${ID}`;
    const quote = { passage: 'Un *mot*\n\n- b\n', author: 'Camille [D]', path };
    const { text, start } = insertQuote(selected('Bonjour⟦⟧'), quote);
    expect(text).toBe(`Bonjour\n\n> [Camille \\[D\\]](${path})\u00a0:\n>\n> Un *mot*\n>\n> - b\n\n`);
    expect(start).toBe(text.length);
    expect(parseMarkdown(text)).toMatchObject([
      { type: 'paragraph' },
      { type: 'quote', source: path, children: [{}, {}, { type: 'list' }] },
    ]);
  });
});
