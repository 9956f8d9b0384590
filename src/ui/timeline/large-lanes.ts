import { memoize } from '../../lib/memoize';
import type { Steps } from '../../lib/steps';
import type { EventTable } from '../../model/event-table';
import type { ColumnUnit } from '../../scene/columns';
import { createDensityInSteps, type Density } from '../../scene/density';
import { marksFromPxPerDay } from '../../scene/density-regime';
import {
  type Group,
  groupRowsInSteps,
  type Lane,
  type LanesInput,
  stackLanes,
} from '../../scene/lanes';
import type { Span } from '../../time/day';
import { runInPieces } from '../run-in-pieces';

/** Lanes of a large set with their columns. */
export interface LargeLanes {
  readonly lanes: readonly Lane[];
  readonly densityOf: (lane: number) => Density;
  /** The scale from which single marks are drawn. */
  readonly marksFrom: number;
}

/** What is made of a filter, whatever the room for it. */
interface Grouped {
  readonly groups: readonly Group[];
  readonly densityOf: (lane: number) => Density;
  readonly marksFrom: number;
}

const KEPT = 3;

/** Lanes made step by step, so that no frame waits for a pass over a million rows. `onChange` tells when they are there. */
export function createLargeLanes(
  onChange: () => void,
): (input: LanesInput) => LargeLanes | undefined {
  const jobOf = memoize(
    (
      table: EventTable,
      masks: Uint8Array,
      grouping: LanesInput['grouping'],
      domains: readonly string[],
    ) => {
      const job: { grouped?: Grouped } = {};
      const run = async () => {
        const steps = groupInSteps({ table, masks, grouping, domains });
        const grouped = await runInPieces(steps, () => false, PIECE_MS);
        if (!grouped) return;
        job.grouped = grouped;
        onChange();
        await runInPieces(foldUnits(grouped), () => false, PIECE_MS);
      };
      void run();
      return job;
    },
    KEPT,
  );
  const stack = memoize(
    ({ groups, densityOf, marksFrom }: Grouped, heightPx: number): LargeLanes => ({
      lanes: stackLanes(groups, heightPx),
      densityOf,
      marksFrom,
    }),
    KEPT,
  );
  return ({ table, masks, grouping, domains, heightPx }) => {
    const { grouped } = jobOf(table, masks, grouping, domains);
    return grouped && stack(grouped, heightPx);
  };
}

type GroupsInput = Omit<LanesInput, 'heightPx'>;

/** A frame has room for that. */
const PIECE_MS = 20;
const UNITS: readonly ColumnUnit[] = ['days', 'weeks', 'months', 'years', 'decades', 'centuries'];
const LATER: Span = { startDay: Number.POSITIVE_INFINITY, endDay: Number.POSITIVE_INFINITY };

/** What every frame asks of the lanes, so that none has to wait for it. */
function* groupInSteps(input: GroupsInput): Steps<Grouped> {
  const { table } = input;
  const groups = yield* groupRowsInSteps(input);
  const densities: Density[] = [];
  for (const { rows, index, plans } of groups) {
    const density = yield* createDensityInSteps(table, rows);
    densities.push(density);
    plans();
    yield;
    index.countIn(LATER);
    yield;
  }
  const marksFrom = marksFromPxPerDay(table, groups);
  const none = yield* createDensityInSteps(table, new Uint32Array());
  return { groups, densityOf: (lane) => densities[lane] ?? none, marksFrom };
}

/** Ahead of a zoom; the unit that is shown is there by then. */
function* foldUnits({ groups, densityOf }: Grouped): Steps<undefined> {
  for (const lane of groups.keys()) {
    for (const unit of UNITS) {
      densityOf(lane).usualPx(unit);
      yield;
    }
  }
  return undefined;
}
