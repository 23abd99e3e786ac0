import { describe, expect, test } from '@jest/globals';
import { isMessagePath, parseMarkdown, plainText, safeLink, type Block, type Inline } from './index';

const ACCOUNT = '00000000-0000-4000-8000-000000000002';
const IMAGE = '00000000-0000-4000-8000-000000000001';

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const link = (url: string, words = url): Inline => ({ type: 'link', url, children: [text(words)] });

/** The contents of a text of one paragraph. */
function sentence(markdown: string): readonly Inline[] {
  const [block, ...others] = parseMarkdown(markdown);
  if (block?.type !== 'paragraph' || others.length > 0) throw new Error('Not one paragraph.');
  return block.children;
}

describe('the parts of a message', () => {
  test('paragraphs, in which a line end is a line end', () => {
    expect(parseMarkdown('Bonjour,\nun mot.\r\n\r\nUn autre.')).toEqual([
      paragraph(text('Bonjour,'), { type: 'break' }, text('un mot.')),
      paragraph(text('Un autre.')),
    ]);
  });

  test('headings, of three levels at most, never empty', () => {
    expect(parseMarkdown('# Un\n## Deux\n###### Six\n#\n\nTitre\n=====')).toEqual([
      { type: 'heading', level: 1, children: [text('Un')] },
      { type: 'heading', level: 2, children: [text('Deux')] },
      { type: 'heading', level: 3, children: [text('Six')] },
      { type: 'heading', level: 1, children: [text('Titre')] },
    ]);
  });

  test('headings never skip a level', () => {
    const levels = (markdown: string) =>
      parseMarkdown(markdown).map((block) => (block.type === 'heading' ? block.level : 0));
    expect(levels('### a\n### b\n# c\n#### d\n## e')).toEqual([1, 1, 1, 2, 2]);
  });

  test('lists within lists, with their first number', () => {
    expect(parseMarkdown('3. trois\n4. quatre\n   - dedans')).toEqual([
      {
        type: 'list',
        ordered: true,
        start: 3,
        tight: true,
        items: [
          [paragraph(text('trois'))],
          [
            paragraph(text('quatre')),
            {
              type: 'list',
              ordered: false,
              start: 1,
              tight: true,
              items: [[paragraph(text('dedans'))]],
            },
          ],
        ],
      },
    ]);
    expect(parseMarkdown('- un\n\n- deux')).toMatchObject([{ type: 'list', tight: false }]);
  });

  test('code, with its language when it is a word', () => {
    expect(parseMarkdown('```js\nlet a = "<b>";\n```')).toEqual([
      { type: 'codeBlock', language: 'js', text: 'let a = "<b>";' },
    ]);
    expect(parseMarkdown('```js"onload=\nx\n```')).toEqual([
      { type: 'codeBlock', language: null, text: 'x' },
    ]);
  });

  test('rules, and quotes', () => {
    expect(parseMarkdown('> Un mot.\n\n---')).toEqual([
      { type: 'quote', source: null, children: [paragraph(text('Un mot.'))] },
      { type: 'rule' },
    ]);
  });

  test('a quote that begins with a link to a message says which', () => {
    const path = `/concertations/2026/forum/messages/${IMAGE}`;
    expect(parseMarkdown(`> [Camille](${path})\u00a0:\n>\n> Un mot.`)).toMatchObject([
      { type: 'quote', source: path },
    ]);
    expect(parseMarkdown(`> [Camille](https://evil.example${path})`)).toMatchObject([{ source: null }]);
    expect(isMessagePath('/messages/12')).toBe(false);
  });
});

describe('the signs of a sentence', () => {
  test('emphasis, code, hard line ends', () => {
    expect(sentence('*a* **b** `c`\\\nd')).toEqual([
      { type: 'emphasis', children: [text('a')] },
      text(' '),
      { type: 'strong', children: [text('b')] },
      text(' '),
      { type: 'code', text: 'c' },
      { type: 'break' },
      text('d'),
    ]);
  });

  test('HTML is only text', () => {
    expect(sentence('a <b>c</b> &lt;i&gt; &eacute;')).toEqual([text('a <b>c</b> <i> é')]);
    expect(parseMarkdown('<div>\n\n**a**')).toEqual([
      paragraph(text('<div>')),
      paragraph({ type: 'strong', children: [text('a')] }),
    ]);
  });

  test('a mention calls an account, by whatever name was typed', () => {
    expect(sentence(`Bonjour @[Camille *D.*](compte:${ACCOUNT.toUpperCase()}), merci`)).toEqual([
      text('Bonjour '),
      { type: 'mention', accountId: ACCOUNT, name: 'Camille D.' },
      text(', merci'),
    ]);
  });

  test.each(['[Camille](compte:00000000-0000-4000-8000-000000000002)', '@[Camille](compte:12)'])(
    '%s is no mention, and no link',
    (markdown) => {
      expect(plainText(sentence(markdown))).toMatch(/^@?Camille$/);
      expect(sentence(markdown).every(({ type }) => type === 'text')).toBe(true);
    },
  );
});

