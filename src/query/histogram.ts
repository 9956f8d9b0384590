import { STATUSES } from '../model/dataset';
import { type EventTable, OPEN_END_DAY, OPEN_START_DAY } from '../model/event-table';
import { civilOf, type Span } from '../time/day';
import type { Facet } from './filter';
import { facetBit } from './match';
import { forEachRowIn } from './window';

export interface BinQuery {
  readonly table: EventTable;
  readonly masks: Uint8Array;
  readonly span: Span;
  /** How many equal parts the span is cut into. */
  readonly bins: number;
  /** The facet that does not count: a facet's own histogram obeys all others. */
  readonly facet?: Facet;
}

/** Events by domain and bin, at `domain * bins + bin`. */
export interface BinCounts {
  readonly bins: number;
  /** What happened or is under way: drawn solid. */
  readonly happened: Uint32Array;
  /** What lies ahead, and what never came about: drawn hollow. */
  readonly ahead: Uint32Array;
  /** The tallest bin, both counts together, over all domains. */
  readonly highest: number;
}

/**
 * Each event once under each of its domains, in the bin of its first day; what began before the span in the first bin.
 * So a domain's bins add up to its count in `countFacets`.
 */
export function binCounts({ table, masks, span, bins, facet }: BinQuery): BinCounts {
  const ignored = facet === undefined ? 0 : facetBit(facet);
  const domainCount = table.dataset.domains.length;
  const happened = new Uint32Array(domainCount * bins);
  const ahead = new Uint32Array(domainCount * bins);
  const perDay = bins / (span.endDay - span.startDay);
  let highest = 0;
  forEachRowIn(table, span, (row) => {
    if (((masks[row] ?? 0) & ~ignored) !== 0) return;
    const bin = Math.floor(((table.startDay[row] ?? 0) - span.startDay) * perDay);
    const counts = isSolid(table, row) ? happened : ahead;
    for (let domain = 0; domain < domainCount; domain++) {
      if (((table.domainMask[row] ?? 0) & (1 << domain)) === 0) continue;
      const at = domain * bins + Math.min(Math.max(bin, 0), bins - 1);
      counts[at] = (counts[at] ?? 0) + 1;
      highest = Math.max(highest, (happened[at] ?? 0) + (ahead[at] ?? 0));
    }
  });
  return { bins, happened, ahead, highest };
}

function isSolid(table: EventTable, row: number): boolean {
  const status = STATUSES[table.status[row] ?? 0];
  return status === 'happened' || status === 'under-way';
}

/** Matching events by year and main domain, at `(year - firstYear) * domains + domain`. */
export interface YearCounts {
  readonly firstYear: number;
  readonly years: number;
  readonly domains: number;
  readonly counts: Uint16Array;
}

/** By the year of the first day, or of the last where the start is open. The years are those of all rows, matching or not. */
export function yearCounts(table: EventTable, masks: Uint8Array): YearCounts {
  const yearOf = Int32Array.from({ length: table.count }, (_, row) => yearOfRow(table, row));
  const dated = yearOf.filter((year) => year !== NO_YEAR);
  const firstYear = dated.reduce((least, year) => Math.min(least, year), dated[0] ?? 0);
  const lastYear = dated.reduce((most, year) => Math.max(most, year), firstYear - 1);
  const domains = table.dataset.domains.length;
  const years = lastYear - firstYear + 1;
  const counts = new Uint16Array(years * domains);
  yearOf.forEach((year, row) => {
    if (year === NO_YEAR || masks[row] !== 0) return;
    const at = (year - firstYear) * domains + (table.domain[row] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  });
  return { firstYear, years, domains, counts };
}

/** Of an event without any end to date it by. */
const NO_YEAR = -1_000_000;

function yearOfRow({ startDay, endDay }: EventTable, row: number): number {
  const start = startDay[row] ?? OPEN_START_DAY;
  if (start !== OPEN_START_DAY) return civilOf(start).year;
  const end = endDay[row] ?? OPEN_END_DAY;
  return end === OPEN_END_DAY ? NO_YEAR : civilOf(end - 1).year;
}
