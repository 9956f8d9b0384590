import { expect, it } from 'vitest';
import type { Frame } from '../../src/scene/timeline-input';
import { layoutScroll } from '../../src/scene/timeline-scroll';

const frame = {
  widthPx: 1000,
  ground: { x: 0, y: 42, width: 1000, height: 600 },
} as unknown as Frame;

function barAt(lanesHeightPx: number, scrollPx: number): { y: number; height: number } | undefined {
  const [bar] = layoutScroll(frame, { lanesHeightPx, scrollPx });
  return bar?.kind === 'rect' ? bar : undefined;
}

it('lanes that all fit have no bar', () => {
  expect(barAt(600, 0)).toBeUndefined();
});

it('lanes that overflow have a bar as long as the part in view, from one end to the other', () => {
  const [top, bottom] = [barAt(900, 0), barAt(900, 300)];
  expect(top?.height).toBeCloseTo(396);
  expect(top?.y).toBe(45);
  expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeCloseTo(639);
  expect(barAt(900, 150)?.y).toBeCloseTo(144);
});
