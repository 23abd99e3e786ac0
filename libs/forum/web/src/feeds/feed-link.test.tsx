import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { FeedLink } from './feed-link';

afterEach(cleanup);

const named = () =>
  [...document.head.querySelectorAll('link[rel="alternate"]')].map((link) => [
    link.getAttribute('type'),
    link.getAttribute('href'),
  ]);

test('a feed is named in the head in place of the one the page was served with, follows what is shown, and goes with it', () => {
  document.head.innerHTML =
    '<link rel="alternate" type="application/atom+xml" href="/feeds/e/topics/a.atom" data-served-feed>';
  const { rerender, unmount } = render(<FeedLink href="/feeds/e/topics/a.atom" title="Le sujet a" />);
  expect(named()).toEqual([['application/atom+xml', '/feeds/e/topics/a.atom']]);
  rerender(<FeedLink href="/feeds/e/topics/b.atom" title="Le sujet b" />);
  expect(named()).toEqual([['application/atom+xml', '/feeds/e/topics/b.atom']]);
  expect(screen.getByRole('link', { name: 'Flux Atom (Le sujet b)' }).getAttribute('href')).toBe(
    '/feeds/e/topics/b.atom',
  );
  unmount();
  expect(named()).toEqual([]);
});
