import { expect, test } from '@jest/globals';
import { withPost } from './with-post';

const viewerCan = { reply: true, edit: true };
const old = {
  id: 'p',
  body: 'avant',
  supports: 1,
  viewerCan,
  branch: { edges: [{ node: { id: 'q', viewerCan } }] },
};
const data = { pages: [{ edges: [{ node: old }, { node: { id: 'r', viewerCan } }] }] };

test('a message changes wherever it stands and keeps what hangs under it; all else stays the same', () => {
  const after = withPost(data, { id: 'p', body: 'après', supports: 2 } as never) as typeof data;
  expect(after.pages[0]?.edges[0]?.node).toEqual({ ...old, body: 'après', supports: 2 });
  expect(after.pages[0]?.edges[1]).toBe(data.pages[0]?.edges[1]);
});

test('a topic takes what it has of its opening message, and keeps its own rights', () => {
  const topic = { id: 'p', title: 'Un titre', supports: 1, viewerCan: { reply: true, manage: false } };
  const changed = { id: 'p', body: 'x', supports: 2, viewerCan: { reply: false } };
  expect(withPost(topic, changed)).toEqual({
    ...topic,
    supports: 2,
    viewerCan: { reply: false, manage: false },
  });
});

test('data without it is the very same', () => {
  expect(withPost(data, { id: 'elsewhere' })).toBe(data);
  expect(withPost(null, { id: 'p' })).toBeNull();
});
