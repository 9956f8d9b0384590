import { memoize } from '../../lib/memoize';
import type { EventTable } from '../../model/event-table';
import { createDensity, type Density } from '../../scene/density';
import { marksFromPxPerDay } from '../../scene/density-regime';
import { type Group, groupRows, type Lane, type LanesInput, stackLanes } from '../../scene/lanes';
import { nextTask } from '../next-task';

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
        job.grouped = await groupInSteps({ table, masks, grouping, domains });
        onChange();
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

async function groupInSteps(input: GroupsInput): Promise<Grouped> {
  const { table } = input;
  const groups = groupRows(input);
  const densities: Density[] = [];
  for (const { rows } of groups) {
    // One step after the other is the point of it.
    // oxlint-disable-next-line no-await-in-loop
    await nextTask();
    densities.push(createDensity(table, rows));
  }
  await nextTask();
  const marksFrom = marksFromPxPerDay(table, groups);
  const none = createDensity(table, new Uint32Array());
  return { groups, densityOf: (lane) => densities[lane] ?? none, marksFrom };
}
