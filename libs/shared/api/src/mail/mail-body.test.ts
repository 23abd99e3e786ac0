import { describe, expect, test } from '@jest/globals';
import { code, heading, link, list, paragraph, type MailBody } from './mail-body';
import { mailHtml } from './mail-html';
import { mailText } from './mail-text';

const URL = 'https://preau.test/a?b=1&c="2"';
const body: MailBody = {
  blocks: [
    paragraph('Bonjour,\nune nouvelle\u00a0:'),
    heading('La concertation'),
    link('Ouvrir la page', URL),
    code('123456'),
    list([{ text: 'Un point' }, { text: 'Un autre', url: 'https://preau.test/point' }]),
  ],
  footer: [paragraph('Vous suivez cette concertation.'), link('Ne plus recevoir', 'https://preau.test/stop')],
};

/** What somebody reads of a page, word by word. */
const words = (html: string) =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;:', ' ')
    .replaceAll('&amp;', '&')
    .split(/\s+/)
    .filter((word) => word && word !== ':');

test('the text says everything, in the order of the source', () => {
  expect(mailText(body)).toBe(`Bonjour,
une nouvelle\u00a0:

La concertation
---------------

Ouvrir la page\u00a0:
${URL}

123456

* Un point
* Un autre
  https://preau.test/point

Préau

-- 
Vous suivez cette concertation.

Ne plus recevoir\u00a0:
https://preau.test/stop
`);
});

test('the HTML says the same words', () => {
  const marks = new Set(['*', '--', ':', '---------------', 'https://preau.test/point']);
  const said = mailText(body)
    .split(/\s+/)
    .filter((word) => word && !marks.has(word));
  expect(words(mailHtml('Objet', body))).toEqual(said);
});

test('the HTML is French, bends to the screen and to the dark, and fetches nothing', () => {
  const html = mailHtml('Objet', body);
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('prefers-color-scheme: dark');
  expect(html).not.toMatch(/<(img|script|link|iframe|object|form|video|audio)\b|url\(|@import|\bsrc=/i);
});

describe('what people wrote', () => {
  const hostile = '<script>alert(1)</script> "&\' <img src=x>';
  test.each([
    ['a paragraph', paragraph(hostile)],
    ['a heading', heading(hostile)],
    ['a label', link(hostile, 'https://preau.test')],
    ['a code', code(hostile)],
    ['an item', list([{ text: hostile }])],
  ])('is only text in %s', (_, block) => {
    const html = mailHtml(hostile, { blocks: [block], footer: [block] });
    expect(html).not.toMatch(/<script|<img/);
    expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt; &quot;&amp;&#39;/g)).toHaveLength(3);
  });

  test('stays inside the attribute of a link', () => {
    const html = mailHtml('', { blocks: [link('x', 'https://preau.test/"><script>')] });
    expect(html).toContain('href="https://preau.test/&quot;&gt;&lt;script&gt;"');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', ' https://preau.test', '//preau.test'])(
    'makes no link of %s',
    (url) => {
      expect(() => mailHtml('', { blocks: [link('x', url)] })).toThrow('web addresses only');
      expect(() => mailHtml('', { blocks: [list([{ text: 'x', url }])] })).toThrow('web addresses only');
    },
  );
});
