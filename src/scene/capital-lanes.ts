import { type Group, LANE_HEAD_PX, type Lane, type LaneSide, shareHeight, TICKS_PX } from './lanes';

const BAND_PX = 98;
/** The band's head is a line of text. */
const BAND_HEAD_PX = 18;
const BAND_ROWS = 4;
/** Of the capitals: their name over a line of text, in low lanes both in one line. */
const HEAD_PX = 46;
const LOW_HEAD_PX = 27;
const LOW_LANE_PX = 170;
const SIDES: readonly LaneSide[] = ['upper', 'band', 'lower'];

/** From an axis line to the first row of names, and the height of such a row. */
export const FIRST_ROW_PX = 18;
export const STEM_ROW_PX = 15;
/** From an axis line to the first mark. */
export const FIRST_MARK_PX = 5;
/** Number of the marks that a stack has no room for. */
export const COUNT_PX = 15;
/** Two rows of names find room over the highest stack. */
const OVER_STACK_PX = 2 * STEM_ROW_PX;
const LEAST_STACK_PX = 24;

/** The first party's lane, the band, the second party's: the band has its height, the others share what is left. */
export function stackCapitalLanes(groups: readonly Group[], allPx: number): readonly Lane[] {
  const [one, , other] = groups;
  const counts = [one?.index.count ?? 0, other?.index.count ?? 0];
  const [upperPx = 0, lowerPx = 0] = shareHeight(counts, allPx - BAND_PX);
  const heights = [upperPx, BAND_PX, lowerPx];
  let topPx = 0;
  return groups.map((group, i): Lane => {
    const heightPx = heights[i] ?? 0;
    const side = SIDES[i] ?? 'band';
    const lane = { ...group, side, topPx, heightPx, rowCount: BAND_ROWS };
    topPx += heightPx;
    return side === 'band' ? lane : { ...lane, rowCount: stemRowCount(lane) };
  });
}

type Sized = Pick<Lane, 'heightPx' | 'side'>;

export function isLow({ heightPx }: Sized): boolean {
  return heightPx < LOW_LANE_PX;
}

export function headPx(lane: Sized): number {
  if (lane.side === 'band') return BAND_HEAD_PX;
  return isLow(lane) ? LOW_HEAD_PX : HEAD_PX;
}

/** How many rows of names there are between the axis line and the head. */
function stemRowCount(lane: Sized): number {
  return Math.max(0, Math.floor((lane.heightPx - headPx(lane) - FIRST_ROW_PX) / STEM_ROW_PX));
}

/** How far from the axis line marks may stand. */
export function stackRoomPx(lane: Sized): number {
  return Math.max(LEAST_STACK_PX, lane.heightPx - headPx(lane) - COUNT_PX - OVER_STACK_PX);
}

/** The lane as one of marks in rows: its head takes the place of an ordinary one, its foot has no ticks. */
export function bandBody(lane: Lane): Lane {
  const shiftPx = LANE_HEAD_PX - BAND_HEAD_PX;
  return {
    ...lane,
    topPx: lane.topPx - shiftPx,
    heightPx: lane.heightPx + shiftPx + TICKS_PX,
  };
}

/** The lane as one of columns, clear of its head; the lower one is to be turned over about its middle. */
export function columnBody(lane: Lane): Lane {
  if (lane.side === 'band' || lane.side === undefined) return lane;
  const shiftPx = headPx(lane) - LANE_HEAD_PX;
  const topPx = lane.side === 'upper' ? lane.topPx + shiftPx : lane.topPx;
  return { ...lane, topPx, heightPx: lane.heightPx - shiftPx };
}
