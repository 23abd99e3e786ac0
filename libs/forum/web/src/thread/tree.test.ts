import { expect, test } from '@jest/globals';
import type { ShownPost } from '../message/post-fields';
import { shownAt, treeUnder, type Branch } from './tree';

const post = (id: string, parentId: string | null, minute = 0) =>
  ({ id, parentId, createdAt: `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z` }) as ShownPost;
const said = ({ post: { id }, replies }: Branch): string =>
  replies.length > 0 ? `${id}(${replies.map(said).join(' ')})` : id;

test('replies stand under what they answer, the oldest first, whatever their order and however often they came', () => {
  const posts = [
    post('d', 'b', 4),
    post('b', 'a', 1),
    post('c', 'a', 2),
    post('e', 'd', 5),
    post('b', 'a', 1),
  ];
  expect(said(treeUnder(post('a', null), posts))).toBe('a(b(d(e)) c)');
});

test('what came later replaces what was there', () => {
  const tree = treeUnder(post('a', null), [post('b', 'a'), { ...post('b', 'a'), supports: 3 } as ShownPost]);
  expect(tree.replies[0]?.post.supports).toBe(3);
});

test('a reply whose parent is not loaded waits for it', () => {
  expect(said(treeUnder(post('a', null), [post('x', 'unknown')]))).toBe('a');
});

test('fifty levels are four, the rest following in its order', () => {
  const chain = Array.from({ length: 50 }, (_, at) => post(`p${at + 1}`, `p${at}`, at));
  const tree = treeUnder(post('p0', null), chain);
  expect(shownAt(3, tree.replies).map(({ post: { id } }) => id)).toEqual(['p1']);
  const flat = shownAt(4, tree.replies);
  expect(flat.map(({ post: { id } }) => id)).toEqual(chain.map(({ id }) => id));
  expect(flat[10]?.answers?.id).toBe('p10');
});
