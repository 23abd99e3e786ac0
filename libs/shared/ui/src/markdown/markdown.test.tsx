import { afterEach, describe, expect, test } from '@jest/globals';
import { markdownToHtml, parseMarkdown } from '@preau/markdown';
import { dangersIn, XSS_PAYLOADS } from '@preau/markdown/testing';
import { cleanup, render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { MemoryRouter } from 'react-router';
import { Markdown, MarkdownBlocks } from './markdown';

afterEach(cleanup);

const IMAGE = '00000000-0000-4000-8000-000000000001';
const ACCOUNT = '00000000-0000-4000-8000-000000000002';
const SITE = 'https://preau.test';

function show(text: string, props: Partial<ComponentProps<typeof MarkdownBlocks>> = {}) {
  const { container } = render(
    <MemoryRouter>
      <MarkdownBlocks blocks={parseMarkdown(text)} {...props} />
    </MemoryRouter>,
  );
  return container;
}

describe('attacks', () => {
  test('are many', () => expect(XSS_PAYLOADS.length).toBeGreaterThanOrEqual(80));

  test.each(XSS_PAYLOADS)('bring nothing to a page: $name', ({ text }) => {
    const page = show(text, { imageOf: (id) => ({ path: `/images/${id}` }) });
    expect(dangersIn(page.querySelectorAll('.preau-markdown *'))).toEqual([]);
  });

  test.each(XSS_PAYLOADS)('bring nothing to a mail or a feed: $name', ({ text }) => {
    const html = markdownToHtml(parseMarkdown(text), {
      siteUrl: SITE,
      imagePath: (id) => `/images/${id}`,
    });
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    expect(dangersIn(parsed.querySelectorAll('head *, body *'), SITE)).toEqual([]);
  });

  test('what is dangerous is seen to be', () => {
    const parse = (html: string) =>
      new DOMParser().parseFromString(html, 'text/html').querySelectorAll('body *');
    expect(dangersIn(parse('<img src=x onerror=alert(1)>'))).toHaveLength(2);
    expect(dangersIn(parse('<a href="javascript:alert(1)">a</a>'))).toHaveLength(1);
    expect(dangersIn(parse('<a href="//evil.example">a</a><script></script>'))).toHaveLength(2);
    expect(dangersIn(parse('<a href="/a">a</a>'))).toEqual([]);
  });
});

describe('a message on the screen', () => {
  test('is made of elements, its headings under those of the page', () => {
    const page = show('## Titre\n\nUn **mot** *deux*\n\n3. a\n4. b\n\n> c\n\n---\n\n```js\nd\n```', {
      headingLevel: 4,
    });
    expect(screen.getByRole('heading', { level: 4, name: 'Titre' })).toBeTruthy();
    expect(page.querySelector('ol')?.start).toBe(3);
    expect(page.querySelector('.preau-markdown')?.innerHTML).toContain(
      '<p>Un <strong>mot</strong> <em>deux</em></p>',
    );
    expect(page.querySelector('blockquote > p')?.textContent).toBe('c');
    expect(page.querySelector('hr + pre > code')?.textContent).toBe('d');
  });

  test('never goes below the sixth level', () => {
    show('# a\n## b\n### c', { headingLevel: 5 });
    expect(screen.getAllByRole('heading', { level: 6 })).toHaveLength(2);
  });

  test('says where links to elsewhere lead, and that they open a window', () => {
    show('[le rapport](https://exemple.fr/a) https://autre.fr/b [écrire](mailto:a@b.fr)');
    const report = screen.getByRole('link', { name: 'le rapport' });
    expect(report.title).toBe('le rapport (exemple.fr) - nouvelle fenêtre');
    expect([report.getAttribute('target'), report.getAttribute('rel')]).toEqual([
      '_blank',
      'nofollow ugc noopener external',
    ]);
    expect(screen.getByRole('link', { name: 'https://autre.fr/b' }).title).toBe(
      'https://autre.fr/b - nouvelle fenêtre',
    );
    expect(screen.getByRole('link', { name: 'écrire' }).hasAttribute('target')).toBe(false);
  });

  test('opens the pages of this site in place, even when their whole address is written', () => {
    show(`[a](/forum?page=2) [b](${window.location.origin}/aide) [c](/fichiers/c.pdf)`);
    for (const link of screen.getAllByRole('link')) expect(link.hasAttribute('target')).toBe(false);
    expect(screen.getByRole('link', { name: 'b' }).getAttribute('href')).toBe('/aide');
  });

  test('shows images of this site alone, with their alternative text', () => {
    const text = `![Un plan](image:${IMAGE}) ![](/fichiers/b.png)`;
    show(text, { imageOf: () => ({ path: '/images/a.webp', width: 400, height: 300 }) });
    const image = screen.getByRole('img', { name: 'Un plan' });
    expect(image.getAttribute('src')).toBe('/images/a.webp');
    expect([image.getAttribute('width'), image.getAttribute('loading')]).toEqual(['400', 'lazy']);
    expect(screen.getByRole('img', { name: 'Image sans texte de remplacement' })).toBeTruthy();
    cleanup();
    for (const imageOf of [() => null, () => ({ path: 'https://evil.example/a.png' })]) {
      show(`![Un plan](image:${IMAGE})`, { imageOf });
      expect(screen.queryByRole('img')).toBeNull();
      expect(screen.getByText(/^\[Image non disponible.*Un plan\]$/)).toBeTruthy();
      cleanup();
    }
  });

  test('calls people by their name of today', () => {
    const text = `@[Ministre](compte:${ACCOUNT})`;
    show(text, { mentionOf: (id) => (id === ACCOUNT ? { name: 'Camille', to: '/profils/1' } : null) });
    expect(screen.getByRole('link', { name: '@Camille' }).getAttribute('href')).toBe('/profils/1');
    cleanup();
    show(text);
    expect(screen.getByText('@Ministre')).toBeTruthy();
  });

  test('says its language, and the message that it quotes', () => {
    const path = `/forum/messages/${IMAGE}`;
    const page = show(`> [A](${path}) :\n>\n> b`, { lang: 'en' });
    expect(page.querySelector('[lang="en"] blockquote')?.getAttribute('cite')).toBe(path);
  });
});

describe('a text that is not read yet', () => {
  test('is shown once the parser has come, and again when it changes', async () => {
    const view = render(<Markdown source="**a**" />);
    expect((await screen.findByText('a')).tagName).toBe('STRONG');
    view.rerender(<Markdown source="*b*" />);
    expect(screen.getByText('b').tagName).toBe('EM');
  });
});
