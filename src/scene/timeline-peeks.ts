import type { EventState } from '../model/dataset';
import { liesAhead } from '../model/state-as-of';
import { LANE_HEAD_PX, ROW_PX } from './lanes';
import { statusOf } from './names';
import { layoutOutcomePeeks, type PeekSeat, type PeekWords } from './outcome-peek';
import type { Seat } from './place-names';
import type { Frame, Hit, Part } from './timeline-input';
import { layoutRowMark, seatY } from './timeline-names';

export interface LaidLanes {
  readonly parts: readonly Part[];
  readonly seats: readonly (readonly Seat[])[];
}

export type LayoutPeeks = (frame: Frame, laid: LaidLanes) => Part;

const NOTHING: Part = { nodes: [], hits: [] };

/** What came of the forecasts in view, where they are drawn as marks with their names. */
export function createPeeks(words: (outcome: EventState) => PeekWords): LayoutPeeks {
  return (frame, { parts, seats }) => {
    if (frame.regime !== 'marks') return NOTHING;
    const taken = parts.flatMap((part) => [
      ...part.hits.map(({ box }) => box),
      ...(part.texts ?? []),
    ]);
    const forecasts = frame.lanes.flatMap((_, lane) => forecastsIn(frame, lane, seats[lane] ?? []));
    const isOpen = ({ row }: PeekSeat) => row === frame.selectedRow;
    const peeks = layoutOutcomePeeks({
      ...frame,
      // Of the open event it is asked for first.
      seats: [...forecasts.filter(isOpen), ...forecasts.filter((each) => !isOpen(each))],
      taken,
      words,
    });
    return {
      nodes: peeks.flatMap(({ nodes }) => nodes),
      hits: peeks.map(({ row, box }): Hit => ({ kind: 'event', row, box })),
      texts: peeks.flatMap(({ texts }) => texts),
    };
  };
}

function forecastsIn(frame: Frame, at: number, seats: readonly Seat[]): PeekSeat[] {
  const lane = frame.lanes[at];
  if (!lane) return [];
  const top = frame.topOf(lane) + LANE_HEAD_PX;
  const rows = [top, top + lane.rowCount * ROW_PX] as const;
  return seats
    .filter(({ row }) => liesAhead(statusOf(frame.table, row)))
    .map((seat) => {
      const mark = layoutRowMark(frame, lane, seat.row, seatY(frame, lane, seat));
      return { row: seat.row, mark: mark.box, rows };
    });
}
