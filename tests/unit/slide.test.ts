import { describe, expect, it } from 'vitest';
import type { Box, SceneNode, Shape, TextShape } from '../../src/scene/scene';
import { layoutSlide, type SlideInput } from '../../src/scene/slide';
import { textBox } from '../../src/scene/slide-text';
import { readRecord, slideInput } from '../support/slide';

interface Drawn {
  readonly eventId: string | undefined;
  readonly shape: Shape;
}

function drawn(nodes: readonly SceneNode[], eventId?: string): Drawn[] {
  return nodes.flatMap((node): Drawn[] =>
    node.kind === 'group' ? drawn(node.nodes, node.eventId ?? eventId) : [{ eventId, shape: node }],
  );
}

const isText = (shape: Shape): shape is TextShape => shape.kind === 'text';

function overlap(a: Box, b: Box): boolean {
  const slack = 0.01;
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}

function shapeBox(shape: Shape): Box | undefined {
  switch (shape.kind) {
    case 'circle':
      return {
        x: shape.x - shape.r,
        y: shape.y - shape.r,
        width: 2 * shape.r,
        height: 2 * shape.r,
      };
    case 'rect':
      return shape;
    case 'polygon': {
      const xs = shape.points.filter((_, i) => i % 2 === 0);
      const ys = shape.points.filter((_, i) => i % 2 === 1);
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    }
    case 'curve':
    case 'text':
      return undefined;
  }
}

/** All that a slide must hold to, as sentences; empty where it does. */
export function faultsOf(input: SlideInput): string[] {
  const { scene } = layoutSlide(input);
  const all = drawn(scene.nodes);
  const texts = all
    .filter(({ shape }) => isText(shape))
    .map(({ eventId, shape }) => ({
      eventId,
      text: (shape as TextShape).text,
      box: textBox(shape as TextShape, input.measure),
    }));
  const marks = all.flatMap(({ eventId, shape }) => {
    const box = eventId && !isText(shape) ? shapeBox(shape) : undefined;
    return box ? [{ eventId, box }] : [];
  });
  const faults: string[] = [];
  texts.forEach((a, i) => {
    const { x, y, width, height } = a.box;
    if (x < 0 || y < 0 || x + width > scene.widthPx || y + height > scene.heightPx) {
      faults.push(`${a.text} leaves the page`);
    }
    for (const b of texts.slice(i + 1)) {
      if (overlap(a.box, b.box)) faults.push(`${a.text} meets ${b.text}`);
    }
    for (const mark of marks) {
      if (mark.eventId !== a.eventId && overlap(a.box, mark.box)) {
        faults.push(`${a.text} covers the mark of ${mark.eventId}`);
      }
    }
  });
  return faults;
}

describe('the slide of the record', () => {
  const ranges = [
    ['2023-01-01', '2023-06-30', '2023-06-12'],
    ['2022-12-01', '2023-12-31', '2023-06-12'],
    ['2023-05-01', '2023-05-31', '2026-02-20'],
    ['2026-01-01', '2027-12-31', '2026-11-22'],
    ['1945-01-01', '2027-12-31', '2026-02-20'],
  ] as const;
  for (const lang of ['en', 'ja'] as const) {
    it.each(ranges)(
      `keeps every text clear, from %s to %s as of %s in ${lang}`,
      (from, to, asOf) => {
        const input = slideInput({ dataset: readRecord(), from, to, asOf, lang });
        expect(faultsOf(input)).toEqual([]);
      },
    );
  }
});
