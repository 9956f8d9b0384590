/** A page to draw on. */
export interface PageSize {
  readonly widthPx: number;
  /** What does not fit this height goes on to a further page. */
  readonly heightPx: number;
  /** The page ends under what it holds, where that is lower than `heightPx`. */
  readonly isLow?: boolean;
  /** What a px of the scene measures on paper, in points of 1/72 inch. */
  readonly pointsPerPx: number;
}

const POINTS_PER_MM = 72 / 25.4;
/** On slides a letter of 12 px is 6 points high, as in the design. */
const SLIDE_POINTS_PER_PX = 0.5;
/** On paper it is 6.8 points high: what newspapers set in their pictures. */
export const PAPER_MM_PER_PX = 0.2;

/** A page for screens. */
export function screenSize(widthPx: number, heightPx: number): PageSize {
  return { widthPx, heightPx, pointsPerPx: SLIDE_POINTS_PER_PX };
}

/** A page of so many mm. */
export function paperSize(widthMm: number, heightMm: number, isLow = false): PageSize {
  return {
    widthPx: Math.round(widthMm / PAPER_MM_PER_PX),
    heightPx: Math.round(heightMm / PAPER_MM_PER_PX),
    ...(isLow && { isLow }),
    pointsPerPx: PAPER_MM_PER_PX * POINTS_PER_MM,
  };
}

/** Whether a page whose px measure so many points is one of paper: those are told in mm, others in px. */
export function isOfPaper(pointsPerPx: number): boolean {
  return pointsPerPx !== SLIDE_POINTS_PER_PX;
}

/** The sizes that have a name. */
export const PAGE_SIZES = {
  slide: screenSize(1920, 1080),
  'slide-4-3': screenSize(1440, 1080),
  a4: paperSize(210, 297),
  'a4-across': paperSize(297, 210),
  letter: paperSize(215.9, 279.4),
  'letter-across': paperSize(279.4, 215.9),
  column: paperSize(88, 250, true),
  'two-columns': paperSize(180, 250, true),
  square: screenSize(1080, 1080),
} as const satisfies Record<string, PageSize>;

export type PageSizeId = keyof typeof PAGE_SIZES;

export const SIZE_UNITS = ['px', 'mm'] as const;
export type SizeUnit = (typeof SIZE_UNITS)[number];

/** Sides that a page of one's own may have, by its unit. Under these no name has room, over them few programs open it. */
export const SIDE_LIMITS = {
  px: { least: 400, most: 8000 },
  mm: { least: 80, most: 1600 },
} as const satisfies Record<SizeUnit, { readonly least: number; readonly most: number }>;

/** Whether a side is within the limits; not a number is not. */
export function isSide(length: number, unit: SizeUnit): boolean {
  return length >= SIDE_LIMITS[unit].least && length <= SIDE_LIMITS[unit].most;
}

/** A page of one's own, its sides within the limits. */
export function ownSize(width: number, height: number, unit: SizeUnit): PageSize {
  return unit === 'mm'
    ? paperSize(width, height)
    : screenSize(Math.round(width), Math.round(height));
}
