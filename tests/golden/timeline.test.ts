import { expect, it } from 'vitest';
import { paintSvg } from '../../src/paint/paint-svg';
import { DARK, LIGHT } from '../../src/paint/palette';
import type { SceneTheme } from '../../src/scene/timeline-input';
import { type Day, dayOf, type Span } from '../../src/time/day';
import type { Lang } from '../../src/time/lang';
import { readRecord } from '../support/slide';
import { createTimeline } from '../support/timeline';

interface Golden {
  readonly lang: Lang;
  readonly theme: SceneTheme;
  readonly asOfDay: Day;
  /** The whole arc where it is left out. */
  readonly view?: Span;
}

const JUNE_2023 = dayOf(2023, 6, 12);
const FIRST_VIEW = { startDay: dayOf(2022, 12, 1), endDay: dayOf(2024, 1, 1) };

/** Small enough to be looked through, line by line and as pictures. */
const GOLDENS: Record<string, Golden> = {
  'first-view.en.light': { lang: 'en', theme: 'light', asOfDay: JUNE_2023, view: FIRST_VIEW },
  'first-view.ja.dark': { lang: 'ja', theme: 'dark', asOfDay: JUNE_2023, view: FIRST_VIEW },
  'whole-arc.en.dark': { lang: 'en', theme: 'dark', asOfDay: JUNE_2023 },
  'decade.ja.light': {
    lang: 'ja',
    theme: 'light',
    asOfDay: dayOf(2026, 11, 22),
    view: { startDay: dayOf(2017, 1, 1), endDay: dayOf(2028, 1, 1) },
  },
  'month.en.light': {
    lang: 'en',
    theme: 'light',
    asOfDay: JUNE_2023,
    view: { startDay: dayOf(2023, 5, 12), endDay: dayOf(2023, 6, 16) },
  },
  'days.ja.light': {
    lang: 'ja',
    theme: 'light',
    asOfDay: JUNE_2023,
    view: { startDay: dayOf(2023, 5, 19), endDay: dayOf(2023, 5, 22) },
  },
};

it.each(Object.entries(GOLDENS))('%s is drawn as reviewed', async (name, golden) => {
  const { lang, theme, asOfDay } = golden;
  const timeline = createTimeline({ dataset: readRecord(), asOfDay, lang });
  const { scene } = timeline.draw(golden.view ?? timeline.whole, { theme });
  const svg = paintSvg(scene, {
    palette: theme === 'dark' ? DARK : LIGHT,
    title: 'Timeline',
    desc: name,
    lang,
  });
  await expect(`${svg}\n`).toMatchFileSnapshot(`timeline.${name}.svg`);
});
