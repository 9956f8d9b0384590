import { expect, it } from 'vitest';
import type { SceneNode, TextShape } from '../../src/scene/scene';
import { AXIS_PX } from '../../src/scene/timeline-input';
import { dayOf } from '../../src/time/day';
import { tableOfDays } from '../support/dense-table';
import { createDenseTimeline } from '../support/dense-timeline';
import { readRecord } from '../support/slide';
import { createTimeline } from '../support/timeline';

const timeline = createTimeline({ dataset: readRecord(), asOfDay: dayOf(2023, 6, 12), lang: 'en' });
const { measure, widthPx: usualPx } = timeline.input;

interface Shown {
  readonly text: TextShape;
  readonly strength: number;
  readonly isOfEvent: boolean;
}

/** Texts with the strength that their groups leave them. */
function textsIn(nodes: readonly SceneNode[], strength = 1, isOfEvent = false): Shown[] {
  return nodes.flatMap((node) => {
    const own = strength * (node.opacity ?? 1);
    if (node.kind === 'group')
      return textsIn(node.nodes, own, isOfEvent || node.eventId !== undefined);
    return node.kind === 'text' ? [{ text: node, strength: own, isOfEvent }] : [];
  });
}

const eventTexts = (nodes: readonly SceneNode[]) =>
  textsIn(nodes).filter(({ isOfEvent }) => isOfEvent);

function cutPx({ text, font, x, align }: TextShape, widthPx: number): number {
  const width = measure(text, font);
  const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2;
  return Math.max(0, -left, left + width - widthPx);
}

it.each([
  ['a year', 3, 2022],
  ['a month', 40, 2022],
  ['days', 300, 2022],
  ['decades', 0.08, 1950],
])('in a view of %s a name that the edge would cut is fading or gone', (_, pxPerDay, year) => {
  let whole = 0;
  for (let i = 0; i < 60; i++) {
    const startDay = dayOf(year, 12, 1) + (i * 17) / pxPerDay;
    const picture = timeline.draw({ startDay, endDay: startDay + usualPx / pxPerDay });
    for (const { text, strength } of eventTexts(picture.scene.nodes)) {
      const cut = cutPx(text, usualPx);
      if (cut > 0.5) expect(strength).toBeLessThan(1);
      expect(cut).toBeLessThan(6.5);
      if (cut === 0 && strength === 1) whole++;
    }
  }
  expect(whole).toBeGreaterThan(0);
});

it.each([
  ['over columns', 20_000, 0.3],
  ['in the foot strip', 3000, 2],
])('numbers %s fade or go in the same way', (_where, count, pxPerDay) => {
  const table = tableOfDays(count, 20_000);
  const extent = { startDay: dayOf(1970, 1, 1), endDay: dayOf(2028, 1, 1) };
  const dense = createDenseTimeline({ table, asOfDay: dayOf(2026, 1, 1), extent });
  const { widthPx } = dense.input;
  let whole = 0;
  for (let i = 0; i < 40; i++) {
    const startDay = dayOf(2010, 1, 1) + (i * 7) / pxPerDay;
    const picture = dense.draw({ startDay, endDay: startDay + widthPx / pxPerDay });
    for (const { text, strength } of textsIn(picture.scene.nodes)) {
      if (!/^[\d,]+$/.test(text.text) || text.y < AXIS_PX) continue;
      const cut = cutPx(text, widthPx);
      if (cut > 0.5) expect(strength).toBeLessThan(1);
      expect(cut).toBeLessThan(6.5);
      if (cut === 0) whole++;
    }
  }
  expect(whole).toBeGreaterThan(20);
});

it('the chosen event is named in the view even where its usual name would be cut', () => {
  const { table } = timeline.input;
  const selectedRow = table.rowOf('camp-david-trilateral-summit');
  if (selectedRow === undefined) throw new Error('the record holds the three-way summit');
  const view = { startDay: dayOf(2022, 12, 1), endDay: dayOf(2023, 11, 20) };
  expect(timeline.draw(view).shown.has(selectedRow)).toBe(false);
  const picture = timeline.draw(view, { selectedRow });
  expect(picture.shown.has(selectedRow)).toBe(true);
});
