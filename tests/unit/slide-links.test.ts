import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cubic, curvePoint } from '../../src/scene/cubic';
import { PAGE_SIZES } from '../../src/scene/page-size';
import type { Box, MeasureText, SceneNode } from '../../src/scene/scene';
import { textBox } from '../../src/scene/slide-text';
import { layoutPages, pagesInput } from '../support/pages';
import { type Drawn, drawn, isText, overlap, shapeBox } from '../support/scene-faults';
import { readRecord } from '../support/slide';
import { recordOf, slideEvent } from '../support/slide-records';
import { tries } from '../support/tries';

const RANGE = { from: '2020-03-01', to: '2024-08-31', asOf: '2023-03-01', lang: 'en' } as const;
const LINKS = { includes: { links: true } };

/** What is drawn of an arrow, and the boxes of what is written of and drawn for events. */
interface Picture {
  readonly lines: readonly Cubic[];
  readonly heads: readonly (readonly number[])[];
  readonly pills: readonly Box[];
  readonly names: readonly Box[];
  readonly marks: readonly Box[];
}

function pictureOf(nodes: readonly SceneNode[], measure: MeasureText): Picture {
  const arrows = drawn(groupsOf(nodes).filter(({ label }) => label?.includes(' – ')));
  const shapes = arrows.map(({ shape }) => shape);
  const events = drawn(nodes).filter(({ eventId }) => eventId !== undefined);
  const boxOf = ({ shape }: Drawn): Box[] => {
    const box = isText(shape) ? textBox(shape, measure) : shapeBox(shape);
    return box ? [box] : [];
  };
  return {
    lines: shapes.flatMap((shape) => (shape.kind === 'curve' ? [shape.points] : [])),
    heads: shapes.flatMap((shape) => (shape.kind === 'polygon' ? [shape.points] : [])),
    pills: shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape] : [])),
    names: events.filter(({ shape }) => isText(shape) && shape.text !== '?').flatMap(boxOf),
    marks: events.filter(({ shape }) => !isText(shape)).flatMap(boxOf),
  };
}

function groupsOf(nodes: readonly SceneNode[]): Extract<SceneNode, { kind: 'group' }>[] {
  return nodes.flatMap((node) =>
    node.kind !== 'group' ? [] : node.eventId === undefined ? [node, ...groupsOf(node.nodes)] : [],
  );
}

function isInside({ x, y, width, height }: Box, [px, py]: readonly [number, number]): boolean {
  return px > x && px < x + width && py > y && py < y + height;
}

function placesOn(line: Cubic): [number, number][] {
  return Array.from({ length: 101 }, (_, i) => curvePoint(line, i / 100));
}

function faultsOf({ lines, heads, pills, names, marks }: Picture): string[] {
  const struck = names.filter((name) =>
    lines.some((line) => placesOn(line).some((place) => isInside(name, place))),
  );
  const buried = names.filter((name) => heads.some(([, , x = 0, y = 0]) => isInside(name, [x, y])));
  const covering = pills.filter((pill) => [...names, ...marks].some((box) => overlap(box, pill)));
  const crowded = pills.filter((pill) =>
    pills.some((other) => other !== pill && overlap(other, pill)),
  );
  const told = (what: string, boxes: readonly Box[]) =>
    boxes.map(({ x, y }) => `${what} at ${x} ${y}`);
  return [
    ...told('a line runs through the name', struck),
    ...told('an arrow ends in the name', buried),
    ...told('a name, mark or word lies under the word', [...covering, ...crowded]),
  ];
}

/** Each event names some others, by their place in the record. */
const linked = fc
  .array(fc.tuple(slideEvent, fc.array(fc.nat(39), { maxLength: 3 })), {
    minLength: 2,
    maxLength: 40,
  })
  .map((events) =>
    events.map(([event, others], i) => ({
      ...event,
      links: [...new Set(others.map((other) => other % events.length))]
        .filter((other) => other !== i)
        .map((other) => ({ to: `e${other}`, rel: 'leads-to' })),
    })),
  );

describe('arrows on a page', { timeout: 30_000 }, () => {
  it('run through no name, and their words meet neither names nor marks', () => {
    let lineCount = 0;
    fc.assert(
      fc.property(
        linked,
        fc.constantFrom('slide' as const, 'a4' as const, 'column' as const, 'square' as const),
        (events, size) => {
          const parts = { ...LINKS, size: PAGE_SIZES[size] };
          const input = pagesInput({ dataset: recordOf(events), ...RANGE, ...parts });
          for (const { scene, kind } of layoutPages(input).pages) {
            if (kind !== 'picture') continue;
            const picture = pictureOf(scene.nodes, input.measure);
            lineCount += picture.lines.length;
            expect(faultsOf(picture)).toEqual([]);
          }
        },
      ),
      { numRuns: tries(12) },
    );
    expect(lineCount).toBeGreaterThan(0);
  });

  it.each(['a4-across', 'slide', 'column'] as const)('do so in the record, on %s', (size) => {
    const half = { from: '2023-01-01', to: '2023-06-30', asOf: '2023-06-12', lang: 'en' } as const;
    const parts = { ...LINKS, size: PAGE_SIZES[size] };
    const input = pagesInput({ dataset: readRecord(), ...half, ...parts });
    const pictures = layoutPages(input).pages.map(({ scene }) =>
      pictureOf(scene.nodes, input.measure),
    );
    expect(pictures.flatMap(faultsOf)).toEqual([]);
    expect(pictures.flatMap(({ heads }) => heads).length).toBeGreaterThan(5);
  });
});
