import type { EventTable } from '../model/event-table';
import type { Span } from '../time/day';
import { FACETS, type Facet } from './filter';
import { facetBit } from './match';
import { forEachRunIn } from './rows-in-span';

export interface FacetAdvice {
  readonly facet: Facet;
  /** Events that show once the facet is dropped. 0 where no single facet is enough: then it is the one that rejects most. */
  readonly count: number;
}

/**
 * The facet to drop when nothing in the span matches: the one without which most events show; of equals the one that
 * rejects most, then the first of FACETS. Undefined while something matches or no facet is at fault.
 */
export function facetToDrop(
  table: EventTable,
  masks: Uint8Array,
  span: Span,
): FacetAdvice | undefined {
  const byMask = new Uint32Array(1 << FACETS.length);
  forEachRunIn(table, span, (first, end) => {
    countMasks(byMask, masks, first, end);
  });
  if (byMask[0] !== 0) return undefined;
  const tallies = FACETS.map((facet) => {
    const bit = facetBit(facet);
    const rejected = byMask.reduce((sum, count, mask) => (mask & bit ? sum + count : sum), 0);
    return { facet, alone: byMask[bit] ?? 0, rejected };
  });
  // Sorting is stable, so equals keep the order of FACETS.
  const [best] = tallies.toSorted((a, b) => b.alone - a.alone || b.rejected - a.rejected);
  return best && best.rejected > 0 ? { facet: best.facet, count: best.alone } : undefined;
}

/** How many of the rows have each mask. */
function countMasks(counts: Uint32Array, masks: Uint8Array, first: number, end: number): void {
  for (let row = first; row < end; row++) {
    const mask = masks[row] ?? 0;
    counts[mask] = (counts[mask] ?? 0) + 1;
  }
}
