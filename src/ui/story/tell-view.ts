import type { AppStore } from '../../state/store';
import { storyOf } from '../../state/story';
import type { Span } from '../../time/day';
import { animateView } from '../timeline/animate-view';
import { timelineActions } from '../timeline/timeline-actions';

/** Longer than a zoom: a story leaps over decades. */
const TRAVEL_MS = 480;

/** The travel that is under way, and where it last was. */
let travel: { readonly to: Span; readonly at: Span | undefined } | undefined;

/** Tells a view of the story: one step of the history, and the timeline travels there. */
export function tellView(store: AppStore, viewId: string): void {
  const { view: from, setView, applyView } = store.getState();
  // What is left of a travel that nobody stopped is cut, so that Back leads to its end, not to a point on the way.
  if (travel && travel.at === from) setView(travel.to, 'replace');
  travel = undefined;
  applyView(viewId);
  const { view: to } = store.getState();
  if (from && to && from !== to) travelTo(store, from, to);
}

/** The views before and after the one that is told, where there are such. */
export function stepStory(store: AppStore, by: -1 | 1): void {
  const state = store.getState();
  const views = storyOf(state);
  const at = views.findIndex(({ id }) => id === state.storyId);
  const next = at < 0 ? undefined : views[at + by];
  if (next) tellView(store, next.id);
}

/** Begins the story at its first view, or ends it; false where there is no view to tell. */
export function toggleStory(store: AppStore): boolean {
  const state = store.getState();
  const [first] = storyOf(state);
  if (state.storyId !== undefined) state.endStory('push');
  else if (first) tellView(store, first.id);
  return first !== undefined;
}

function travelTo(store: AppStore, from: Span, to: Span): void {
  timelineActions.run((end) => {
    const { setView } = store.getState();
    setView(from, 'replace');
    travel = { to, at: store.getState().view };
    return animateView({ from, to, durationMs: TRAVEL_MS }, (between, isLast) => {
      setView(between, 'replace');
      travel = isLast ? undefined : { to, at: store.getState().view };
      if (isLast) end();
    });
  });
}
