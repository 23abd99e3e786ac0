import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdownToHtml, markdownToText, parseMarkdown, type Block, type Inline } from './index';
import { constructsRefused, MAX_DEPTH } from './limits';

const LENGTH = 20_000;
const filled = (part: string) => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);

/** What made other parsers, or this one, take the square of the length; each was seen to. */
const HOSTILE: Readonly<Record<string, string>> = {
  'emphasis that never closes': filled('*a'),
  'strong and emphasis': filled('*a_ '),
  'emphasis within emphasis': '*a '.repeat(4000) + 'a* '.repeat(2600),
  'brackets that never close': filled('['),
  'images within images': `${'!['.repeat(4000)}a${'](x)'.repeat(3000)}`,
  'links that never end': filled('[a](<b'),
  'brackets and spaces': filled('[ (]('),
  'code that never closes': filled('\\``').slice(0, -1),
  'code within escapes': filled('`\\``'),
  'quotes within quotes': filled('>'),
  'lists within lists': filled('1. '),
  'lists within quotes': filled('> - '),
  'items of one line': `${filled('- - - ')}a`,
  'indented lists': Array.from({ length: 140 }, (_, depth) => `${'  '.repeat(depth)}* a`).join('\n'),
  'headings under lines': filled('a\n=\n'),
  'short quotes': filled('\n\n> :'),
  'short items': filled('- > \n'),
  'empty lines': filled('\n'),
  'lines of spaces': filled('  \n'),
  references: filled('[a]: b\n'),
  'signs of HTML': filled('<a:'),
  'character references': filled('&#x'),
};

function depthOf(block: Block): number {
  const inner = (blocks: readonly Block[]) => 1 + Math.max(0, ...blocks.map(depthOf));
  if (block.type === 'quote') return inner(block.children);
  return block.type === 'list' ? Math.max(...block.items.map(inner)) : 0;
}

describe('a hostile text of 20,000 characters', () => {
  test.each(Object.entries(HOSTILE))('is read: %s', (_name, text) => {
    const blocks = parseMarkdown(text);
    expect(Math.max(0, ...blocks.map(depthOf))).toBeLessThanOrEqual(MAX_DEPTH);
    expect(markdownToHtml(blocks, { siteUrl: '' }).length).toBeLessThan(30 * LENGTH);
  });

  test('loses only the construct it abuses', () => {
    expect(constructsRefused(filled('*a'))).toEqual(['attention']);
    expect(parseMarkdown(`## Titre\n\n${filled('*a')}`)).toMatchObject([
      { type: 'heading' },
      { type: 'paragraph', children: [{ type: 'text' }] },
    ]);
    expect(constructsRefused(filled('> '))).toContain('blockQuote');
    expect(constructsRefused(filled('['))).toContain('labelEnd');
    expect(constructsRefused(filled('`a'))).toEqual(['codeText']);
  });

  test('deeper than sixteen, only the words are kept', () => {
    const nested = Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- mot${String(depth)}`);
    const blocks = parseMarkdown(nested.join('\n'));
    expect(depthOf(blocks[0]!)).toBe(MAX_DEPTH);
    expect(markdownToText(blocks)).toContain('mot39');
    const quotes = parseMarkdown(`${'> '.repeat(40)}un mot`);
    expect(quotes.map(depthOf)).toEqual([0]);
  });
});

describe('an ordinary long text', () => {
  test('is read whole', () => {
    const part =
      '## Titre\n\nUne phrase comme on en écrit beaucoup, sans aucun signe. Un *mot*, **deux** et un [lien](https://a.fr), `code`.\n\n> Une citation, souvent plus longue que ce qu’on en dit.\n\n- un\n- deux\n\n---\n\n';
    expect(constructsRefused(filled(part))).toEqual([]);
  });

  test('a rule of many signs is a rule', () => {
    expect(parseMarkdown('- '.repeat(40))).toEqual([{ type: 'rule' }]);
    expect(parseMarkdown('* '.repeat(40))).toEqual([{ type: 'rule' }]);
  });

  test('beyond any message, it is shown as it was typed', () => {
    expect(parseMarkdown(`**a**\n\n${'b'.repeat(50_000)}`)).toMatchObject([
      { type: 'paragraph', children: [{ type: 'text', text: '**a**' }] },
      { type: 'paragraph' },
    ]);
  });
});

const BLOCK_TYPES = ['paragraph', 'heading', 'codeBlock', 'list', 'quote', 'rule'];
const INLINE_TYPES = ['text', 'emphasis', 'strong', 'code', 'break', 'link', 'image', 'mention'];

function assertInlines(inlines: readonly Inline[]) {
  for (const inline of inlines) {
    expect(INLINE_TYPES).toContain(inline.type);
    if ('children' in inline) assertInlines(inline.children);
    if (inline.type === 'link') expect(inline.url).toMatch(/^(?:https?:\/\/|mailto:|\/(?!\/))/i);
  }
}

function assertBlocks(blocks: readonly Block[]) {
  for (const block of blocks) {
    expect(BLOCK_TYPES).toContain(block.type);
    if (block.type === 'quote') assertBlocks(block.children);
    else if (block.type === 'list') block.items.forEach(assertBlocks);
    else if ('children' in block) assertInlines(block.children);
  }
}

const SIGNS = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~~',
    '[',
    ']',
    '(',
    ')',
    '](',
    '![',
    '<',
    '>',
    '> ',
    '- ',
    '1. ',
    '#',
    '# ',
  ],
  ...[
    '\n',
    '\n\n',
    '    ',
    '\t',
    '---',
    '===',
    '\\',
    '&',
    '&#x202e;',
    '&lt;',
    '"',
    "'",
    ':',
    '[a]: ',
    '@',
    '/',
  ],
  ...['javascript:', 'https://a.fr', '//', 'compte:', 'image:', 'é', ' mot ', '\u202e', '\0', '\ud800', '😀'],
];

describe('any text', () => {
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'binary', maxLength: 5 })), {
      maxLength: 120,
    })
    .map((parts) => parts.join(''));

  test('is read without a fault into the known parts, and written in every form', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const blocks = parseMarkdown(text);
        assertBlocks(blocks);
        const html = markdownToHtml(blocks, { siteUrl: 'https://preau.test' });
        expect(
          html.replace(/<\/?(?:p|h[3-5]|pre|code|ul|ol|li|blockquote|em|strong|a)>|<[bh]r>/g, ''),
        ).not.toMatch(
          /<(?!a href="(?:https?:|mailto:)[^"]*"(?: rel="nofollow ugc noopener")?>|ol start="\d+">)/,
        );
        expect(markdownToText(blocks)).not.toMatch(/\u202e/);
      }),
      { numRuns: 400 },
    );
  });
});
