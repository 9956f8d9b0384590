/**
 * A picture as data. Everything is in CSS pixels, x to the right, y down, in painter's order.
 * Colours are names of tokens; a painter is given the palette.
 */
export interface Scene {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly nodes: readonly SceneNode[];
}

export type Ink =
  | 'bg'
  | 'panel'
  | 'canvas'
  | 'ahead'
  | 'raise'
  | 'line-1'
  | 'line-2'
  | 'line-3'
  | 'ink-1'
  | 'ink-2'
  | 'ink-3'
  | 'on-ink'
  | 'dip'
  | 'dip-text'
  | 'dip-tint'
  | 'sec'
  | 'sec-text'
  | 'sec-tint'
  | 'eco'
  | 'eco-text'
  | 'eco-tint'
  | 'other'
  | 'other-text'
  | 'other-tint'
  | 'focus'
  | 'warn'
  | 'warn-tint'
  | 'error'
  | 'error-tint'
  | 'tenor-up'
  | 'tenor-down'
  | 'tenor-line';

/** `ui` is Inter, `text` Source Serif 4; Noto Sans JP stands behind both. */
export interface Font {
  readonly family: 'ui' | 'text';
  readonly sizePx: number;
  readonly weight: number;
  /** Figures of one width; in columns of numbers only. */
  readonly tabular?: boolean;
}

/** Width of a text in px. Passed in, so that scenes are the same wherever they are computed. */
export type MeasureText = (text: string, font: Font) => number;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A fill that runs horizontally from x0 to x1; offsets 0 to 1. */
export interface FadeFill {
  readonly x0: number;
  readonly x1: number;
  readonly stops: readonly {
    readonly offset: number;
    readonly ink: Ink;
    readonly opacity: number;
  }[];
}

export interface Stroke {
  readonly ink: Ink;
  readonly widthPx: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
  /** Where the line itself must fade; else `ink` all along. */
  readonly fade?: FadeFill;
}

interface Style {
  readonly fill?: Ink | FadeFill;
  readonly stroke?: Stroke;
  readonly opacity?: number;
}

export interface RectShape extends Style, Box {
  readonly kind: 'rect';
  readonly radius?: number;
}
export interface CircleShape extends Style {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
export interface PolygonShape extends Style {
  readonly kind: 'polygon';
  /** x0, y0, x1, y1, … */
  readonly points: readonly number[];
  /** False for an open line. */
  readonly closed: boolean;
}
export interface CurveShape extends Style {
  readonly kind: 'curve';
  /** One cubic: start, two controls, end. */
  readonly points: readonly [number, number, number, number, number, number, number, number];
}
export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  /** BCP 47 tag of this run. */
  readonly lang: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly font: Font;
  readonly ink: Ink;
  readonly align: 'start' | 'middle' | 'end';
  /** Raised: source numbers in an export. The painter draws at `y` as given; this is for readers of the SVG only. */
  readonly role?: 'source-number';
  /** An http or https address that a click on the text opens, in formats that have links. */
  readonly href?: string;
  /** A surface-coloured outline behind the letters, so that a line under them does not cross them. */
  readonly halo?: { readonly ink: Ink; readonly widthPx: number };
  readonly opacity?: number;
}
export type Shape = RectShape | CircleShape | PolygonShape | CurveShape | TextShape;

/** Shapes that belong together: an event, a lane, the axis. */
export interface Group {
  readonly kind: 'group';
  /** Set on the group of an event. */
  readonly eventId?: string;
  /** What the group is, for readers of an SVG: `axis`, `lane security`, an event's title … */
  readonly label?: string;
  readonly clip?: Box;
  readonly opacity?: number;
  readonly nodes: readonly SceneNode[];
}

export type SceneNode = Shape | Group;
