import { memoize } from '../../lib/memoize';
import type { Steps } from '../../lib/steps';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../query/filter';
import { rejectMasks } from '../../query/match';
import { matchingRows, type RowIndex } from '../../query/window';
import { groupDenseRows } from '../../scene/density';
import { marksFromPxPerDay, unitsBelow } from '../../scene/density-regime';
import { domainRows, type GroupingInput } from '../../scene/lane-sets';
import { type Group, type Lane, type LanesInput, stackLanes } from '../../scene/lanes';
import { aheadRows, classesOf, periodRows } from '../../scene/row-classes';
import { tableColumns } from '../../scene/table-columns';
import { runInPieces, runPiece } from '../run-in-pieces';

/** Lanes of a large set. */
export interface LargeLanes {
  readonly lanes: readonly Lane[];
  /** The scale from which single marks are drawn. */
  readonly marksFrom: number;
}

/** What is made of a filter, whatever the room for it. */
interface Grouped {
  readonly groups: readonly Group[];
  readonly marksFrom: number;
}

/** Work on the lanes of a filter, which can rest and be taken up again. */
interface Job {
  readonly table: EventTable;
  readonly steps: Steps<Grouped>;
  grouped: Grouped | undefined;
  isRunning: boolean;
}

const KEPT = 3;

/** Lanes made step by step, so that no frame waits for a pass over a million rows. `onChange` tells when they are there. */
export function createLargeLanes(
  onChange: () => void,
): (input: LanesInput) => LargeLanes | undefined {
  let latest: Job | undefined;
  const jobOf = memoize(
    (
      table: EventTable,
      matching: RowIndex,
      grouping: LanesInput['grouping'],
      filter: LanesInput['filter'],
    ): Job => {
      const steps = groupInSteps({ table, matching, grouping, filter });
      // Most often the first piece is the whole, and the picture need not wait for another frame.
      const first = runPiece(steps, PIECE_MS);
      return { table, steps, grouped: first.done ? first.value : undefined, isRunning: false };
    },
    KEPT,
  );
  /** Rests as soon as another filter, or another day, is looked at. */
  const run = async (job: Job) => {
    const isOver = () => job !== latest;
    job.isRunning = true;
    if (!job.grouped) {
      job.grouped = await runInPieces(job.steps, isOver, PIECE_MS);
      if (job.grouped) onChange();
    }
    if (job.grouped && !isOver()) await pause(FOLD_AFTER_MS);
    if (job.grouped && !isOver()) await runInPieces(foldUnits(job.grouped), isOver, PIECE_MS);
    if (job.grouped && !isOver()) await runInPieces(rehearse(job.table), isOver, PIECE_MS);
    job.isRunning = false;
  };
  const stack = memoize(
    ({ groups, marksFrom }: Grouped, heightPx: number): LargeLanes => ({
      lanes: stackLanes(groups, heightPx),
      marksFrom,
    }),
    KEPT,
  );
  return ({ table, matching, grouping, filter, heightPx }) => {
    const job = jobOf(table, matching, grouping, filter);
    if (job !== latest) {
      latest = job;
      if (!job.isRunning) void run(job);
    }
    return job.grouped && stack(job.grouped, heightPx);
  };
}

/** By then the worker has counted for the rail, which on few cores this would hold up. */
const FOLD_AFTER_MS = 300;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** A frame has room for that. */
const PIECE_MS = 20;

function* groupInSteps(input: GroupingInput): Steps<Grouped> {
  const { table, matching } = input;
  // Passes over all events, once for each table.
  for (const prepare of [classesOf, aheadRows, periodRows, domainRows]) {
    prepare(table);
    yield;
  }
  // Columns ask for it; of few events that takes no time, and marks do without.
  if (table.count > MANY) daysOf(table);
  yield;
  return { groups: groupDenseRows(input), marksFrom: marksFromPxPerDay(table, matching) };
}

const MANY = 50_000;
const daysOf = (table: EventTable) => tableColumns(table, 'days');

/** The tables of datasets of which a filter was gone through. */
const rehearsed = new WeakSet<Dataset>();

/** Goes once through what a filter takes: its first press would meet code that the browser has yet to compile. */
function* rehearse(table: EventTable): Steps<undefined> {
  const { dataset } = table;
  if (rehearsed.has(dataset)) return undefined;
  rehearsed.add(dataset);
  const domains = dataset.domains.slice(1).map(({ id }) => id);
  const filter = { ...NO_FILTER, domains };
  const masks = rejectMasks(table, filter);
  yield;
  const matching = matchingRows(table, masks);
  yield;
  const groups = groupDenseRows({ table, matching, grouping: 'domain', filter });
  yield;
  marksFromPxPerDay(table, matching);
  yield;
  for (const { density } of groups) {
    density?.().usualPx('years');
    yield;
  }
  return undefined;
}

/** Ahead of a zoom; the unit that is shown is there by then, and those that marks come before are never shown. */
function* foldUnits({ groups, marksFrom }: Grouped): Steps<undefined> {
  for (const { density } of groups) {
    for (const unit of unitsBelow(marksFrom)) {
      density?.().usualPx(unit);
      yield;
    }
  }
  return undefined;
}
