import { describe, expect, it } from 'vitest';
import { syntheticDataset } from '../../scripts/make-synthetic.mjs';
import { createEventTable } from '../../src/model/create-event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { matchingRows } from '../../src/query/window';
import type { SceneNode } from '../../src/scene/scene';
import { recordExtent } from '../../src/state/record-extent';
import { dayOf } from '../../src/time/day';
import { createDenseTimeline } from '../support/dense-timeline';

const TODAY = dayOf(2026, 11, 22);

/** Shapes of what the filter leaves out, where it leaves out everything. */
function tracesOf(events: number): number {
  const made = syntheticDataset({ events });
  const { dataset } = parseDataset({ ...made.head, events: [...made.events] });
  if (!dataset) throw new Error('the made dataset is none');
  const table = createEventTable(dataset, TODAY);
  const extent = recordExtent(dataset);
  const { input, draw } = createDenseTimeline({ table, asOfDay: TODAY, extent, marksFrom: 0.001 });
  const masks = new Uint8Array(table.count).fill(1);
  const index = matchingRows(table, masks);
  const lanes = input.placement.lanes.map((lane) => ({ ...lane, index }));
  const { scene } = draw(extent, { masks, placement: { ...input.placement, lanes } });
  return countOf(scene.nodes, false);
}

function countOf(nodes: readonly SceneNode[], isTrace: boolean): number {
  return nodes.reduce((sum, node) => {
    if (node.kind !== 'group') return sum + (isTrace ? 1 : 0);
    const isOne = isTrace || (node.label?.startsWith('left out of lane') ?? false);
    return sum + countOf(node.nodes, isOne);
  }, 0);
}

describe('where nothing matches', () => {
  it('all that a small record holds stays as a trace', () => {
    expect(tracesOf(300)).toBeGreaterThanOrEqual(300);
  });

  it('the traces of a large set are no more than a frame can hold', () => {
    const few = tracesOf(1000);
    const many = tracesOf(8000);
    expect(many).toBeGreaterThan(300);
    expect(many).toBeLessThan(2.5 * few);
  });
});
