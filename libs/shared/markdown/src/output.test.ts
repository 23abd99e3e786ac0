import { describe, expect, test } from '@jest/globals';
import {
  excerpt,
  imagesIn,
  lacksAlternative,
  markdownToHtml,
  markdownToText,
  mentionsIn,
  parseMarkdown,
} from './index';

const ACCOUNT = '00000000-0000-4000-8000-000000000002';
const IMAGE = '00000000-0000-4000-8000-000000000001';
const SITE = 'https://preau.test';

const html = (markdown: string, options = {}) =>
  markdownToHtml(parseMarkdown(markdown), { siteUrl: SITE, ...options });
const text = (markdown: string, options = {}) => markdownToText(parseMarkdown(markdown), options);

describe('HTML for mails and feeds', () => {
  test('escapes every text and attribute', () => {
    expect(html(`<b> & "c" 'd' \`<e>\``)).toBe(
      '<p>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; <code>&lt;e&gt;</code></p>',
    );
    expect(html('[a](<https://b.fr/"c>)')).toBe(
      '<p><a href="https://b.fr/&quot;c" rel="nofollow ugc noopener">a</a></p>',
    );
  });

  test('gives whole links, ours without a warning to robots', () => {
    expect(html('[a](/b?c=d&e=f)')).toBe(`<p><a href="${SITE}/b?c=d&amp;e=f">a</a></p>`);
    expect(html('[a](https://preau.test.evil.example/)')).toContain('rel="nofollow ugc noopener"');
  });

  test('writes each part', () => {
    expect(html('# a\n## b\n### c', { headingLevel: 5 })).toBe('<h5>a</h5>\n<h6>b</h6>\n<h6>c</h6>');
    expect(html('2. *a*\n3. **b**')).toBe(
      '<ol start="2"><li><em>a</em></li><li><strong>b</strong></li></ol>',
    );
    expect(html('- a\n\n- b')).toBe('<ul><li><p>a</p></li><li><p>b</p></li></ul>');
    expect(html('> a\n> b\n\n***\n\n```\nc\n```')).toBe(
      '<blockquote><p>a<br>b</p></blockquote>\n<hr>\n<pre><code>c</code></pre>',
    );
  });

  test('shows images by the path it is given, else their alternative text', () => {
    const markdown = `![Un "plan"](image:${IMAGE})`;
    expect(html(markdown)).toBe('<p>Un &quot;plan&quot;</p>');
    expect(html(markdown, { imagePath: (id: string) => `/images/${id}` })).toBe(
      `<p><img src="${SITE}/images/${IMAGE}" alt="Un &quot;plan&quot;"></p>`,
    );
    expect(html('![](/fichiers/a.png)')).toContain('alt="Image sans texte de remplacement"');
  });

  test('names who is called as they are called today', () => {
    const markdown = `@[Ministre](compte:${ACCOUNT})`;
    expect(html(markdown)).toBe('<p><strong>@Ministre</strong></p>');
    expect(html(markdown, { mentionName: () => 'Camille <D>' })).toBe(
      '<p><strong>@Camille &lt;D&gt;</strong></p>',
    );
  });
});

describe('plain text', () => {
  test('keeps words, items and line ends', () => {
    expect(text('# Titre\n\nUn **mot**\nici.\n\n2. a\n3. b\n   - c\n\n---\n\n> d\n>\n> e')).toBe(
      'Titre\n\nUn mot\nici.\n\n2. a\n3. b\n   - c\n\n> d\n>\n> e',
    );
  });

  test('leaves quotes out when asked, and writes addresses when it may be read elsewhere', () => {
    expect(text('> a\n\nb', { withoutQuotes: true })).toBe('b');
    expect(text('[a](/b) https://c.fr <d@e.fr>', { siteUrl: SITE })).toBe(
      `a (${SITE}/b) https://c.fr d@e.fr`,
    );
    expect(text('[a](/b)')).toBe('a');
  });
});

describe('excerpt', () => {
  test('cuts after a word, on one line', () => {
    expect(excerpt('Un mot,\n\ndeux mots, trois', 13)).toBe('Un mot, deux…');
    expect(excerpt('Un mot, deux mots', 9)).toBe('Un mot…');
    expect(excerpt('Court.', 10)).toBe('Court.');
    expect([...excerpt('Anticonstitutionnellement', 10)]).toHaveLength(10);
    expect([...excerpt('😀'.repeat(20), 5)]).toHaveLength(5);
  });
});

describe('what a message names', () => {
  test('accounts, not those that a quote calls', () => {
    const markdown = `**@[A](compte:${ACCOUNT})** @[A](compte:${ACCOUNT})\n\n> @[B](compte:${IMAGE})`;
    expect(mentionsIn(parseMarkdown(markdown))).toEqual([ACCOUNT]);
  });

  test('images, and whether one lacks its alternative text', () => {
    const blocks = parseMarkdown(`- ![a](image:${IMAGE})\n\n> ![](/fichiers/b.png)`);
    expect(imagesIn(blocks)).toEqual([IMAGE]);
    expect(lacksAlternative(blocks)).toBe(true);
    expect(lacksAlternative(parseMarkdown(`![a](image:${IMAGE})`))).toBe(false);
  });
});
