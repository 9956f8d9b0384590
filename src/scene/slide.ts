import { runThrough, type Steps } from '../lib/steps';
import type { Scene } from './scene';
import { createLanes, createSetNames, laneRowsOf } from './slide-events';
import type { SlideInput } from './slide-input';
import { placeLanes } from './slide-lanes';
import { createFrame, drawPicture } from './slide-picture';
import { numberSources } from './slide-sources';
import { pageStyle } from './slide-style';

export { domainOf } from './slide-events';
export type { SlideInput } from './slide-input';
export type { SlideWords } from './slide-words';

export interface Slide {
  readonly scene: Scene;
  /** How many distinct sources the picture lists. */
  readonly sourceCount: number;
}

/**
 * A range as one picture: every event by its whole name, with its date and its source's number.
 *
 * No two texts meet and none leaves the page. Where the least height does not do, rows come closer; where that does
 * not do either, the picture is higher. For pages of a height see `pages.ts`.
 */
export function layoutSlide(input: SlideInput): Slide {
  return runThrough(layoutSlideInSteps(input));
}

/** As `layoutSlide`, by the event: some hundreds of them take a second, and a page has other things to do. */
export function* layoutSlideInSteps(input: SlideInput): Steps<Slide> {
  const { widthPx = 1920, minHeightPx = 1080, measure } = input;
  const style = pageStyle(widthPx, minHeightPx);
  const { list, numberOfRow } = yield* numberSources(input);
  const names = createSetNames({
    ...input,
    sourceOf: (row) => list[(numberOfRow.get(row) ?? 0) - 1],
  });
  const frame = createFrame({ ...input, style, bands: input.bands ?? [], sources: list });
  const { plot } = frame;
  const lanes = yield* createLanes({ ...input, plot, names }, laneRowsOf(input));
  const roomPx = minHeightPx - frame.heightPx;
  const placed = yield* placeLanes({ lanes, plot, roomPx, measure });
  yield;
  return { scene: yield* drawPicture(frame, placed), sourceCount: list.length };
}
