import type { EventState, Importance, RelationEvent } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { liesAhead, stateAsOf } from '../model/state-as-of';
import type { Day } from '../time/day';
import { overlap } from './boxes';
import { type DomainStyle, domainStyle } from './domain-style';
import { barShape, capOf, pointBox, pointShape } from './mark-geometry';
import { RADIUS_PX } from './mark-input';
import type { Box, Group, MeasureText, SceneNode, Shape, Stroke, TextShape } from './scene';

/** Where a forecast is drawn. */
export interface PeekSeat {
  readonly row: number;
  /** Of its mark alone. */
  readonly mark: Box;
  /** Between which heights its lane has rows; left out, it is free of them. */
  readonly rows?: readonly [topPx: number, bottomPx: number];
}

export interface OutcomePeekInput {
  /** As of the day that is shown. */
  readonly table: EventTable;
  /** Nothing known later is looked at. */
  readonly today: Day;
  readonly seats: readonly PeekSeat[];
  readonly xOf: (day: Day) => number;
  readonly widthPx: number;
  /** Where other names and marks stand: a peek keeps clear of them. */
  readonly taken: readonly Box[];
  /** The two lines beside a peek, such as “Held at Camp David, 18 Aug” and “known later”; left out: no words. */
  readonly words?: ((outcome: EventState) => PeekWords) | undefined;
  readonly measure: MeasureText;
}

export interface PeekWords {
  readonly text: string;
  readonly lang: string;
  readonly note: string;
  readonly noteLang: string;
}

/** What came of a forecast, known only after the day that is shown. */
export interface OutcomePeek {
  readonly row: number;
  readonly outcome: EventState;
  /** Of its mark, or of its words where nothing came about. */
  readonly box: Box;
  /** Where its words stand. */
  readonly texts: readonly Box[];
  readonly nodes: readonly SceneNode[];
}

const FILL_OPACITY = 0.22;
const OUTLINE_PX = 1.25;
const ROAD: Pick<Stroke, 'widthPx' | 'dash' | 'cap'> = {
  widthPx: 1.25,
  dash: [0.1, 3],
  cap: 'round',
};
const ROAD_GAP_PX = 3;
const LEAST_ROAD_PX = 8;
const WORDS_GAP_PX = 6;
const CUT_PX = 20;
/** Beside the forecast first, then in the rows under and over it. */
const ROWS_PX = [0, 16, -16, 32, -32, 48];
const TEXT_FONT = { family: 'ui', sizePx: 11.5, weight: 450 } as const;
const NOTE_FONT = { family: 'ui', sizePx: 11, weight: 400 } as const;

/**
 * The outcomes of forecasts, pale: the domain's fill at 22%, an outline of 1.25, a dotted road from the forecast, and words
 * where they have room. What was cancelled or lapsed has words only. One that has no free place is left out.
 */
export function layoutOutcomePeeks(input: OutcomePeekInput): readonly OutcomePeek[] {
  const taken = [...input.taken];
  return input.seats.flatMap((seat) => {
    const outcome = outcomeOf(input, seat.row);
    const peek = outcome && layoutPeek(input, { seat, outcome, taken });
    if (peek) taken.push(peek.box, ...peek.texts);
    return peek ?? [];
  });
}

/** The state of a forecast's event as known today, where that is a later one and no forecast any more. */
function outcomeOf({ table, today }: OutcomePeekInput, row: number): EventState | undefined {
  const shown = table.stateOf(row);
  if (!shown || !liesAhead(shown.status)) return undefined;
  const event: RelationEvent | undefined = table.dataset.events.at(shown.eventIndex);
  const latest = event && stateAsOf(event, today);
  return !latest || latest.stateIndex <= shown.stateIndex || liesAhead(latest.status)
    ? undefined
    : latest;
}

interface Peek {
  readonly seat: PeekSeat;
  readonly outcome: EventState;
  readonly taken: readonly Box[];
}

function layoutPeek(input: OutcomePeekInput, peek: Peek): OutcomePeek | undefined {
  const { seat, outcome, taken } = peek;
  const isOff = outcome.status === 'cancelled' || outcome.status === 'lapsed';
  if (isOff) return layoutWordsOnly(input, peek);
  const middle = seat.mark.y + seat.mark.height / 2;
  const places = ROWS_PX.flatMap((down) => {
    const mark = markAt(input, peek, middle + down);
    if (!mark || !isInRows(seat, mark.box) || taken.some((box) => overlap(box, mark.box)))
      return [];
    return [{ mark, words: layoutWords(input, peek, mark.box) }];
  });
  // Where it can say what it is before where it is nearer.
  const best = places.find((place) => place.words.box) ?? places[0];
  if (!best) return undefined;
  const { mark, words } = best;
  const style = styleOf(input, seat.row);
  const inTheWay = words.box ? [...taken, words.box] : taken;
  const way = road(seat.mark, mark.box, { style, taken: inTheWay });
  const nodes = [...way, ...mark.shapes, ...words.nodes];
  const texts = words.box ? [words.box] : [];
  return { row: seat.row, outcome, box: mark.box, texts, nodes: [groupOf(outcome, nodes)] };
}

