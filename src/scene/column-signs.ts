import type { SceneNode } from './scene';

/** What a page of columns explains: how high one is, what lies ahead, bars under them, and columns that are cut. */
export type ColumnSign = 'weight' | 'ahead' | 'bar' | 'cut';

const WIDTH_PX = 9;

/** A sign of the legend, from x on; in grey, as it holds for all domains. */
export function columnIcon(sign: ColumnSign, x: number, middle: number): readonly SceneNode[] {
  const low = middle + 6;
  switch (sign) {
    case 'weight':
      return [
        { kind: 'rect', x, y: low - 7, width: WIDTH_PX, height: 7, fill: 'ink-2' },
        { kind: 'rect', x, y: low - 12, width: WIDTH_PX, height: 4, fill: 'ink-2' },
      ];
    case 'ahead':
      return [
        {
          kind: 'rect',
          x: x + 0.5,
          y: low - 10.5,
          width: WIDTH_PX,
          height: 10,
          stroke: { ink: 'ink-2', widthPx: 1, dash: [2, 1.5] },
        },
      ];
    case 'bar':
      return [
        {
          kind: 'rect',
          x: x - 1,
          y: middle - 2.5,
          width: 16,
          height: 5,
          radius: 2.5,
          fill: 'ink-2',
          opacity: 0.7,
        },
      ];
    case 'cut': {
      const points = [x, low - 9, x + WIDTH_PX, low - 12, x + WIDTH_PX, low, x, low];
      return [{ kind: 'polygon', points, closed: true, fill: 'ink-2' }];
    }
  }
}
