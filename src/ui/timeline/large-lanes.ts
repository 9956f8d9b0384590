import { memoize } from '../../lib/memoize';
import type { Steps } from '../../lib/steps';
import type { EventTable } from '../../model/event-table';
import type { ColumnUnit } from '../../scene/columns';
import { groupDenseRows } from '../../scene/density';
import { marksFromPxPerDay } from '../../scene/density-regime';
import { type Group, type Lane, type LanesInput, stackLanes } from '../../scene/lanes';
import type { SurveyInput } from '../../scene/survey';
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

const KEPT = 3;

/** Lanes made step by step, so that no frame waits for a pass over a million rows. `onChange` tells when they are there. */
export function createLargeLanes(
  onChange: () => void,
): (input: LanesInput) => LargeLanes | undefined {
  const jobOf = memoize(
    (
      table: EventTable,
      rows: Uint32Array,
      grouping: LanesInput['grouping'],
      domains: readonly string[],
    ) => {
      const steps = groupInSteps({ table, rows, grouping, domains });
      // Most often the first piece is the whole, and the picture need not wait for another frame.
      const first = runPiece(steps, PIECE_MS);
      const job: { grouped?: Grouped } = first.done ? { grouped: first.value } : {};
      void (async () => {
        const grouped = job.grouped ?? (await runInPieces(steps, notOver, PIECE_MS));
        if (!grouped) return;
        const isLate = !job.grouped;
        job.grouped = grouped;
        if (isLate) onChange();
        await nextPaint();
        await runInPieces(foldUnits(grouped), notOver, PIECE_MS);
      })();
      return job;
    },
    KEPT,
  );
  const stack = memoize(
    ({ groups, marksFrom }: Grouped, heightPx: number): LargeLanes => ({
      lanes: stackLanes(groups, heightPx),
      marksFrom,
    }),
    KEPT,
  );
  return ({ table, rows, grouping, domains, heightPx }) => {
    const { grouped } = jobOf(table, rows, grouping, domains);
    return grouped && stack(grouped, heightPx);
  };
}

const notOver = () => false;

function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** A frame has room for that. */
const PIECE_MS = 20;
const UNITS: readonly ColumnUnit[] = ['days', 'weeks', 'months', 'years', 'decades', 'centuries'];

function* groupInSteps(input: SurveyInput): Steps<Grouped> {
  const groups = yield* groupDenseRows(input);
  return { groups, marksFrom: marksFromPxPerDay(input.table, input.rows) };
}

/** Ahead of a zoom; the unit that is shown is there by then. */
function* foldUnits({ groups }: Grouped): Steps<undefined> {
  for (const { density } of groups) {
    for (const unit of UNITS) {
      density?.().usualPx(unit);
      yield;
    }
  }
  return undefined;
}
