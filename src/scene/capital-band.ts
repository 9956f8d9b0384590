import { memoize } from '../lib/memoize';
import type { EventTable } from '../model/event-table';
import { textIn } from '../model/text';
import type { Lang } from '../time/lang';
import type { Name } from './names';
import { hasNoSource, NO_SOURCE_PX } from './no-source';
import { markEdges, nameSpan, type PlaceInput, placeNames, type Seat, seatAt } from './place-names';
import type { Font, MeasureText, SceneNode, TextShape } from './scene';
import type { Frame } from './timeline-input';

const PLACE_FONT: Font = { family: 'ui', sizePx: 12, weight: 600 };
const TITLE_FONT: Font = { family: 'ui', sizePx: 12, weight: 400 };
const GAP_PX = 4;
/** As names keep before and after them. */
const APART_PX = 13;
const CONTROLS = /\p{Cc}+/gu;
/** From a year across a desk on, titles are read: they take what room there is. */
const READ_PX_PER_DAY = 2;
/** Indexes of a name's forms. */
const WHOLE = 0;
const SHORT = 1;

interface Runs {
  readonly place: string;
  readonly placeLang: string;
  readonly placePx: number;
  readonly title: string;
  readonly titleLang: string;
  readonly titlePx: number;
}

/** Names of the band: the place, and where there is room for it the title. */
export interface BandNames {
  readonly nameOf: (row: number) => Name;
  /** Of a text in two fonts; undefined for any other. */
  readonly runsOf: (text: string) => Runs | undefined;
}

/** The words for an event that took place nowhere. */
type NoPlace = string;

export const bandNames = memoize(
  (table: EventTable, lang: Lang, noPlace: NoPlace, measure: MeasureText): BandNames => {
    const names = new Map<number, Name>();
    const runs = new Map<string, Runs>();
    return {
      nameOf: (row) => {
        const known = names.get(row);
        if (known) return known;
        const own = runsFor({ table, lang, noPlace, measure }, row);
        const name = nameWith(own, hasNoSource(table, row) ? NO_SOURCE_PX : 0);
        runs.set(wholeText(own), own);
        names.set(row, name);
        return name;
      },
      runsOf: (text) => runs.get(text),
    };
  },
  4,
);

interface RunsInput {
  readonly table: EventTable;
  readonly lang: Lang;
  readonly noPlace: NoPlace;
  readonly measure: MeasureText;
}

function runsFor({ table, lang, noPlace, measure }: RunsInput, row: number): Runs {
  const state = table.stateOf(row);
  const title = textIn(state?.title ?? '', lang);
  const at = state?.place ? textIn(state.place.name, lang) : { text: noPlace, lang };
  const place = at.text.replaceAll(CONTROLS, ' ');
  const text = title.text.replaceAll(CONTROLS, ' ');
  return {
    place,
    placeLang: at.lang,
    placePx: measure(place, PLACE_FONT),
    title: text,
    titleLang: title.lang,
    titlePx: measure(text, TITLE_FONT),
  };
}

function wholeText({ place, title }: Runs): string {
  return `${place} ${title}`;
}

function nameWith(runs: Runs, signPx: number): Name {
  const widthPx = runs.placePx + GAP_PX + runs.titlePx + signPx;
  return {
    font: PLACE_FONT,
    ink: 'ink-1',
    lang: runs.placeLang,
    forms: [
      { lines: [wholeText(runs)], widthPx, rowCount: 1, hasBelow: false },
      { lines: [runs.place], widthPx: runs.placePx + signPx, rowCount: 1, hasBelow: false },
    ],
    oneLinePx: widthPx,
    below: undefined,
  };
}

/**
 * As `placeNames`, with places first; then titles to the right of those that have nothing in their way, and whose title
 * takes the room of no event that has no name yet.
 */
