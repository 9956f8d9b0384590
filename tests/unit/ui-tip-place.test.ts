import fc from 'fast-check';
import { expect, it } from 'vitest';
import { besideX } from '../../src/ui/timeline/tip-place';

it('leaves a tip room for its words inside the picture, wherever it points', () => {
  fc.assert(
    fc.property(fc.integer({ min: 280, max: 2000 }), fc.nat(100), (widthPx, percent) => {
      const { left, right } = besideX((widthPx * percent) / 100, widthPx, 14);
      expect(widthPx - Number(left ?? 0) - Number(right ?? 0)).toBeGreaterThanOrEqual(240);
    }),
  );
});
