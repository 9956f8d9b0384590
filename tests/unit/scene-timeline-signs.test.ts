import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';
import { rowSetOf } from '../../src/query/row-set';
import { createRowIndex } from '../../src/query/window';
import { TICKS_PX } from '../../src/scene/lanes';
import type { Group, RectShape, SceneNode, Shape } from '../../src/scene/scene';
import { AXIS_PX } from '../../src/scene/timeline-input';
import { dayOf } from '../../src/time/day';
import { readRecord } from '../support/slide';
import { createTimeline } from '../support/timeline';

const YEAR_2023 = { startDay: dayOf(2023, 1, 1), endDay: dayOf(2024, 1, 1) };
const BASE = { kind: 'meeting', parties: ['JP', 'US'], importance: 4 };

describe('other domains of an event', () => {
  const dataset = datasetOf([
    { ...BASE, id: 'both', title: 'Both', date: '2023-05-10', domains: ['diplomacy', 'security'] },
    { ...BASE, id: 'one', title: 'One', date: '2023-08-10', domains: ['economy'] },
  ]);
  const timeline = createTimeline({ dataset, asOfDay: dayOf(2023, 12, 1) });
  const lane = timeline.lanes.find(({ id }) => id === 'security');
  const bottom = AXIS_PX + (lane?.topPx ?? 0) + (lane?.heightPx ?? 0);

  it('are ticks of 2 × 8 px along the very foot of their lanes, in the colour of the lane', () => {
    const [tick, ...more] = ticksOf(timeline.draw(YEAR_2023).scene.nodes);
    expect(more).toEqual([]);
    expect(tick).toMatchObject({ width: 2, height: 8, fill: 'sec', opacity: 0.55 });
    expect(tick?.y).toBe(bottom - TICKS_PX);
  });

  it('light up with their event and can be hit', () => {
    const row = timeline.input.table.rowOf('both') ?? 0;
    const lit = timeline.draw(YEAR_2023, { hoveredRow: row });
    expect(ticksOf(lit.scene.nodes)[0]?.opacity).toBe(1);
    const hits = lit.hits.filter((hit) => hit.kind === 'event' && hit.row === row);
    expect(hits.map((hit) => hit.box.y)).toContain(bottom - TICKS_PX);
  });
});

describe('a postponed event', () => {
  const put = (revisions: readonly object[]) =>
    createTimeline({
      dataset: datasetOf([
        {
          ...BASE,
          id: 'visit',
          title: 'Visit',
          date: '2023-12-20',
          domains: ['diplomacy'],
          revisions,
        },
      ]),
      asOfDay: dayOf(2023, 6, 1),
    });

  it('leaves a grey outline at its old date and an arrow to its new one', () => {
    const { draw } = put([
      { known: '2023-01-01', status: 'scheduled', date: '2023-04-10' },
      { known: '2023-03-01', status: 'postponed', date: '2023-10-10' },
    ]);
    const shapes = shapesOf(draw(YEAR_2023).scene.nodes, 'postponed');
    expect(shapes.filter((shape) => dashOf(shape) === '2,2')).toHaveLength(1);
    expect(shapes.filter((shape) => shape.kind === 'polygon' && !shape.closed)).toHaveLength(2);
  });

  it('leaves none where it had no other date, or was never put off', () => {
    const same = put([
      { known: '2023-01-01', status: 'scheduled', date: '2023-04-10' },
      { known: '2023-03-01', status: 'postponed', date: '2023-04-10' },
    ]);
    expect(shapesOf(same.draw(YEAR_2023).scene.nodes, 'postponed')).toEqual([]);
    const moved = put([
      { known: '2023-01-01', status: 'expected', date: '2023-04' },
      { known: '2023-03-01', status: 'scheduled', date: '2023-10-10' },
    ]);
    expect(shapesOf(moved.draw(YEAR_2023).scene.nodes, 'postponed')).toEqual([]);
  });
});

describe('an event without a source', () => {
  const named = { ...BASE, title: 'Talks', date: '2023-05-10', domains: ['diplomacy'] };
  const widthOf = (events: readonly object[]) => {
    const timeline = createTimeline({ dataset: datasetOf(events), asOfDay: dayOf(2023, 12, 1) });
    const { scene } = timeline.draw(YEAR_2023);
    const isWarning = (shape: Shape) => 'stroke' in shape && shape.stroke?.ink === 'warn';
    return {
      namePx: timeline.input.nameOf(0).oneLinePx,
      signs: shapesOf(scene.nodes).filter(isWarning).length,
    };
  };

  it('has a warning sign after its name, and room for it', () => {
    const without = widthOf([{ ...named, id: 'talks' }]);
    const withSource = widthOf([{ ...named, id: 'talks', sources: ['s'] }]);
    expect(without.signs).toBeGreaterThan(0);
    expect(withSource.signs).toBe(0);
    expect(without.namePx - withSource.namePx).toBe(15);
  });
});

describe('where nothing in view matches', () => {
  const timeline = createTimeline({ dataset: readRecord(), asOfDay: dayOf(2023, 6, 12) });
  const none = timeline.lanes.map((lane) => {
    const { table } = timeline.input;
    const index = createRowIndex(table, rowSetOf(table.count, []));
    return { ...lane, index, plans: index, periods: index };
  });
  const placement = { ...timeline.placement, seatsAt: () => none.map(() => []) };
  const empty = {
    masks: timeline.input.masks.map(() => 1),
    placement: { ...placement, lanes: none },
  };

  it('traces of the others stay at 12 %, which the pointer does not meet', () => {
    const picture = timeline.draw(YEAR_2023, empty);
    const traces = groupsOf(picture.scene.nodes).filter(({ opacity }) => opacity === 0.12);
    expect(traces.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(20);
    expect(picture.hits.filter((hit) => hit.kind !== 'as-of')).toEqual([]);
  });

  it('and none where something does', () => {
    const groups = groupsOf(timeline.draw(YEAR_2023).scene.nodes);
    expect(groups.filter(({ opacity }) => opacity === 0.12)).toEqual([]);
  });
});

function datasetOf(events: readonly object[]): Dataset {
  const file = {
    format: 'entente/1',
    id: 'signs',
    title: 'Signs',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    sources: [{ id: 's', title: 'Source', publisher: 'Paper', url: 'https://example.org/' }],
    events,
  };
  const { dataset } = parseDataset(file);
  if (!dataset) throw new Error('the file is sound');
  return dataset;
}

function ticksOf(nodes: readonly SceneNode[]): RectShape[] {
  const groups = groupsOf(nodes).filter(({ label }) => label === 'other domains');
  return groups.flatMap((group) => group.nodes.filter((node) => node.kind === 'rect'));
}

function groupsOf(nodes: readonly SceneNode[]): Group[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsOf(node.nodes)] : []));
}

/** All shapes, or those of the groups with a label. */
function shapesOf(nodes: readonly SceneNode[], label?: string): Shape[] {
  if (label !== undefined) {
    return groupsOf(nodes)
      .filter((group) => group.label === label)
      .flatMap((group) => shapesOf(group.nodes));
  }
  return nodes.flatMap((node) => (node.kind === 'group' ? shapesOf(node.nodes) : [node]));
}

function dashOf(shape: Shape): string | undefined {
  return shape.kind === 'text' ? undefined : shape.stroke?.dash?.join(',');
}
