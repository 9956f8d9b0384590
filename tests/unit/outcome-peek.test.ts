import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { layoutOutcomePeeks, type OutcomePeekInput } from '../../src/scene/outcome-peek';
import type { Box, SceneNode } from '../../src/scene/scene';
import { datasetOf, eventJson, isoDay, type Json } from '../support/model-dataset';

const T = isoDay('2023-06-12');
const SAID = { known: '2023-05-01', status: 'possible', date: '2023-06-20' };

function inputOf(final: Json, given: Partial<OutcomePeekInput> = {}): OutcomePeekInput {
  const dataset = datasetOf({
    events: [eventJson({ id: 'e', importance: 5, ...final, revisions: [SAID] })],
  });
  const xOf = (day: number) => (day - T) * 4 + 100;
  const x = xOf(isoDay('2023-06-20'));
  return {
    table: createEventTable(dataset, T),
    today: isoDay('2024-01-01'),
    seats: [{ row: 0, mark: { x: x - 5, y: 95, width: 14, height: 14 } }],
    xOf,
    widthPx: 1000,
    taken: [],
    measure: (text) => text.length * 6,
    words: () => ({ text: 'Held', lang: 'en', note: 'known later', noteLang: 'en' }),
    ...given,
  };
}

const flat = (nodes: readonly SceneNode[]): SceneNode[] =>
  nodes.flatMap((node) => (node.kind === 'group' ? flat(node.nodes) : [node]));

describe('what came of a forecast, shown pale', () => {
  it('is a fill of 22%, an outline of 1.25 and a dotted road from the forecast', () => {
    const [peek] = layoutOutcomePeeks(inputOf({ date: '2023-08-18' }));
    const shapes = flat(peek?.nodes ?? []);
    expect(shapes.find((shape) => 'opacity' in shape && shape.opacity === 0.22)).toBeDefined();
    expect(
      shapes.find(
        (shape) => shape.kind !== 'group' && 'stroke' in shape && shape.stroke?.widthPx === 1.25,
      ),
    ).toBeDefined();
    const road = shapes.find(({ kind }) => kind === 'curve');
    expect(road).toMatchObject({ stroke: { dash: [0.1, 3], cap: 'round' } });
    // From beside the forecast to short of the outcome.
    expect(road && 'points' in road && road.points[0]).toBeGreaterThan(141);
    expect(road && 'points' in road && road.points[6]).toBeLessThan(peek?.box.x ?? 0);
    expect(shapes.filter(({ kind }) => kind === 'text')).toHaveLength(2);
  });

  it('leads back where it came earlier', () => {
    const [peek] = layoutOutcomePeeks(inputOf({ date: '2023-06-13', known: '2023-06-13' }));
    const road = flat(peek?.nodes ?? []).find(({ kind }) => kind === 'curve');
    expect(road && 'points' in road && (road.points[0] ?? 0) > (road.points[6] ?? 0)).toBe(true);
  });

  it('is not shown before it is known today, nor for what still lies ahead', () => {
    expect(layoutOutcomePeeks(inputOf({ date: '2023-08-18' }, { today: T }))).toEqual([]);
    const open = inputOf({ date: '2023-08-18', status: 'scheduled', known: '2023-07-01' });
    expect(layoutOutcomePeeks(open)).toEqual([]);
  });

  it('is not shown of what had happened as of the day', () => {
    const dataset = datasetOf({ events: [eventJson({ date: '2023-01-01' })] });
    const table = createEventTable(dataset, T);
    expect(layoutOutcomePeeks({ ...inputOf({ date: '2023-08-18' }), table })).toEqual([]);
  });

  it('has words only where it was called off', () => {
    const [peek] = layoutOutcomePeeks(
      inputOf({ date: '2023-06-20', status: 'cancelled', known: '2023-06-16' }),
    );
    expect(flat(peek?.nodes ?? []).map(({ kind }) => kind)).toEqual(['text', 'text']);
  });

  it('keeps clear of what stands there: in another row, or not at all', () => {
    const [free] = layoutOutcomePeeks(inputOf({ date: '2023-08-18' }));
    const box = free?.box;
    if (!box) throw new Error('no peek');
    const [moved] = layoutOutcomePeeks(inputOf({ date: '2023-08-18' }, { taken: [box] }));
    expect(moved?.box.y).toBe(box.y + 16);
    const wall: Box = { x: box.x - 5, y: 0, width: 300, height: 400 };
    expect(layoutOutcomePeeks(inputOf({ date: '2023-08-18' }, { taken: [wall] }))).toEqual([]);
  });

  it('goes where its words have room, and never out of the rows of its lane', () => {
    const later = { date: '2023-08-18' };
    const [free] = layoutOutcomePeeks(inputOf(later));
    const box = free?.box;
    if (!box) throw new Error('no peek');
    const besideIt: Box = { x: box.x + 20, y: box.y - 2, width: 300, height: 18 };
    const [moved] = layoutOutcomePeeks(inputOf(later, { taken: [besideIt] }));
    expect(moved?.box.y).toBe(box.y + 32);
    expect(moved?.texts).toHaveLength(1);
    const { seats } = inputOf(later);
    const inLane = (taken: Box[], top: number, bottom: number) =>
      layoutOutcomePeeks(
        inputOf(later, { taken, seats: seats.map((seat) => ({ ...seat, rows: [top, bottom] })) }),
      );
    expect(inLane([box], box.y - 1, box.y + 16)).toEqual([]);
    expect(inLane([], box.y - 1, box.y + 16)).toHaveLength(1);
  });

  it('is left out beyond the view', () => {
    expect(
      layoutOutcomePeeks(inputOf({ date: '2025-08-18' }, { today: isoDay('2026-01-01') })),
    ).toEqual([]);
  });
});