describe('links', () => {
  test.each([
    'https://exemple.fr',
    'http://exemple.fr:8080/a?b=c&d=é#e',
    'https://été.fr/',
    'mailto:a.b@exemple.fr',
    '/concertations/2026',
    '/recherche?q=a//b',
  ])('lead to %s', (url) => {
    expect(safeLink(url)).toBe(url);
    expect(sentence(`[là](${url})`)).toEqual([link(url, 'là')]);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '/a/..//evil.example',
    '/%2e%2e/a',
    'https://a@evil.example',
    'https://',
    'https:/evil.example',
    'mailto:a@b.fr?bcc=c@d.fr',
    'ftp://exemple.fr',
    'page',
    '#ancre',
    `https://a.example/${'a'.repeat(2000)}`,
  ])('never to %s', (url) => {
    expect(safeLink(url)).toBeNull();
    expect(sentence(`[là](<${url}>)`)).toEqual([text('là')]);
  });

  test('hold no character that nobody sees', () => {
    expect(safeLink('https://a.example/\u202egpj.exe')).toBeNull();
    expect(sentence('[là](https://a.example/&#x202e;)')).toEqual([text('là')]);
  });

  test('addresses written in a sentence are links, without the signs that end it', () => {
    expect(sentence('Voir (https://a.fr/b_(c)), https://d.fr/?e=f. Et « https://g.fr ».')).toEqual([
      text('Voir ('),
      link('https://a.fr/b_(c)'),
      text('), '),
      link('https://d.fr/?e=f'),
      text('. Et « '),
      link('https://g.fr'),
      text(' ».'),
    ]);
    expect(sentence('`https://a.fr` xhttps://a.fr')).toEqual([
      { type: 'code', text: 'https://a.fr' },
      text(' xhttps://a.fr'),
    ]);
    expect(sentence('<https://a.fr> <a@b.fr>')).toEqual([
      link('https://a.fr'),
      text(' '),
      link('mailto:a@b.fr', 'a@b.fr'),
    ]);
  });

  test('a link never holds another', () => {
    expect(sentence('[voir https://b.fr](https://a.fr)')).toEqual([
      link('https://a.fr', 'voir https://b.fr'),
    ]);
    expect(sentence('[![x](https://b.fr/x.png)](https://a.fr)')).toEqual([link('https://a.fr', 'x')]);
  });

  test('words that name another site give way to the address', () => {
    expect(sentence('[https://www.education.gouv.fr/x](https://evil.example/y)')).toEqual([
      link('https://evil.example/y'),
    ]);
    expect(sentence('[www.a.fr](https://a.fr/b)')).toEqual([link('https://a.fr/b', 'www.a.fr')]);
    expect(sentence('[](https://a.fr)')).toEqual([link('https://a.fr')]);
  });

  test('references are followed, until they have given too much', () => {
    expect(sentence('[là][x]\n\n[x]: https://a.fr')).toEqual([link('https://a.fr', 'là')]);
    const long = `https://a.fr/${'a'.repeat(1500)}`;
    const links = sentence(`${'[x] '.repeat(100)}\n\n[x]: ${long}`).filter(({ type }) => type === 'link');
    expect(links).toHaveLength(13);
  });
});

describe('images', () => {
  test('of ours are shown', () => {
    expect(sentence(`![Un  plan](image:${IMAGE})`)).toEqual([
      { type: 'image', source: { kind: 'id', id: IMAGE }, alt: 'Un plan' },
    ]);
    expect(sentence('![Un plan](/fichiers/plan.png)')).toEqual([
      { type: 'image', source: { kind: 'path', path: '/fichiers/plan.png' }, alt: 'Un plan' },
    ]);
  });

  test('of elsewhere are links, or words', () => {
    expect(sentence('![Un plan](https://a.fr/b.png)')).toEqual([link('https://a.fr/b.png', 'Un plan')]);
    expect(sentence('![](https://a.fr/b.png)')).toEqual([link('https://a.fr/b.png')]);
    expect(sentence('![Un plan](data:image/png;base64,AA==)')).toEqual([text('Un plan')]);
    expect(sentence('![Un plan](/fichiers/../graphql)')).toEqual([text('Un plan')]);
  });
});

describe('characters nobody sees', () => {
  test('are taken out, even written as references; joiners stay', () => {
    expect(sentence('a\u202eb&#x202e;c\u200bd 👩\u200d🏫')).toEqual([text('abcd 👩\u200d🏫')]);
    expect(sentence('`a\u202eb`')).toEqual([{ type: 'code', text: 'ab' }]);
  });

  test('marks do not pile up on a letter', () => {
    const [zalgo] = sentence(`Z${'\u0301'.repeat(50)}`);
    expect(zalgo).toEqual(text(`Z${'\u0301'.repeat(4)}`));
  });
});
