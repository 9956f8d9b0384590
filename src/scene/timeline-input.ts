import type { LinkRelation } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import type { Cadence } from '../query/cadence';
import type { RowRange } from '../query/row-set';
import type { Day, Span } from '../time/day';
import type { Lang } from '../time/lang';
import type { CadenceStrip } from './cadence-strip';
import type { layoutCapitalLane } from './capital';
import type { Lane } from './lanes';
import type { Name, NameWords } from './names';
import type { Seat } from './place-names';
import type { Placement } from './placement';
import type { Box, MeasureText, SceneNode } from './scene';
import type { TenorRibbon } from './tenor-ribbon';
import type { layoutDensityLane } from './timeline-density';
import type { Highlighted } from './timeline-highlights';
import type { layoutLinks } from './timeline-links';
import type { LayoutPeeks } from './timeline-peeks';
import type { Regime } from './zoom-levels';

export interface TimelineWords extends NameWords {
  /** “As of 12 June 2023”. */
  readonly asOf: (day: Day) => string;
  /** Stands beyond the as-of line. */
  readonly aheadNote: string;
  /** “The record ends on 20 February 2026”. */
  readonly recordEnds: (day: Day) => string;
  /** What stands in an empty lane of an empty dataset; empty for nothing. */
  readonly emptyLane: string;
  /** The head of a lane that the dataset has no name for, by its id: `kind:summit`, `capital:JP`. Undefined for none. */
  readonly laneOf: (id: string) => LaneWords | undefined;
  /** Stands for the place of an event that has none. */
  readonly noPlace: string;
  /** What one event says of another, on the arrow to it: “follows”. */
  readonly relationOf: (rel: LinkRelation) => string;
}

export interface LaneWords {
  readonly name: string;
  /** Of less weight: “and elsewhere in Japan”. */
  readonly note?: string;
}

/** The look of the surfaces; only cells of columns differ in more than colour. */
export type SceneTheme = 'light' | 'dark';

export interface TimelineInput {
  readonly table: EventTable;
  /** One byte a row, 0 for a match. */
  readonly masks: Uint8Array;
  readonly placement: Placement;
  readonly nameOf: (row: number) => Name;
  readonly view: Span;
  readonly widthPx: number;
  /** Axis and lanes together. */
  readonly heightPx: number;
  /** How far the lanes are scrolled down. */
  readonly scrollPx: number;
  readonly lang: Lang;
  readonly showEras: boolean;
  readonly theme: SceneTheme;
  readonly words: TimelineWords;
  readonly measure: MeasureText;
  readonly asOfDay: Day;
  readonly today: Day;
  readonly selectedRow: number | undefined;
  readonly focusedRow: number | undefined;
  readonly hoveredRow: number | undefined;
  /** Whose change is being pointed out. */
  readonly highlighted?: Highlighted | undefined;
  /** Whether what matches is a road: then its events are joined by arrows. */
  readonly isRoad?: boolean;
  /** Draws the chosen event's links and those of a road. Passed in, since a picture without one does without its code. */
  readonly layoutLinks?: typeof layoutLinks | undefined;
  /** Draws what came of forecasts, where the reader asks for it. */
  readonly layoutPeeks?: LayoutPeeks | undefined;
  /** Strips over and under the lanes, from the axis outwards. */
  readonly bands?: readonly Band[] | undefined;
  /** Draws the columns of a large set; passed in for the same reason. */
  readonly layoutDensity?: typeof layoutDensityLane | undefined;
  /** Draws the lanes of the two capitals; passed in for the same reason. */
  readonly layoutCapital?: typeof layoutCapitalLane | undefined;
}

/** A strip of its own over or under the lanes: it moves with time and does not scroll. */
export interface Band {
  readonly id: 'tenor' | 'cadence';
  readonly isBelow: boolean;
  readonly heightPx: number;
  readonly layout: (place: BandPlace, topPx: number) => BandPart;
}

export interface BandPlace extends Pick<Frame, 'view' | 'widthPx' | 'xOf'> {
  /** In a picture that nobody points into. */
  readonly isStill?: boolean;
}

export interface BandPart {
  readonly nodes: readonly SceneNode[];
  readonly hits: readonly Hit[];
  /** Where its texts stand; the as-of line leaves them clear. */
  readonly texts: readonly Box[];
  readonly tenor?: { readonly topPx: number; readonly ribbon: TenorRibbon };
  readonly cadence?: {
    readonly topPx: number;
    readonly strip: CadenceStrip;
    readonly cadence: Cadence;
  };
}

/** What the pointer can meet, in scene px; the last one painted comes last. */
export type Hit =
  | { readonly kind: 'event'; readonly row: number; readonly box: Box }
  /** Marks of the foot strip, or cells of a column, that stand for several events. */
  | {
      readonly kind: 'cluster';
      /** Where there is a range, a list that is made when asked for. */
      readonly rows: ArrayLike<number>;
      /** Of a large set: its events without a list. */
      readonly range?: RowRange;
      readonly box: Box;
      /** Of a column: the time that it stands for. */
      readonly span?: Span;
    }
  /** A plan beyond the view. */
  | { readonly kind: 'later'; readonly row: number; readonly box: Box }
  | { readonly kind: 'band'; readonly band: Band['id']; readonly box: Box }
  | { readonly kind: 'as-of'; readonly box: Box };

/** A part of the picture: what to paint, and what the pointer meets there. */
export interface Part {
  readonly nodes: readonly SceneNode[];
  readonly hits: readonly Hit[];
  /** Where its texts stand; the as-of line leaves them clear. */
  readonly texts?: readonly Box[];
  /** Rows whose name can be seen here, if only in part. */
  readonly shown?: readonly number[];
}

/** What a frame shows of one lane. */
export interface LaneFrame {
  /** Its place among the lanes. */
  readonly index: number;
  readonly seats: readonly Seat[];
  /** Of its events in view. */
  readonly count: number;
}

/** What the parts of one frame share. */
export interface Frame extends TimelineInput {
  readonly pxPerDay: number;
  readonly regime: Regime;
  readonly lanes: readonly Lane[];
  /** x of a day, fractions and all. */
  readonly xOf: (day: Day) => number;
  /** What the lanes have between the axis, the bands and the foot. */
  readonly ground: Box;
  /** y of a lane's top, the axis and scrolling counted. */
  readonly topOf: (lane: Lane) => number;
  /** The line between what was known to have happened and what lay ahead: the end of the as-of day. */
  readonly asOfX: number;
  /** Rows that the selected event has to do with. */
  readonly linkedRows: ReadonlySet<number>;
}

export const AXIS_PX = 42;

/** What bands take of the picture's height. */
export function bandsPx(bands: readonly Band[] = []): number {
  return bands.reduce((sum, { heightPx }) => sum + heightPx, 0);
}
