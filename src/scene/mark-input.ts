import type { Importance, Status } from '../model/dataset';
import { FLAG } from '../model/event-table';
import type { DomainStyle } from './domain-style';
import type { Ink } from './scene';

/** One event to be drawn. All in px, on the scale of the view. */
export interface MarkInput {
  readonly style: DomainStyle;
  readonly importance: Importance;
  readonly status: Status;
  /** Bits of FLAG. */
  readonly flags: number;
  /** Of the first day and of the day after the last; may lie far outside the view, or be infinite for open ends. */
  readonly startX: number;
  readonly endX: number;
  /** The centre line. */
  readonly y: number;
  readonly asOfX: number;
  readonly viewLeftX: number;
  readonly viewRightX: number;
  readonly dayPx: number;
  /** What the mark lies on; the colour of its halo. */
  readonly surface: Ink;
}

/** `soft` has an end that is not exact; `soft-tall` is high enough to hold its name. */
export type MarkForm = 'point' | 'bar' | 'soft' | 'soft-tall';

/** Radius in px by importance 1 to 5, as `--r-1` to `--r-5`. */
export const RADIUS_PX: Readonly<Record<Importance, number>> = {
  1: 2.75,
  2: 3.5,
  3: 4.5,
  4: 6,
  5: 7.5,
};

const TALL_FROM_PX = 130;
const TALL_HEIGHT_PX = 12;
const MAX_FADE_PX = 26;
const MAX_FADE_SHARE = 0.34;
/** Spans are cut this far outside the view, so that giant coordinates never reach a canvas. */
const CUT_PX = 20;
/** Room at the view's edge for the chevron of an open end. */
const CHEVRON_ROOM_PX = 10;

export const CHEVRON_PX = 5;
export const CHEVRON_GAP_PX = 2;

/** Where a mark lies after cutting, and which of its ends are what. */
export interface MarkPlan {
  readonly form: MarkForm;
  readonly r: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Px over which an end fades; 0 where it is exact or cut. */
  readonly soft: { readonly left: number; readonly right: number };
  /** True where the end lies too far outside the view to be drawn. */
  readonly cut: { readonly left: boolean; readonly right: boolean };
  readonly open: { readonly left: boolean; readonly right: boolean };
  /** Nothing of it can be seen. */
  readonly outside: boolean;
  readonly hollow: boolean;
}

const AHEAD: ReadonlySet<Status> = new Set(['scheduled', 'expected', 'possible', 'postponed']);

export function planMark(input: MarkInput): MarkPlan {
  const { flags, importance, viewLeftX, viewRightX } = input;
  const r = RADIUS_PX[importance];
  const isOpen = openEnds(input);
  const inexact = (flags & (FLAG.approximate | FLAG.uncertain | FLAG.coarse)) !== 0;
  const start = isOpen.left
    ? Math.min(viewLeftX + CHEVRON_ROOM_PX, input.endX - input.dayPx)
    : input.startX;
  const end = isOpen.right
    ? Math.max(viewRightX - CHEVRON_ROOM_PX, start + input.dayPx)
    : input.endX;
  const width = end - start;
  const hollow = AHEAD.has(input.status);
  // An open span is wide by nature: what it looks like must not hang on how much of it the view shows.
  const isOpenSpan = isOpen.left || isOpen.right;
  const fade = isOpenSpan ? MAX_FADE_PX : Math.min(MAX_FADE_PX, MAX_FADE_SHARE * width);
  const cut = {
    left: start + fade < viewLeftX - CUT_PX,
    right: end - fade > viewRightX + CUT_PX,
  };
  const isPoint = width < 2 * r + 2 && !isOpenSpan;
  const tall = hollow && (isOpenSpan || width > TALL_FROM_PX);
  const left = cut.left ? viewLeftX - CUT_PX : start;
  return {
    form: isPoint ? 'point' : formOf(inexact || isOpenSpan, tall),
    r,
    left,
    right: Math.max(left, cut.right ? viewRightX + CUT_PX : end),
    height: tall ? Math.max(TALL_HEIGHT_PX, 1.72 * r) : Math.max(6, 1.72 * r),
    soft: {
      left: (inexact || isOpen.left) && !cut.left ? fade : 0,
      right: (inexact || isOpen.right) && !cut.right ? fade : 0,
    },
    cut,
    open: isOpen,
    outside: end < viewLeftX - CUT_PX || start > viewRightX + CUT_PX,
    hollow,
  };
}

function formOf(isSoft: boolean, tall: boolean): MarkForm {
  if (tall) return 'soft-tall';
  return isSoft ? 'soft' : 'bar';
}

function openEnds({ flags, startX, endX }: MarkInput): { left: boolean; right: boolean } {
  return {
    left: (flags & FLAG.openStart) !== 0 || startX === Number.NEGATIVE_INFINITY,
    right: (flags & FLAG.openEnd) !== 0 || endX === Number.POSITIVE_INFINITY,
  };
}
