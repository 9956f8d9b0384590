import type { Day, Span } from '../time/day';

/** The closest view is one day. */
const LEAST_SPAN_DAYS = 1;
/** So much of the view may lie beyond either end of the record. */
const BEYOND_SHARE = 0.5;

/** Moves the view by a share of its own width; positive goes on in time. */
export function panBy(view: Span, share: number): Span {
  const days = (view.endDay - view.startDay) * share;
  return { startDay: view.startDay + days, endDay: view.endDay + days };
}

/** Zooms by a factor (above 1: closer) so that `about` stays where it is. */
export function zoomAbout(view: Span, factor: number, about: Day): Span {
  return {
    startDay: about + (view.startDay - about) / factor,
    endDay: about + (view.endDay - about) / factor,
  };
}

export function middleOf(view: Span): Day {
  return (view.startDay + view.endDay) / 2;
}

/** No closer than a day, no wider than the whole, and at most half a view beyond either end of it. */
export function clampView(view: Span, whole: Span): Span {
  const wholeDays = whole.endDay - whole.startDay;
  const days = Math.min(Math.max(view.endDay - view.startDay, LEAST_SPAN_DAYS), wholeDays);
  const beyond = Math.min(days * BEYOND_SHARE, wholeDays - days);
  const middle = middleOf(view);
  const first = whole.startDay - beyond;
  const last = whole.endDay + beyond - days;
  const startDay = Math.min(Math.max(middle - days / 2, first), last);
  return { startDay, endDay: startDay + days };
}

/** The view moved, not zoomed, so that a span lies inside with some air; the same where it does already. */
export function revealSpan(view: Span, span: Span): Span {
  const days = view.endDay - view.startDay;
  if (span.startDay >= view.startDay && span.endDay <= view.endDay) return view;
  const covers = span.startDay < view.endDay && span.endDay > view.startDay;
  if (covers && span.endDay - span.startDay > days) return view;
  const middle = span.endDay - span.startDay > days ? span.startDay : middleOf(span);
  return { startDay: middle - days / 2, endDay: middle + days / 2 };
}

/** The closest view that parts the given middles of events, with air at both sides. Undefined where all lie on one day. */
export function viewOfEvents(days: readonly Day[], whole: Span): Span | undefined {
  const first = Math.min(...days);
  const last = Math.max(...days);
  if (last - first < 1) return undefined;
  const air = (last - first) * 0.35 + 1;
  return clampView({ startDay: first - air, endDay: last + air }, whole);
}
