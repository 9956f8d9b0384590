import { expect, it } from 'vitest';
import { paintSvg } from '../../src/paint/paint-svg';
import { DARK, LIGHT } from '../../src/paint/palette';
import { layoutOverview, type OverviewInput } from '../../src/scene/overview';
import type { Scene } from '../../src/scene/scene';
import { dayOf, type Span } from '../../src/time/day';

/** A record of some 300 events, one year of it far above the cap. */
const COUNTS = {
  firstYear: 1945,
  years: 83,
  // biome-ignore format: a line is a domain
  perDomain: [
    Uint16Array.of(2,1,1,1,0,0,3,1,1,2,1,0,2,0,0,4,1,0,0,1,1,0,1,2,1,0,3,3,1,1,1,1,0,0,1,0,1,0,2,0,0,0,0,1,1,0,1,1,0,1,0,1,0,0,0,1,1,1,1,0,0,1,1,1,2,2,0,3,2,1,2,3,3,1,1,0,4,3,30,4,3,2,0),
    Uint16Array.of(1,0,0,0,0,2,1,1,1,2,0,1,0,0,1,1,0,0,0,1,1,0,1,1,0,2,0,0,1,0,0,1,0,2,0,1,1,0,1,0,0,0,3,0,1,0,1,1,0,0,3,3,1,1,2,1,2,0,2,1,2,1,1,1,1,1,2,2,3,1,2,2,2,0,2,1,2,5,39,5,4,1,0),
    Uint16Array.of(0,0,0,0,1,0,0,0,1,0,1,0,1,0,0,1,1,0,0,0,0,0,0,0,0,0,3,0,1,0,0,0,2,1,0,1,1,1,0,1,2,1,3,2,4,2,1,0,1,1,2,2,1,1,0,0,0,1,1,0,0,0,0,0,0,2,0,0,2,0,0,1,2,4,1,1,3,6,21,0,9,2,1),
  ],
};
const YEAR = { startDay: dayOf(2022, 12, 1), endDay: dayOf(2024, 1, 1) };
const EXTENT = { startDay: dayOf(1945, 1, 1), endDay: dayOf(2028, 1, 1) };
const WORDS = { title: 'Overview', desc: 'Events by year', lang: 'en' };

const overview = ({ view = YEAR, ...few }: Partial<OverviewInput & { view: Span }>): Scene => {
  const { scene } = layoutOverview({
    counts: COUNTS,
    extent: EXTENT,
    widthPx: 864,
    heightPx: 104,
    asOfDay: dayOf(2023, 6, 12),
    lang: 'en',
    title: '1945–2027',
    note: '303 events; columns by year',
    measure: (text, font) => text.length * font.sizePx * 0.6,
    ...few,
  })(view);
  const { widthPx: width, heightPx: height } = scene;
  const ground = { kind: 'rect', x: 0, y: 0, width, height, fill: 'panel' } as const;
  return { ...scene, nodes: [ground, ...scene.nodes] };
};

const tenor = Array.from({ length: 246 }, (_, i) => ({
  day: dayOf(1945, 1 + 4 * i, 1),
  value: Math.sin(i / 7) * 0.6 + Math.sin(i / 23) * 0.5 + 0.3,
}));

it('a year of it in view, with the tenor', async () => {
  const svg = paintSvg(overview({ tenor }), { ...WORDS, palette: LIGHT });
  await expect(svg).toMatchFileSnapshot('overview.light.svg');
});

it('without a tenor the columns take its room', async () => {
  const svg = paintSvg(overview({}), { ...WORDS, palette: LIGHT });
  await expect(svg).toMatchFileSnapshot('overview-plain.light.svg');
});

it('the whole of it in view, slim', async () => {
  const slim = overview({ heightPx: 52, widthPx: 1392, view: EXTENT });
  const svg = paintSvg(slim, { ...WORDS, palette: DARK });
  await expect(svg).toMatchFileSnapshot('overview-slim.dark.svg');
});
