import type { EventState, Importance } from '../model/dataset';
import { liesAhead } from '../model/state-as-of';
import { overlap } from './boxes';
import { domainStyle } from './domain-style';
import type { Lane } from './lanes';
import { ghostMark } from './mark';
import { statusOf } from './names';
import { type Seat, seatAt } from './place-names';
import type { Box, SceneNode } from './scene';
import type { Frame, Part } from './timeline-input';
import { seatY, surfaceAt } from './timeline-names';

const HALF_PX = 7;

/**
 * The dates that postponed events have left: a grey outline in the row of the name, with an arrow to the new mark where
 * the row is free. Nothing where another name or mark stands.
 */
export function layoutGhosts(
  frame: Frame,
  lane: Lane,
  { seats, named }: { seats: readonly Seat[]; named: Part },
): readonly SceneNode[] {
  return seats.flatMap((seat) => {
    const old = dateLeft(frame, seat.row);
    const own = old && named.hits.find((hit) => hit.kind === 'event' && hit.row === seat.row)?.box;
    if (!old || !own) return [];
    const y = seatY(frame, lane, seatAt(frame, seat));
    const others = named.hits.map((hit) => hit.box).filter((box) => box !== own);
    return layoutGhost(frame, { row: seat.row, old, own, others, y });
  });
}

interface GhostPlace {
  readonly row: number;
  readonly old: EventState;
  /** Mark and name; the arrow ends before the name where that is in its way. */
  readonly own: Box;
  readonly others: readonly Box[];
  readonly y: number;
}

function layoutGhost(frame: Frame, { row, old, own, others, y }: GhostPlace): SceneNode[] {
  const startX = frame.xOf(old.date.minDay);
  const endX = frame.xOf(old.date.maxDay + 1);
  const x0 = Math.min(startX, (startX + endX) / 2 - HALF_PX);
  const x1 = Math.max(endX, (startX + endX) / 2 + HALF_PX);
  if (x1 < 0 || x0 > frame.widthPx) return [];
  const ghost: Box = { x: x0, y: y - HALF_PX, width: x1 - x0, height: 2 * HALF_PX };
  if (!Number.isFinite(x1 - x0) || overlap(ghost, own)) return [];
  if (others.some((box) => overlap(box, ghost))) return [];
  const isWayFree = !others.some((box) => overlap(box, between(ghost, own)));
  const nowhere = (startX + endX) / 2;
  const shapes = ghostMark({
    style: domainStyle(frame.table.domain[row] ?? 0),
    importance: (frame.table.importance[row] ?? 3) as Importance,
    startX,
    endX,
    toLeftX: isWayFree ? own.x : nowhere,
    toRightX: isWayFree ? own.x + own.width : nowhere,
    y,
    surface: surfaceAt(frame, startX),
    viewLeftX: 0,
    viewRightX: frame.widthPx,
  });
  return [{ kind: 'group', label: frame.words.statusOf('postponed'), nodes: shapes }];
}

/**
 * The last earlier state with another date, of an event that is or was put off and still lies ahead: one that is over
 * has its place for good.
 */
function dateLeft({ table }: Frame, row: number): EventState | undefined {
  // First what costs least: most have happened.
  const state = liesAhead(statusOf(table, row)) ? table.stateOf(row) : undefined;
  if (!state) return undefined;
  const states = table.dataset.events.at(state.eventIndex)?.states ?? [];
  const known = states
    .slice(0, state.stateIndex + 1)
    .map((each) => table.calendar?.tell(each) ?? each);
  if (!known.some(({ status }) => status === 'postponed')) return undefined;
  return known.findLast(({ date }) => !isSameDate(date, state.date));
}

function isSameDate(a: EventState['date'], b: EventState['date']): boolean {
  return a.minDay === b.minDay && a.maxDay === b.maxDay;
}

/** The stretch of a row between two boxes beside each other. */
function between(a: Box, b: Box): Box {
  const x0 = Math.min(a.x + a.width, b.x + b.width);
  const x1 = Math.max(a.x, b.x);
  return { x: x0, y: a.y, width: Math.max(0, x1 - x0), height: a.height };
}
