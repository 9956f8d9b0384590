import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticDataset } from '../../scripts/make-synthetic.mjs';
import type { Dataset } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { liesAhead } from '../../src/model/state-as-of';
import { statusOf } from '../../src/scene/names';
import type { Scene, SceneNode } from '../../src/scene/scene';
import type { TimelinePicture } from '../../src/scene/timeline';
import { clampView } from '../../src/scene/view-moves';
import { dayOf, type Span } from '../../src/time/day';
import { createLargeTimeline, type LargeTimeline } from '../support/large-timeline';
import { crowdedRecords } from '../support/random-record';
import { inkOf, marksOf, overlapsOf, textsOf } from '../support/scene-ink';
import { tries } from '../support/tries';

function syntheticOf(events: number, seed = 1): Dataset {
  const made = syntheticDataset({ events, seed });
  const { dataset } = parseDataset({ ...made.head, events: [...made.events] });
  if (!dataset) throw new Error('the made dataset is none');
  return dataset;
}

const TODAY = dayOf(2026, 11, 22);
const synthetic = syntheticOf(4000);

function viewAt({ input, whole }: LargeTimeline, pxPerDay: number, share: number): Span {
  const days = input.widthPx / pxPerDay;
  const startDay = whole.startDay + share * (whole.endDay - whole.startDay - days);
  return clampView({ startDay, endDay: startDay + days }, whole);
}

/** All that stands where it should not, in words. */
function faultsOf(timeline: LargeTimeline, picture: TimelinePicture): string[] {
  const inked = inkOf(picture.scene, timeline.input.measure);
  const texts = textsOf(inked);
  return [...overlapsOf(texts, texts, 0.5), ...overlapsOf(texts, marksOf(inked), 0.5)];
}

describe('in a picture of a large set', () => {
  it('no text meets another, nor the mark of another event, in crowded records', async () => {
    const property = fc.asyncProperty(
      crowdedRecords(40),
      fc.constantFrom('en', 'ja'),
      fc.constantFrom('domain', 'none'),
      fc.constantFrom(330, 560),
      fc.constantFrom(0.46, 5, 200),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (dataset, lang, grouping, heightPx, marksFrom, zoom, share) => {
        const asOfDay = dayOf(2019, 9, 1);
        const given = { dataset, asOfDay, lang, grouping, heightPx, marksFrom } as const;
        const timeline = createLargeTimeline(given);
        const least = timeline.input.widthPx / (timeline.whole.endDay - timeline.whole.startDay);
        const pxPerDay = least * (1000 / least) ** zoom;
        const picture = await timeline.draw(viewAt(timeline, pxPerDay, share));
        expect(faultsOf(timeline, picture)).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: tries(30), endOnFailure: true });
  });

  it.each([0.05, 0.12, 0.3, 0.9, 2, 6, 15, 60])(
    'no text meets another in 4,000 events, at %f px a day',
    async (pxPerDay) => {
      const timeline = createLargeTimeline({ dataset: synthetic, asOfDay: TODAY, marksFrom: 3 });
      for (const share of [0, 0.43, 0.97]) {
        // One view after the other.
        // oxlint-disable-next-line no-await-in-loop
        const picture = await timeline.draw(viewAt(timeline, pxPerDay, share));
        expect(faultsOf(timeline, picture)).toEqual([]);
      }
    },
  );

  it('panning changes neither which names stand nor where', async () => {
    const timeline = createLargeTimeline({ dataset: synthetic, asOfDay: TODAY });
    const { table } = timeline.input;
    for (const pxPerDay of [0.08, 0.3, 1, 4, 20]) {
      const days = 900 / pxPerDay;
      const middle = dayOf(2011, 6, 1);
      const windows = [0.1, 0.35, 0.6].map((share) =>
        clampView(
          { startDay: middle - share * days, endDay: middle + (1 - share) * days },
          timeline.whole,
        ),
      );
      const seatsNear = (view: Span) =>
        timeline.placement
          .seatsAt(pxPerDay, view)
          .flat()
          .filter(({ row }) => Math.abs((table.startDay[row] ?? 0) - middle) < 0.05 * days)
          .toSorted((a, b) => a.row - b.row);
      const found = [];
      for (const window of windows) {
        // oxlint-disable-next-line no-await-in-loop
        await timeline.draw(window);
        found.push(seatsNear(window));
      }
      expect(found[1]).toEqual(found[0]);
      expect(found[2]).toEqual(found[0]);
    }
  });

  it('zooming in hides no name that is still in view, whatever is drawn', async () => {
    const timeline = createLargeTimeline({ dataset: synthetic, asOfDay: TODAY, marksFrom: 3 });
    const { table, widthPx } = timeline.input;
    const middle = dayOf(2018, 2, 10);
    let before: readonly number[] = [];
    for (let pxPerDay = 0.04; pxPerDay < 1500; pxPerDay *= 1.23) {
      const days = widthPx / pxPerDay;
      const view = { startDay: middle - days / 2, endDay: middle + days / 2 };
      // oxlint-disable-next-line no-await-in-loop
      const picture = await timeline.draw(clampView(view, timeline.whole));
      const isInside = (row: number) => Math.abs((table.startDay[row] ?? 0) - middle) < days * 0.25;
      expect(before.filter((row) => isInside(row) && !picture.named.has(row))).toEqual([]);
      before = [...picture.named];
    }
  });

  it('what has no name is still ink: columns and marks count every event', async () => {
    const timeline = createLargeTimeline({ dataset: synthetic, asOfDay: TODAY, marksFrom: 3 });
    for (const pxPerDay of [0.04, 0.2, 0.7, 8]) {
      // oxlint-disable-next-line no-await-in-loop
      const picture = await timeline.draw(viewAt(timeline, pxPerDay, 0.8));
      const { view } = picture;
      const met = new Set(
        picture.hits.flatMap((hit) =>
          hit.kind === 'event' ? [hit.row] : hit.kind === 'cluster' ? Array.from(hit.rows) : [],
        ),
      );
      const inView = timeline.lanes.flatMap((lane) => Array.from(lane.index.rowsIn(view)));
      const { startDay } = timeline.input.table;
      // Columns stand where their events begin.
      const begun = inView.filter((row) => (startDay[row] ?? 0) >= view.startDay);
      expect(begun.length).toBeGreaterThan(20);
      expect(begun.filter((row) => !met.has(row))).toEqual([]);
    }
  });
});

