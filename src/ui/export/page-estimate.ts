import { PAGE_SIZES } from '../../scene/page-size';
import { type ExportChoices, pageSizeOf } from './export-choices';

/** What a slide holds of events that have names of usual length. */
const EVENTS_ON_A_SLIDE = 28;
const SLIDE_AREA = PAGE_SIZES.slide.widthPx * PAGE_SIZES.slide.heightPx;

/** About so many pages that many events take, before any is laid out. */
export function estimatePages(
  eventCount: number,
  choices: Pick<ExportChoices, 'size' | 'own'>,
): number {
  const { widthPx, heightPx } = pageSizeOf(choices) ?? PAGE_SIZES.slide;
  const onEach = (EVENTS_ON_A_SLIDE * widthPx * heightPx) / SLIDE_AREA;
  return Math.max(1, Math.ceil(eventCount / onEach));
}
