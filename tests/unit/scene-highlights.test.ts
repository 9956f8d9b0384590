import { expect, it } from 'vitest';
import { holdsRow } from '../../src/scene/hit-test';
import { ROW_PX } from '../../src/scene/lanes';
import type { Group, SceneNode } from '../../src/scene/scene';
import { dayOf } from '../../src/time/day';
import { readRecord } from '../support/slide';
import { createTimeline } from '../support/timeline';

const timeline = createTimeline({ dataset: readRecord(), asOfDay: dayOf(2023, 6, 12) });
const YEAR = { startDay: dayOf(2022, 12, 1), endDay: dayOf(2023, 12, 31) };
const ALL = { startDay: dayOf(1945, 1, 1), endDay: dayOf(2028, 1, 1) };

const highlightsIn = (nodes: readonly SceneNode[]): Group[] =>
  nodes.flatMap((node) => {
    if (node.kind !== 'group') return [];
    return node.label === 'highlights' ? [node] : highlightsIn(node.nodes);
  });

function drawn(rows: readonly number[], view = YEAR, strength = 1) {
  const picture = timeline.draw(view, { highlighted: { rows, strength } });
  return { picture, group: highlightsIn(picture.scene.nodes)[0] };
}

it.each([
  ['marks', YEAR],
  ['columns', ALL],
])(
  'a line goes round each event that is pointed out among %s, or round what holds it',
  (_, view) => {
    const rows = timeline.lanes.flatMap(({ index }) => [...index.rowsIn(view)]);
    expect(rows.length).toBeGreaterThan(40);
    const { picture, group } = drawn(rows, view);
    for (const row of rows) {
      const hit = picture.hits.findLast((each) => holdsRow(each, row));
      // Over and under it the rows of other names stand close.
      const box = hit && {
        x: hit.box.x - 5,
        y: hit.box.y - Math.max(0, (ROW_PX - hit.box.height) / 2),
      };
      expect(group?.nodes).toContainEqual(expect.objectContaining(box ?? { x: 'in view' }));
    }
    const held = rows.map((row) => picture.hits.findLast((each) => holdsRow(each, row)));
    expect(group?.nodes).toHaveLength(new Set(held).size);
  },
);

it('what is out of view has none, and a strength of 0 draws nothing', () => {
  const [early = -1] = timeline.lanes.flatMap(({ index }) => [...index.rows].slice(0, 1));
  expect(drawn([early]).group).toBeUndefined();
  const [row = -1] = timeline.lanes.flatMap(({ index }) => [...index.rowsIn(YEAR)]);
  expect(drawn([row], YEAR, 0.4).group?.opacity).toBe(0.4);
  expect(drawn([row], YEAR, 0).group).toBeUndefined();
});