/** Counts how often rows of the table's days are looked at. */
function counted(table: EventTable): { table: EventTable; reads: () => number } {
  let count = 0;
  const watch = (days: Int32Array): Int32Array =>
    new Proxy(days, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return {
    table: { ...table, startDay: watch(table.startDay), endDay: watch(table.endDay) },
    reads: () => count,
  };
}

function shapesOf(scene: Scene): { shapes: number; texts: number } {
  let shapes = 0;
  let texts = 0;
  const visit = (node: SceneNode): void => {
    if (node.kind === 'group') for (const child of node.nodes) visit(child);
    else if (node.kind === 'text') texts += 1;
    else shapes += 1;
  };
  for (const node of scene.nodes) visit(node);
  return { shapes, texts };
}

/** So far over the edge a mark may stand of which a part is in view. */
const EDGE_PX = 60;

/** From where to where the shapes of events reach. */
function placesOfEvents(node: SceneNode, ofEvent = false): { x0: number; x1: number }[] {
  if (node.kind === 'group') {
    const isEvent = ofEvent || node.eventId !== undefined;
    return node.nodes.flatMap((child) => placesOfEvents(child, isEvent));
  }
  if (!ofEvent) return [];
  if (node.kind === 'polygon' || node.kind === 'curve') {
    const xs = node.points.filter((_, i) => i % 2 === 0);
    return [{ x0: Math.min(...xs), x1: Math.max(...xs) }];
  }
  return [{ x0: node.x, x1: node.x + (node.kind === 'rect' ? node.width : 0) }];
}

describe('a frame costs what is shown', () => {
  const sizes = [2000, 16_000];
  const timelines = sizes.map((size) =>
    createLargeTimeline({ dataset: syntheticOf(size), asOfDay: TODAY }),
  );

  it.each([0.03, 0.15, 0.6, 3, 30])(
    'eight times the events make no eight times the frame, at %f px a day',
    async (pxPerDay) => {
      for (const timeline of timelines) {
        const view = viewAt(timeline, pxPerDay, 0.7);
        // oxlint-disable-next-line no-await-in-loop
        const picture = await timeline.draw(view);
        const { shapes, texts } = shapesOf(picture.scene);
        // 900 px hold so many columns, marks and names, whatever lies behind them.
        expect(shapes).toBeLessThan(4500);
        expect(texts).toBeLessThan(400);
        const watched = counted(timeline.input.table);
        await timeline.draw(view, { table: watched.table });
        const shown = timeline.lanes.reduce((sum, lane) => sum + lane.index.countIn(view), 0);
        const drawn = picture.regime === 'marks' ? Math.min(shown, 3000) : 0;
        expect(watched.reads()).toBeLessThan(6000 + 12 * drawn);
      }
    },
  );

  it.each([8, 30, 110])(
    'nothing is drawn of events beyond the edges, at %f px a day',
    async (pxPerDay) => {
      for (const timeline of timelines) {
        // oxlint-disable-next-line no-await-in-loop
        const { scene } = await timeline.draw(viewAt(timeline, pxPerDay, 0.7));
        const places = scene.nodes.flatMap((node) => placesOfEvents(node));
        expect(places.length).toBeGreaterThan(0);
        const beyond = places.filter(({ x0, x1 }) => x1 < -EDGE_PX || x0 > scene.widthPx + EDGE_PX);
        expect(beyond).toEqual([]);
      }
    },
  );

  it('a pan asks for the events that came into view, and for no other', async () => {
    const [, timeline] = timelines;
    if (!timeline) throw new Error('no timeline');
    const { table, lanes } = { table: timeline.input.table, lanes: timeline.lanes };
    const from = viewAt(timeline, 30, 0.7);
    await timeline.draw(from);
    let asked = 0;
    const watched: EventTable = {
      ...table,
      stateOf: (row) => {
        asked += 1;
        return table.stateOf(row);
      },
    };
    const view = { startDay: from.startDay + 0.2, endDay: from.endDay + 0.2 };
    const picture = await timeline.draw(view, { table: watched });
    const ahead = [...picture.named].filter((row) => liesAhead(statusOf(table, row)));
    // Two plans in each head, and the dates that plans have left.
    expect(asked).toBeLessThanOrEqual(2 * lanes.length + ahead.length);
  });
});
