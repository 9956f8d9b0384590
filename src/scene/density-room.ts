import { LANE_HEAD_PX } from './lanes';
import { BASE_PX } from './place-stems';

/** Of the height of a lane with columns of a large set. */
const SHARE = 0.42;
const MOST_PX = 96;

/** How high columns of a large set may be: names stand over that at every zoom. */
export function denseRoomPx(laneHeightPx: number): number {
  return Math.min(MOST_PX, Math.floor((laneHeightPx - LANE_HEAD_PX - BASE_PX) * SHARE));
}
