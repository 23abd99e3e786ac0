import { describe, expect, test } from '@jest/globals';
import { citationRefusal, citedIn, withNumbers } from './citation.rules';

const topic = '0197a000-0000-7000-8000-000000000001';
const [a, b, elsewhere] = [
  '0197a000-0000-7000-8000-00000000000a',
  '0197a000-0000-7000-8000-00000000000b',
  '0197a000-0000-7000-8000-0000000000ff',
] as const;
const path = (post: string, of = topic) => `/concertations/edition-2026/debats/${of}/messages/${post}`;
const whole = (post: string) => `https://preau.example.fr${path(post)}`;

describe('the messages a text cites', () => {
  test('are those whose address it gives, however it does, each once and in order', () => {
    const text = `Du temps (${whole(b)}), comme le [dit un parent](${path(a)}). Et encore ${path(b).toUpperCase().replace('/CONCERTATIONS/EDITION-2026/DEBATS', '/concertations/edition-2026/debats').replace('/MESSAGES/', '/messages/')}.`;
    expect(citedIn(text)).toEqual([
      { topicId: topic, postId: b },
      { topicId: topic, postId: a },
    ]);
  });

  test.each([
    '',
    `/concertations/edition/debats/${topic}`,
    `/debats/${topic}/messages/${a}`,
    `/concertations/edition/debats/${topic}/messages/12`,
    a,
  ])('are not anything else: %s', (text) => {
    expect(citedIn(text)).toEqual([]);
  });

  test('are numbered notes where they stood; what a link is called stays', () => {
    expect(
      withNumbers(`Du temps ${whole(b)}, [du **calme**](${path(a)}) et <${whole(b)}>.`, '/d/1#citation'),
    ).toBe(
      'Du temps [\\[1\\]](/d/1#citation-1), du **calme** [\\[2\\]](/d/1#citation-2) et [\\[1\\]](/d/1#citation-1).',
    );
    expect(withNumbers('Rien [à citer](/aide).', '/d/1#citation')).toBe('Rien [à citer](/aide).');
  });
});

describe('a message', () => {
  const cited = { topicId: topic, postId: a };
  const found = (status: 'PUBLISHED' | 'HELD' | 'HIDDEN' | 'DELETED', topicId = topic) => ({
    topicId,
    status,
  });

  test('is cited where it is published in that very topic', () => {
    expect(citationRefusal(cited, topic, found('PUBLISHED'), false)).toBeNull();
    expect(citationRefusal(cited, elsewhere, found('PUBLISHED'), false)).toBe('CITED_ELSEWHERE');
    // Its address may lie.
    expect(citationRefusal(cited, topic, found('PUBLISHED', elsewhere), false)).toBe('CITED_ELSEWHERE');
    for (const status of ['HELD', 'HIDDEN', 'DELETED'] as const)
      expect(citationRefusal(cited, topic, found(status), false)).toBe('CITED_UNKNOWN');
    expect(citationRefusal(cited, topic, null, true)).toBe('CITED_UNKNOWN');
  });

  test('that is cited already may have been hidden or deleted since', () => {
    for (const status of ['HIDDEN', 'DELETED'] as const)
      expect(citationRefusal(cited, topic, found(status), true)).toBeNull();
    expect(citationRefusal(cited, topic, found('HELD'), true)).toBe('CITED_UNKNOWN');
  });
});
