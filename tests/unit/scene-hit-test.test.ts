import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventBoxes, findHit } from '../../src/scene/hit-test';
import type { Box } from '../../src/scene/scene';
import type { Hit } from '../../src/scene/timeline-input';

const box = (x: number, y: number, width = 10, height = 10): Box => ({ x, y, width, height });
const event = (row: number, at: Box): Hit => ({ kind: 'event', row, box: at });
const cluster = (rows: ArrayLike<number>, at: Box): Hit => ({ kind: 'cluster', rows, box: at });
const asOf = (at: Box): Hit => ({ kind: 'as-of', box: at });

describe('what lies under a point', () => {
  it('is what lies on top there', () => {
    const hits = [event(1, box(0, 0)), event(2, box(5, 5))];
    expect(findHit(hits, 2, 2)).toBe(hits[0]);
    expect(findHit(hits, 7, 7)).toBe(hits[1]);
  });

  it('is the nearest within 4 px, else nothing', () => {
    const hits = [event(1, box(0, 0)), event(2, box(16, 0))];
    expect(findHit(hits, 12, 5)).toBe(hits[0]);
    expect(findHit(hits, 14, 5)).toBe(hits[1]);
    expect(findHit(hits, 5, 13.9)).toBe(hits[0]);
    expect(findHit(hits, 5, 14.1)).toBeUndefined();
    expect(findHit(hits, 5, 27, 18)).toBe(hits[0]);
    // At a corner the way is longer than along either side.
    expect(findHit(hits, -3, -3)).toBeUndefined();
  });

  it('is an event rather than the line that it stands on', () => {
    const mark = event(1, box(0, 0));
    const line = asOf(box(4, -50, 2, 200));
    expect(findHit([line, mark], 5, 5)).toBe(mark);
    expect(findHit([mark, line], 5, 5)).toBe(mark);
    expect(findHit([mark, line], 5, 40)).toBe(line);
  });

  it('is one whose box holds the point, where there is one', () => {
    const places = fc.integer({ min: 0, max: 60 });
    const boxes = fc.array(fc.tuple(places, places), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(boxes, places, places, (corners, x, y) => {
        const hits = corners.map(([left, top], row) => event(row, box(left, top)));
        const holds = ({ box: b }: Hit) =>
          b.x <= x && x <= b.x + b.width && b.y <= y && y <= b.y + b.height;
        expect(hits.findLast(holds) ?? 'none').toBe(
          hits.some(holds) ? findHit(hits, x, y) : 'none',
        );
      }),
    );
  });
});

describe('the box of an event', () => {
  it('is that of its mark and name', () => {
    const boxes = eventBoxes([event(3, box(1, 2)), asOf(box(0, 0)), event(4, box(5, 6))]);
    expect([3, 4, 0].map(boxes.get)).toEqual([box(1, 2), box(5, 6), undefined]);
  });

  it('is a slice along the foot of its group, each its own', () => {
    const boxes = eventBoxes([cluster([1, 2, 3], box(0, 0, 30, 16))]);
    expect([1, 2, 3].map(boxes.get)).toEqual([
      box(0, 16, 10, 5),
      box(10, 16, 10, 5),
      box(20, 16, 10, 5),
    ]);
  });

  it('is that of the name, not the slice of the column under it', () => {
    const boxes = eventBoxes([cluster([1, 2], box(0, 0, 20, 16)), event(1, box(40, 0))]);
    expect(boxes.get(1)).toEqual(box(40, 0));
  });

  it('is a slice of its column, which holds its rows in order, unless its name stands over it', () => {
    const column = (first: number, x: number) =>
      cluster(
        Uint32Array.from({ length: 100_000 }, (_, i) => first + 2 * i),
        box(x, 0, 50, 16),
      );
    const boxes = eventBoxes([column(0, 0), event(6, box(80, 0)), column(200_001, 60)]);
    expect(boxes.get(4)).toEqual(box(0.001, 16, 0.0005, 5));
    expect(boxes.get(6)).toEqual(box(80, 0));
    expect(boxes.get(200_001)).toEqual(box(60, 16, 0.0005, 5));
    expect(boxes.get(5)).toBeUndefined();
    expect(boxes.get(400_001)).toBeUndefined();
  });

  it('is in its own lane, not at its tick in another', () => {
    const tick = event(1, box(100, 200, 8, 8));
    const own = cluster([1, 2], box(0, 0, 20, 16));
    expect(eventBoxes([tick, own]).get(1)).toEqual(box(0, 16, 10, 5));
  });
});
