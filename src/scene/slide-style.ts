import type { Importance } from '../model/dataset';
import type { Font, Ink } from './scene';

/** Eighths of a row, in which places are counted. */
export const UNITS_PER_ROW = 8;

/** Fonts and distances of a page, in px, by its width. */
export interface PageStyle {
  readonly widthPx: number;
  readonly marginPx: number;
  /** From the page's margin to where the range begins: room for the domains' shapes. */
  readonly plotInsetPx: number;
  /** From the range's end to the page's margin: room for the next period's name. */
  readonly plotOutsetPx: number;
  /** Head of a lane and single names stand in rows of this height, at density 1. */
  readonly rowPx: number;
  readonly laneMinPx: number;
  readonly axis: AxisStyle;
  readonly head: HeadStyle;
  /** Least height of the foot, with the page's lower margin. */
  readonly footPx: number;
  /** The marks are drawn this much larger than on screen. */
  readonly markScale: number;
  readonly names: Readonly<Record<Importance, NameStyle>>;
  readonly font: PageFonts;
  /** Of sources, and of running text on pages without a picture. */
  readonly sourceColumns: number;
  readonly textColumns: number;
}

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

/** Heights from the head's lower edge to the axis' line: the row of the as-of pill, then that of the periods' names. */
export interface AxisStyle {
  readonly heightPx: number;
  readonly pill: { readonly topPx: number; readonly heightPx: number; readonly paddingPx: number };
  readonly tickTopPx: number;
  readonly baselinePx: number;
}

export interface HeadStyle {
  readonly barTopPx: number;
  readonly firstTitlePx: number;
  readonly titleLinePx: number;
  /** From the last line of the title to the first of the subtitle. */
  readonly subtitleDropPx: number;
  readonly subtitleLinePx: number;
  readonly legendLinePx: number;
  readonly legendGapPx: number;
  readonly belowPx: number;
}

export interface NameStyle {
  readonly font: Font;
  readonly ink: Ink;
}

type FontUse =
  | 'title'
  | 'subtitle'
  | 'legend'
  | 'axis'
  | 'axisStrong'
  | 'pill'
  | 'lane'
  | 'date'
  | 'sourceNumber'
  | 'sourcesTitle'
  | 'sourcesNote'
  | 'source'
  | 'sourceIndex'
  | 'note'
  | 'wordmark'
  | 'foot'
  | 'empty';
export type PageFonts = Readonly<Record<FontUse, Font>>;

/** The widths between which sizes grow: a newspaper's column and a slide. */
const LEAST_PX = 440;
const FULL_PX = 1920;
/** A page much wider than high has no room for the letters of its width. */
const MOST_PER_HEIGHT = 1.8;
const LEAST_MARGIN_PX = 12;
/** A column of sources or of text is as wide as this at least, if there is more than one. */
const SOURCE_COLUMN_PX = 290;
const MOST_SOURCE_COLUMNS = 5;
const TEXT_COLUMN_PX = 380;
const MOST_TEXT_COLUMNS = 4;

/** The look of a page: at 1920 px that of the design's slide, smaller down to a newspaper's column. */
export function pageStyle(widthPx: number, heightPx: number): PageStyle {
  const reachPx = Math.min(widthPx, MOST_PER_HEIGHT * heightPx);
  const share = Math.min(1, Math.max(0, (reachPx - LEAST_PX) / (FULL_PX - LEAST_PX)));
  const between = (least: number, full: number) => least + (full - least) * share;
  const sizeOf = (least: number, full: number) => Math.round(2 * between(least, full)) / 2;
  const marginPx = Math.round(widthPx < LEAST_PX ? LEAST_MARGIN_PX : between(16, 64));
  const innerPx = widthPx - 2 * marginPx;
  const ui = (least: number, full: number, weight: number): Font => ({
    family: 'ui',
    sizePx: sizeOf(least, full),
    weight,
  });
  return {
    widthPx,
    marginPx,
    plotInsetPx: Math.round(between(10, 20)),
    plotOutsetPx: Math.round(between(12, 44)),
    rowPx: sizeOf(18, 20),
    laneMinPx: Math.round(between(40, 64)),
    axis: {
      heightPx: Math.round(between(48, 60)),
      pill: {
        topPx: Math.round(between(2, 5)),
        heightPx: Math.round(between(20, 24)),
        paddingPx: Math.round(between(8, 11)),
      },
      tickTopPx: Math.round(between(24, 30)),
      baselinePx: Math.round(between(40, 50)),
    },
    head: {
      barTopPx: Math.round(between(14, 34)),
      firstTitlePx: Math.round(between(41, 86)),
      titleLinePx: Math.round(between(25, 50)),
      subtitleDropPx: Math.round(between(23, 41)),
      subtitleLinePx: Math.round(between(17, 23)),
      legendLinePx: Math.round(between(19, 22)),
      legendGapPx: Math.round(between(14, 19)),
      belowPx: Math.round(between(8, 11)),
    },
    footPx: Math.round(between(44, 74)),
    markScale: between(1.05, 1.25),
    names: {
      5: { font: ui(14.5, 18, 650), ink: 'ink-1' },
      4: { font: ui(13, 14, 600), ink: 'ink-1' },
      3: { font: ui(12.5, 13.5, 450), ink: 'ink-1' },
      2: { font: ui(12, 12.5, 400), ink: 'ink-2' },
      1: { font: ui(11.5, 12, 400), ink: 'ink-2' },
    },
    font: {
      title: { family: 'text', sizePx: sizeOf(21, 44), weight: 600 },
      subtitle: ui(12.5, 18, 400),
      legend: ui(11.5, 13.5, 400),
      axis: ui(12, 15, 400),
      axisStrong: ui(12, 15, 650),
      pill: ui(11.5, 13.5, 600),
      lane: ui(13.5, 16, 650),
      date: ui(11, 11.5, 400),
      sourceNumber: ui(9, 10, 400),
      sourcesTitle: ui(11.5, 13, 650),
      sourcesNote: ui(11, 13, 400),
      source: ui(10.5, 11, 400),
      sourceIndex: { ...ui(10.5, 11, 600), tabular: true },
      note: ui(11.5, 12.5, 400),
      wordmark: { family: 'text', sizePx: sizeOf(12.5, 14), weight: 600 },
      foot: ui(10.5, 13, 400),
      empty: ui(14, 18, 400),
    },
    sourceColumns: columnsIn(innerPx, SOURCE_COLUMN_PX, MOST_SOURCE_COLUMNS),
    textColumns: columnsIn(innerPx, TEXT_COLUMN_PX, MOST_TEXT_COLUMNS),
  };
}

function columnsIn(innerPx: number, columnPx: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(innerPx / columnPx)));
}

export function nameStyle(style: PageStyle, importance: number): NameStyle {
  return style.names[importance as Importance] ?? style.names[3];
}

/** Letters reach this far above and below the baseline, in parts of the font's size (also Japanese ones). */
export const ASCENT = 0.8;
export const DESCENT = 0.2;

export function lineHeightPx(sizePx: number, density: number): number {
  return sizePx * (density < 1 ? 1.14 : 1.22);
}
