import type { Importance } from '../model/dataset';
import type { Font, Ink } from './scene';

/** Distances of the slide, in px. */
export const PAGE = {
  marginPx: 64,
  /** From the page's margin to where the range begins: room for the domains' shapes. */
  plotInsetPx: 20,
  /** From the range's end to the page's margin: room for the next period's name. */
  plotOutsetPx: 44,
  /** Head of a lane and single names stand in rows of this height, at density 1. */
  rowPx: 20,
  unitsPerRow: 8,
  laneMinPx: 64,
} as const;

/** The marks are drawn this much larger than on screen. */
export const MARK_SCALE = 1.25;

/** How far apart rows stand, widest first; the first at which the page is high enough is taken. */
export const DENSITIES = [1.4, 1.2, 1.1, 1, 0.95, 0.9] as const;

/** What places cost when a name looks for one. */
export interface PlaceCosts {
  /** For each row from the lane's top. */
  readonly row: number;
  /** Where the name of something past crosses the as-of line. */
  readonly crossing: number;
  readonly left: number;
  readonly furtherLine: number;
  readonly below: number;
}

/** As on screen; then, for want of height, with less heed to beauty. */
export const COSTS: readonly PlaceCosts[] = [
  { row: 0.55, crossing: 5.5, left: 0.5, furtherLine: 0.9, below: 0.7 },
  { row: 1.4, crossing: 3, left: 0.3, furtherLine: 0.9, below: 0.3 },
  { row: 3, crossing: 1, left: 0.1, furtherLine: 0.9, below: 0 },
];

export interface NameStyle {
  readonly font: Font;
  readonly ink: Ink;
}

const NAMES: Readonly<Record<Importance, NameStyle>> = {
  5: { font: { family: 'ui', sizePx: 18, weight: 650 }, ink: 'ink-1' },
  4: { font: { family: 'ui', sizePx: 14, weight: 600 }, ink: 'ink-1' },
  3: { font: { family: 'ui', sizePx: 13.5, weight: 450 }, ink: 'ink-1' },
  2: { font: { family: 'ui', sizePx: 12.5, weight: 400 }, ink: 'ink-2' },
  1: { font: { family: 'ui', sizePx: 12, weight: 400 }, ink: 'ink-2' },
};

export function nameStyle(importance: number): NameStyle {
  return NAMES[importance as Importance] ?? NAMES[3];
}

export const FONT = {
  title: { family: 'text', sizePx: 44, weight: 600 },
  subtitle: { family: 'ui', sizePx: 18, weight: 400 },
  legend: { family: 'ui', sizePx: 13.5, weight: 400 },
  axis: { family: 'ui', sizePx: 15, weight: 400 },
  axisStrong: { family: 'ui', sizePx: 15, weight: 650 },
  pill: { family: 'ui', sizePx: 13.5, weight: 600 },
  lane: { family: 'ui', sizePx: 16, weight: 650 },
  date: { family: 'ui', sizePx: 11.5, weight: 400 },
  sourceNumber: { family: 'ui', sizePx: 10, weight: 400 },
  sourcesTitle: { family: 'ui', sizePx: 13, weight: 650 },
  sourcesNote: { family: 'ui', sizePx: 13, weight: 400 },
  source: { family: 'ui', sizePx: 11, weight: 400 },
  note: { family: 'ui', sizePx: 12.5, weight: 400 },
  sourceIndex: { family: 'ui', sizePx: 11, weight: 600, tabular: true },
  wordmark: { family: 'text', sizePx: 14, weight: 600 },
  foot: { family: 'ui', sizePx: 13, weight: 400 },
  empty: { family: 'ui', sizePx: 18, weight: 400 },
} as const satisfies Record<string, Font>;

/** Letters reach this far above and below the baseline, in parts of the font's size (also Japanese ones). */
export const ASCENT = 0.8;
export const DESCENT = 0.2;

export function lineHeightPx(sizePx: number, density: number): number {
  return sizePx * (density < 1 ? 1.14 : 1.22);
}
