/** The id of the timeline's place in the page, which takes the focus itself. */
export const TIMELINE_ID = 'timeline';

/** Puts the focus on the timeline's stop of the Tab key; where no event is in view, on its place. */
export function focusTimeline(): void {
  const place = document.getElementById(TIMELINE_ID);
  const stop = place?.querySelector<HTMLElement>('[data-event][tabindex="0"]');
  (stop ?? place)?.focus({ preventScroll: true });
}
