import { describe, expect, it } from 'vitest';
import type { Group, SceneNode } from '../../src/scene/scene';
import { dayOf } from '../../src/time/day';
import { readRecord } from '../support/slide';
import { createTimeline } from '../support/timeline';

const dataset = readRecord();
const asOfDay = dayOf(2024, 6, 1);
const view = { startDay: dayOf(2023, 1, 1), endDay: dayOf(2024, 1, 1) };

function tiesOf(grouping: 'actor' | 'country' | 'domain' | 'kind') {
  const timeline = createTimeline({ dataset, asOfDay, grouping, widthPx: 1200, heightPx: 900 });
  const picture = timeline.draw(view);
  const found: Group[] = [];
  const look = (nodes: readonly SceneNode[]) => {
    for (const node of nodes) {
      if (node.kind !== 'group') continue;
      if (node.label === 'ties') found.push(node);
      look(node.nodes);
    }
  };
  look(picture.scene.nodes);
  return { timeline, picture, lines: found.flatMap(({ nodes }) => nodes) };
}

describe('ties between lanes', () => {
  it('join the marks of an event that stands in several', () => {
    const { picture, lines, timeline } = tiesOf('actor');
    const many = timeline.lanes
      .flatMap(({ index }) => [...index.rowsIn(view)])
      .filter((row, i, all) => all.indexOf(row) !== i);
    expect(many.length).toBeGreaterThan(10);
    expect(lines.length).toBeGreaterThan(10);
    const marks = picture.hits.flatMap((hit) => (hit.kind === 'event' ? [hit.box] : []));
    for (const line of lines) {
      if (line.kind !== 'polygon') throw new Error('a tie is a line');
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.points;
      expect(x0).toBe(x1);
      expect(y1).toBeGreaterThan(y0);
      for (const [y, away] of [
        [y0, -6],
        [y1, 6],
      ] as const) {
        const end = y + away;
        expect(
          marks.some((box) => end >= box.y && end <= box.y + box.height && x0 >= box.x - 10),
        ).toBe(true);
      }
    }
  });

  it('are not there where an event has one lane', () => {
    expect(tiesOf('domain').lines).toEqual([]);
    expect(tiesOf('kind').lines).toEqual([]);
  });
});