function isInRows({ rows = [-Infinity, Infinity] }: PeekSeat, { y, height }: Box): boolean {
  return y >= rows[0] && y + height <= rows[1];
}

function layoutWordsOnly(input: OutcomePeekInput, peek: Peek): OutcomePeek | undefined {
  const { seat, outcome } = peek;
  const { box, nodes } = layoutWords(input, peek, seat.mark);
  if (!box) return undefined;
  return { row: seat.row, outcome, box, texts: [box], nodes: [groupOf(outcome, nodes)] };
}

function groupOf(outcome: EventState, nodes: readonly SceneNode[]): Group {
  return { kind: 'group', eventId: outcome.id, nodes };
}

interface Mark {
  readonly box: Box;
  readonly shapes: readonly Shape[];
}

/** Undefined where it would lie outside the picture. */
function markAt(input: OutcomePeekInput, { seat, outcome }: Peek, y: number): Mark | undefined {
  const { xOf, widthPx } = input;
  const startX = clamp(xOf(outcome.date.minDay), -CUT_PX, widthPx + CUT_PX);
  const endX = clamp(xOf(outcome.date.maxDay + 1), -CUT_PX, widthPx + CUT_PX);
  if (endX <= 0 || startX >= widthPx) return undefined;
  const style = styleOf(input, seat.row);
  const r = RADIUS_PX[(input.table.importance[seat.row] ?? 3) as Importance];
  const fill = { fill: style.mark, opacity: FILL_OPACITY };
  const outline = { stroke: { ink: style.mark, widthPx: OUTLINE_PX } };
  if (endX - startX < 2 * r + 2) {
    const place = { x: (startX + endX) / 2, y, r };
    return {
      box: pointBox(style.shape, place),
      shapes: [fill, outline].map((look) => pointShape(style.shape, place, look)),
    };
  }
  const height = Math.max(6, 1.72 * r);
  const cap = capOf(style.shape);
  const place = { left: startX, right: endX, y, height, leftCap: cap, rightCap: cap };
  return {
    box: { x: startX, y: y - height / 2, width: endX - startX, height },
    shapes: [fill, outline].map((look) => barShape(place, look)),
  };
}

function styleOf({ table }: OutcomePeekInput, row: number): DomainStyle {
  return domainStyle(table.domain[row] ?? 0);
}

/** From the nearer side of the forecast to that of the outcome; none where they are too close, or where a name is in its way. */
function road(
  from: Box,
  to: Box,
  { style, taken }: { readonly style: DomainStyle; readonly taken: readonly Box[] },
): Shape[] {
  const isForward = to.x + to.width / 2 >= from.x + from.width / 2;
  const way = isForward ? 1 : -1;
  const startX = (isForward ? from.x + from.width : from.x) + way * ROAD_GAP_PX;
  const endX = (isForward ? to.x : to.x + to.width) - way * ROAD_GAP_PX;
  if ((endX - startX) * way < LEAST_ROAD_PX) return [];
  const [y0, y1] = [from.y + from.height / 2, to.y + to.height / 2];
  const swept: Box = {
    x: Math.min(startX, endX),
    y: Math.min(y0, y1) - 1,
    width: Math.abs(endX - startX),
    height: Math.abs(y1 - y0) + 2,
  };
  if (taken.some((box) => overlap(box, swept))) return [];
  const bend = (startX + endX) / 2;
  const points = [startX, y0, bend, y0, bend, y1, endX, y1] as const;
  return [{ kind: 'curve', points: [...points], stroke: { ink: style.mark, ...ROAD } }];
}

/** On the side of a mark that no road leads to, in two lines, where nothing else stands. */
function layoutWords(
  { words, measure, widthPx }: OutcomePeekInput,
  { seat, outcome, taken }: Peek,
  mark: Box,
): { readonly box: Box | undefined; readonly nodes: readonly TextShape[] } {
  if (!words) return { box: undefined, nodes: [] };
  const { text, lang, note, noteLang } = words(outcome);
  const isLeft = mark.x + mark.width / 2 < seat.mark.x;
  const middle = mark.y + mark.height / 2;
  const width = Math.max(measure(text, TEXT_FONT), measure(note, NOTE_FONT));
  const x = isLeft ? mark.x - WORDS_GAP_PX : mark.x + mark.width + WORDS_GAP_PX;
  const box: Box = { x: isLeft ? x - width : x, y: middle - 8, width, height: 30 };
  const isFree =
    box.x >= 0 && box.x + width <= widthPx && !taken.some((each) => overlap(each, box));
  if (!isFree) return { box: undefined, nodes: [] };
  const line = { kind: 'text', x, ink: 'ink-2', align: isLeft ? 'end' : 'start' } as const;
  return {
    box,
    nodes: [
      { ...line, text, lang, y: middle + 4, font: TEXT_FONT },
      { ...line, text: note, lang: noteLang, y: middle + 18, font: NOTE_FONT, ink: 'ink-3' },
    ],
  };
}

function clamp(x: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, x));
}
