import { recordExtent } from '../../state/record-extent';
import type { State } from '../../state/state';
import { type Day, formatIsoDay, type Span } from '../../time/day';
import type { PictureRange } from './picture-words';

export const RANGE_KINDS = ['visible', 'selected', 'whole', 'views', 'typed'] as const;
/** What is on screen, what was picked there, the whole record, each view of the story, or days of one's own. */
export type RangeKind = (typeof RANGE_KINDS)[number];

/** Days as they stand in the fields; an empty or half-written field is undefined. */
export interface RangeDraft {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

export interface RangeChoice {
  readonly kind: RangeKind;
  readonly draft: RangeDraft;
}

type Ranged = Pick<State, 'view' | 'rangeSelection' | 'dataset'>;

/** Begins with the picked range, else with what is visible. */
export function firstRange(state: Ranged): RangeChoice {
  return rangeOfKind(state.rangeSelection ? 'selected' : 'visible', state);
}

/** What is chosen by a press; the fields show its days. */
export function rangeOfKind(
  kind: RangeKind,
  state: Ranged,
  draft: RangeDraft = NO_DAYS,
): RangeChoice {
  const { view, rangeSelection, dataset } = state;
  if (kind === 'visible') return { kind, draft: draftOf(view) };
  if (kind === 'selected') return { kind, draft: draftOf(rangeSelection) };
  if (kind === 'whole') return { kind, draft: draftOf(dataset && recordExtent(dataset)) };
  return { kind, draft };
}

const NO_DAYS: RangeDraft = { from: undefined, to: undefined };

/** The range of a draft, or why there is none. */
export function rangeOfDraft({ from, to }: RangeDraft): PictureRange | 'empty' | 'reversed' {
  if (from === undefined || to === undefined) return 'empty';
  return from > to ? 'reversed' : { fromDay: from, toDay: to };
}

/** Whole days about a span. */
function draftOf(span: Span | undefined): RangeDraft {
  if (!span) return NO_DAYS;
  const from = Math.floor(span.startDay);
  return { from, to: Math.max(from, Math.ceil(span.endDay) - 1) };
}

/** As a part of a file's name: `2023-01-01--2023-06-30`. */
export function rangeName({ fromDay, toDay }: PictureRange): string {
  return `${formatIsoDay(fromDay)}--${formatIsoDay(toDay)}`;
}
