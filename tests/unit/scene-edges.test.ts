import { expect, it } from 'vitest';
import type { SceneNode, TextShape } from '../../src/scene/scene';
import { dayOf } from '../../src/time/day';
import { readRecord } from '../support/slide';
import { createTimeline } from '../support/timeline';

const timeline = createTimeline({ dataset: readRecord(), asOfDay: dayOf(2023, 6, 12), lang: 'en' });
const { measure, widthPx } = timeline.input;

/** Texts of events with the strength that their groups leave them. */
function eventTexts(nodes: readonly SceneNode[], strength = 1, isEvent = false) {
  const found: { text: TextShape; strength: number }[] = [];
  for (const node of nodes) {
    if (node.kind === 'group') {
      const inner = strength * (node.opacity ?? 1);
      found.push(...eventTexts(node.nodes, inner, isEvent || node.eventId !== undefined));
    } else if (node.kind === 'text' && isEvent) {
      found.push({ text: node, strength: strength * (node.opacity ?? 1) });
    }
  }
  return found;
}

function cutPx({ text, font, x, align }: TextShape): number {
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
    const picture = timeline.draw({ startDay, endDay: startDay + widthPx / pxPerDay });
    for (const { text, strength } of eventTexts(picture.scene.nodes)) {
      const cut = cutPx(text);
      if (cut > 0.5) expect(strength).toBeLessThan(1);
      expect(cut).toBeLessThan(6.5);
      if (cut === 0 && strength === 1) whole++;
    }
  }
  expect(whole).toBeGreaterThan(0);
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
