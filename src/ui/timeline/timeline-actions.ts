import type { Animation } from './animate-view';

/** What other areas of the screen can ask of the timeline. Registered by it while it is mounted. */
export interface TimelineActions {
  /** Above 1 zooms in, about the middle; animated. */
  zoomBy: (factor: number) => void;
  /** By a share of the view; positive goes on in time; animated. */
  panBy: (share: number) => void;
  showAll: () => void;
  /** Brings an event into view where it is outside. */
  reveal: (eventId: string) => void;
  /** Runs an animation of one's own; anything that begins later stops it. */
  run: (start: (end: () => void) => Animation) => void;
}

let registered: TimelineActions | undefined;

export const timelineActions = {
  register: (actions: TimelineActions | undefined): void => {
    registered = actions;
  },
  zoomBy: (factor: number): void => registered?.zoomBy(factor),
  panBy: (share: number): void => registered?.panBy(share),
  showAll: (): void => registered?.showAll(),
  reveal: (eventId: string): void => registered?.reveal(eventId),
  run: (start: (end: () => void) => Animation): void => registered?.run(start),
};
