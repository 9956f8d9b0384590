import type { EventTable } from '../../model/event-table';
import { linksAsOf, type ShownLink } from '../../model/shown-event';
import type { Road } from '../../query/filter';
import type { RowIndex } from '../../query/window';

/** A step along a link, and what Shift needs to choose another one instead. */
export interface WalkStep {
  readonly way: Road['way'];
  /** Where it set out. */
  readonly fromId: string;
  readonly toId: string;
}

export interface WalkInput {
  readonly table: EventTable;
  readonly matching: Pick<RowIndex, 'has'>;
  readonly selectedId: string;
  readonly way: Road['way'];
  /** Whether the last step, where it led here, is to be taken again to the next of the events linked. */
  readonly isOther: boolean;
  readonly last: WalkStep | undefined;
}

export interface Walked {
  readonly step: WalkStep;
  readonly link: ShownLink;
  /** 1 for the nearest. */
  readonly place: number;
  readonly count: number;
}

/**
 * The linked event to go to: of those before the selected one in the order of the record, or after it, the nearest; when
 * the last step is taken again the next one, and after the farthest the nearest. Undefined where there is none.
 */
export function walkLinks(input: WalkInput): Walked | undefined {
  const { table, selectedId, way, last } = input;
  const isAgain = input.isOther && last?.way === way && last.toId === selectedId;
  const fromId = isAgain ? last.fromId : selectedId;
  const links = linksOneWay(input, fromId);
  const toRow = isAgain ? table.rowOf(last.toId) : undefined;
  const at = toRow === undefined ? 0 : links.findIndex(({ row }) => row === toRow) + 1;
  const place = at % links.length;
  const link = links[place];
  const toId = link && table.idOf(link.row);
  if (!link || toId === undefined) return undefined;
  return { step: { way, fromId, toId }, link, place: place + 1, count: links.length };
}

/** Nearest first, one for each event. */
function linksOneWay({ table, matching, way }: WalkInput, fromId: string): readonly ShownLink[] {
  const from = table.rowOf(fromId);
  if (from === undefined) return [];
  const byRow = new Map<number, ShownLink>();
  for (const link of linksAsOf(table, from)) {
    const isThatWay = way === 'before' ? link.row < from : link.row > from;
    if (isThatWay && matching.has(link.row) && !byRow.has(link.row)) byRow.set(link.row, link);
  }
  const sign = way === 'before' ? -1 : 1;
  return [...byRow.values()].toSorted((a, b) => sign * (a.row - b.row));
}
