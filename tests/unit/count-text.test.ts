import { expect, it } from 'vitest';
import { shortCountText } from '../../src/ui/count-text';

it('writes a count in full up to five figures, and beyond in as many letters at most', () => {
  const counts = [0, 999, 99_999, 100_000, 333_334, 1_000_000, 5_000_000];
  const english = counts.map((count) => shortCountText(count, 'en'));
  expect(english).toEqual(['0', '999', '99,999', '100K', '333K', '1M', '5M']);
  const japanese = counts.map((count) => shortCountText(count, 'ja'));
  expect(japanese).toEqual(['0', '999', '99,999', '10万', '33.3万', '100万', '500万']);
});
