import type { EventTable } from '../../model/event-table';
import type { Placement } from '../../scene/placement';
import type { Scene } from '../../scene/scene';
import type { TimelinePicture } from '../../scene/timeline';
import { blendScene, type EventTops, eventTops } from '../../scene/transition';
import type { Span } from '../../time/day';
import { prefersReducedMotion } from './animate-view';

const PLACE_MS = 200;
const REGIME_MS = 260;
const NEW_NAMES_MS = 120;

interface Run {
  readonly from: EventTops;
  readonly travels: boolean;
  readonly startMs: number;
  readonly durationMs: number;
}

/**
 * Moves names to their new places when filter, grouping, as-of day or lane heights place them anew, and fades in those
 * that a zoom adds. A pan changes no place and runs nothing.
 */
export function createTransition() {
  let before: Shown | undefined;
  let run: Run | undefined;
  return {
    isRunning: () => run !== undefined,
    /** The scene to paint now. */
    of: (picture: TimelinePicture, table: EventTable | undefined): Scene => {
      if (!table) return picture.scene;
      const nowMs = performance.now();
      const begun = before && begin(before, picture);
      // Of two changes at once the one that has begun goes on, so that a fast pan does not start it over and over.
      if (before && begun && run?.durationMs !== begun.durationMs && !prefersReducedMotion())
        run = { ...begun, from: topsOf(before), startMs: nowMs };
      before = { picture, table };
      if (!run) return picture.scene;
      const share = (nowMs - run.startMs) / run.durationMs;
      if (share >= 1) {
        run = undefined;
        return picture.scene;
      }
      const progress = 1 - (1 - Math.max(0, share)) ** 3;
      return blendScene(picture.scene, { ...run, to: topsOf(before), progress });
    },
  };
}

interface Shown {
  readonly picture: TimelinePicture;
  readonly table: EventTable;
}

function topsOf({ picture, table }: Shown): EventTops {
  return eventTops(picture.hits, table);
}

type Begun = Pick<Run, 'travels' | 'durationMs'>;

function begin(before: Shown, picture: TimelinePicture): Begun | undefined {
  // While the as-of line is dragged names keep their places, and those that come with a day come at once.
  if (placedBy(before.picture) !== placedBy(picture)) {
    return { travels: true, durationMs: PLACE_MS };
  }
  if (picture.placement.heldFrom) return undefined;
  if (before.picture.regime !== picture.regime) {
    return { travels: false, durationMs: REGIME_MS };
  }
  // Names that a zoom adds rise from the foot strip; those that a pan brings in stood there already.
  const isMore = picture.named.size > before.picture.named.size;
  return isMore && !isPan(before.picture.view, picture.view)
    ? { travels: true, durationMs: NEW_NAMES_MS }
    : undefined;
}

function placedBy({ placement }: TimelinePicture): Placement {
  return placement.heldFrom ?? placement;
}

/** The same scale elsewhere. */
function isPan(a: Span, b: Span): boolean {
  const apart = Math.abs(a.endDay - a.startDay - (b.endDay - b.startDay));
  return a.startDay !== b.startDay && apart < 1e-6 * (a.endDay - a.startDay);
}
