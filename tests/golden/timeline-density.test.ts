import { expect, it } from 'vitest';
import { paintSvg } from '../../src/paint/paint-svg';
import { DARK } from '../../src/paint/palette';
import { dayOf } from '../../src/time/day';
import { tableOfDays } from '../support/dense-table';
import { createDenseTimeline } from '../support/dense-timeline';

it('200 events are drawn as columns by week where marks have no room, as reviewed', async () => {
  const timeline = createDenseTimeline({
    table: tableOfDays(200, 400, 4),
    asOfDay: dayOf(2026, 11, 21),
    extent: { startDay: dayOf(2025, 1, 1), endDay: dayOf(2028, 1, 1) },
    widthPx: 900,
    heightPx: 460,
    marksFrom: 10,
  });
  const view = { startDay: dayOf(2025, 12, 1), endDay: dayOf(2027, 1, 15) };
  const { scene } = timeline.draw(view, { theme: 'dark' });
  const svg = paintSvg(scene, { palette: DARK, title: 'Timeline', desc: 'By week', lang: 'en' });
  await expect(`${svg}\n`).toMatchFileSnapshot('timeline-density.weeks.dark.svg');
});
