import { memoize } from '../../lib/memoize';
import type { EventTable } from '../../model/event-table';
import type { Capital } from '../../scene/capital';
import { holdLanes, holdPlacement, holdSmallPlacement } from '../../scene/held-placement';
import { groupRows, type Lane, type LanesInput } from '../../scene/lanes';
import type { Name } from '../../scene/names';
import type { Placement } from '../../scene/placement';
import type { State } from '../../state/state';
import type { Span } from '../../time/day';
import type { PictureSetting } from './picture-source';

/** All that names hang on, the as-of day among it. */
export interface Hanging {
  readonly state: State;
  readonly setting: Pick<PictureSetting, 'words' | 'measure'>;
  readonly input: LanesInput;
  readonly masks: Uint8Array;
  readonly nameOf: (row: number) => Name;
  /** Whole years around the record. */
  readonly extent: Span;
  readonly capital: Capital | undefined;
  /** Of a large set. */
  readonly manyLanes: readonly Lane[] | undefined;
}

interface Stood extends Hanging {
  readonly placement: Placement;
}

/** What must be the same, so that only the day is another. */
const STATE_KEYS = ['dataset', 'filter', 'search', 'grouping', 'language', 'calendar'] as const;

/** Keeps names where they stood when the as-of line last rested. */
export function createHold() {
  let stood: Stood | undefined;
  let hanging: Hanging | undefined;
  const held = memoize(
    (earlier: Stood, _table: EventTable, _masks: Uint8Array, _many: readonly Lane[] | undefined) =>
      hanging && hold(earlier, hanging),
  );
  return {
    /** Undefined where the line rests, or something else has changed with it: then names are to be placed anew. */
    find: (now: Hanging): Placement | undefined => {
      if (!stood || !now.state.asOfMoving || !isSameButDay(stood, now)) return undefined;
      hanging = now;
      return held(stood, now.input.table, now.masks, now.manyLanes);
    },
    note: (now: Hanging, placement: Placement): void => {
      if (!placement.heldFrom) stood = { ...now, placement };
    },
  };
}

function isSameButDay(a: Hanging, b: Hanging): boolean {
  return (
    STATE_KEYS.every((key) => a.state[key] === b.state[key]) &&
    a.input.heightPx === b.input.heightPx &&
    a.setting.words === b.setting.words &&
    a.setting.measure === b.setting.measure &&
    a.capital === b.capital
  );
}

/** Undefined where there are other lanes than before. */
function hold(earlier: Stood, now: Hanging): Placement | undefined {
  const { input, masks, nameOf, extent, capital, manyLanes } = now;
  const lanes = holdLanes(manyLanes ?? groupRows(input), earlier.placement.lanes);
  if (!lanes) return undefined;
  const before = { table: earlier.input.table, placement: earlier.placement };
  const names = { earlier: before, table: input.table, masks, lanes };
  // Columns of a large set hang on the lanes alone.
  if (manyLanes) return holdPlacement({ ...names, columnsOf: () => [] });
  return holdSmallPlacement({
    ...names,
    nameOf,
    extent,
    ...(capital && { columnBody: capital.columnBody, leavesRoom: capital.leavesRoom }),
  });
}
