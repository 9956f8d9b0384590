import { describe, expect, it } from 'vitest';
import type { SceneNode, TextShape } from '../../src/scene/scene';
import { textBox } from '../../src/scene/slide-text';
import { createPeeks } from '../../src/scene/timeline-peeks';
import { dayOf } from '../../src/time/day';
import { measureByLetters, readRecord } from '../support/slide';
import { createTimeline } from '../support/timeline';

const asOfDay = dayOf(2023, 6, 12);
const timeline = createTimeline({
  dataset: readRecord(),
  asOfDay,
  widthPx: 1200,
  heightPx: 900,
});
const view = { startDay: dayOf(2023, 3, 1), endDay: dayOf(2024, 4, 1) };
const words = { lang: 'en', note: 'known later', noteLang: 'en' };
const layoutPeeks = createPeeks(({ id }) => ({ ...words, text: `came: ${id}` }));
const draw = (today: number) => timeline.draw(view, { today, layoutPeeks });

function textsOf(nodes: readonly SceneNode[]): TextShape[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? textsOf(node.nodes) : node.kind === 'text' ? [node] : [],
  );
}

const cameIn = (nodes: readonly SceneNode[]) =>
  textsOf(nodes).filter(({ text }) => text.startsWith('came: ') || text === 'known later');

describe('what came of forecasts', () => {
  it('is shown as it is known today, and nothing of it as it was known on the day itself', () => {
    expect(cameIn(draw(dayOf(2026, 11, 22)).scene.nodes).length).toBeGreaterThan(4);
    expect(cameIn(draw(asOfDay).scene.nodes)).toEqual([]);
    expect(cameIn(timeline.draw(view, { today: dayOf(2026, 11, 22) }).scene.nodes)).toEqual([]);
  });

  it('stands in nobody’s way: its words meet no other text', () => {
    const { scene } = draw(dayOf(2026, 11, 22));
    const boxes = textsOf(scene.nodes).map((text) => textBox(text, measureByLetters));
    const own = cameIn(scene.nodes).map((text) => textBox(text, measureByLetters));
    for (const box of own) {
      const met = boxes.filter(
        (other) =>
          other.x < box.x + box.width &&
          other.x + other.width > box.x &&
          other.y < box.y + box.height &&
          other.y + other.height > box.y,
      );
      // Itself alone, or with its second line where their boxes touch.
      expect(met.length).toBeLessThanOrEqual(2);
    }
  });
});