export function placeBandNames(
  input: PlaceInput,
  inherited: readonly Seat[],
  candidates: readonly number[],
): readonly Seat[] {
  const seated = new Set(inherited.map(({ row }) => row));
  const nameOf = (row: number): Name => {
    const name = input.nameOf(row);
    return seated.has(row) ? name : { ...name, forms: name.forms.slice(SHORT) };
  };
  const seats = placeNames({ ...input, nameOf }, inherited, candidates).map((seat) =>
    seated.has(seat.row) || seat.side === 'inside' ? seat : { ...seat, form: SHORT },
  );
  return withTitles(input, seats, candidates);
}

function withTitles(input: PlaceInput, seats: readonly Seat[], rows: readonly number[]): Seat[] {
  const named = new Set(seats.map(({ row }) => row));
  const waiting = rows
    .filter((row) => !named.has(row))
    .map((row) => markEdges(input.table, row, input.pxPerDay));
  const extents = seats.map((seat) => extentOf(input, seat));
  return seats.map((seat) => {
    if (seat.form !== SHORT || seat.side !== 'right') return seat;
    const whole = { ...seat, form: WHOLE };
    const [x0, x1] = extentOf(input, whole);
    const isTaken = seats.some((other, i) => {
      const [left = 0, right = 0] = extents[i] ?? [];
      return other !== seat && other.laneRow === seat.laneRow && meet([x0, x1], [left, right]);
    });
    const isWanted = waiting.some(({ left, right }) => meet([x0, x1], [left, right]));
    return isTaken || (isWanted && input.pxPerDay < READ_PX_PER_DAY) ? seat : whole;
  });
}

/** Of mark and name, with what they keep free. */
function extentOf(input: PlaceInput, seat: Seat): [number, number] {
  const { left, right } = markEdges(input.table, seat.row, input.pxPerDay);
  const [x0, x1] = nameSpan(input, seatAt(input, seat));
  return [Math.min(left, x0), Math.max(right, x1) + APART_PX];
}

function meet([a0, a1]: readonly [number, number], [b0, b1]: readonly [number, number]): boolean {
  return a0 < b1 && b0 < a1;
}

/** Measures a place with its title as the two fonts in which they are set. */
export function bandMeasure({ runsOf }: BandNames, measure: MeasureText): MeasureText {
  return (text, font) => {
    const runs = runsOf(text);
    return runs ? runs.placePx + GAP_PX + runs.titlePx : measure(text, font);
  };
}

/** Sets each place in semibold, and its title beside it. */
export function inTwoFonts(names: BandNames, node: SceneNode): SceneNode {
  if (node.kind !== 'group') return node;
  return {
    ...node,
    nodes: node.nodes.flatMap((child) =>
      child.kind === 'text' ? setRuns(names, child) : [inTwoFonts(names, child)],
    ),
  };
}

function setRuns({ runsOf }: BandNames, shape: TextShape): TextShape[] {
  const runs = runsOf(shape.text);
  if (!runs) return [shape];
  const { place, placeLang, placePx, title, titleLang, titlePx } = runs;
  const isEnd = shape.align === 'end';
  const placeX = isEnd ? shape.x - titlePx - GAP_PX : shape.x;
  const titleX = isEnd ? shape.x : shape.x + placePx + GAP_PX;
  return [
    { ...shape, text: place, lang: placeLang, x: placeX, font: PLACE_FONT },
    { ...shape, text: title, lang: titleLang, x: titleX, font: TITLE_FONT, ink: 'ink-2' },
  ];
}

/** A title that the edge of the view would cut goes, and leaves the place. */
export function withoutCutTitle(frame: Frame, seat: Seat): Seat {
  if (seat.form !== WHOLE || seat.side !== 'right' || seatAt(frame, seat).side === 'inside')
    return seat;
  const [, x1] = nameSpan(frame, seat);
  return x1 + frame.xOf(0) > frame.widthPx ? { ...seat, form: SHORT } : seat;
}
