import { describe, expect, test } from '@jest/globals';
import { IMAGES_A_DAY, IMAGES_BYTES_MAX, imageWidths, keptSize, quotaRefusal } from './image';

describe('the sizes of an image', () => {
  test.each([
    ['a photograph', { width: 6_000, height: 4_000 }, { width: 1_600, height: 1_067 }, [320, 800, 1_600]],
    [
      'as wide as the widest',
      { width: 1_600, height: 900 },
      { width: 1_600, height: 900 },
      [320, 800, 1_600],
    ],
    ['a small one', { width: 500, height: 300 }, { width: 500, height: 300 }, [320, 500]],
    ['a pictogram', { width: 64, height: 64 }, { width: 64, height: 64 }, [64]],
    ['a ribbon', { width: 1, height: 20_000 }, { width: 1, height: 4_800 }, [1]],
    ['a tall page', { width: 1_200, height: 9_600 }, { width: 600, height: 4_800 }, [320, 600]],
  ])('of %s', (_, size, kept, widths) => {
    expect(keptSize(size)).toEqual(kept);
    expect(imageWidths(kept.width)).toEqual(widths);
  });
});

test('thirty a day, and so much altogether', () => {
  expect(quotaRefusal({ ofToday: IMAGES_A_DAY - 1, bytes: IMAGES_BYTES_MAX - 1 })).toBeNull();
  expect(quotaRefusal({ ofToday: IMAGES_A_DAY, bytes: 0 })).toBe('TOO_MANY');
  expect(quotaRefusal({ ofToday: 0, bytes: IMAGES_BYTES_MAX })).toBe('NO_ROOM');
});
