import type { EventTable } from '../model/event-table';
import type { Span } from '../time/day';
import { FACETS, type Facet } from './filter';
import { facetBit } from './match';
import { forEachRowIn } from './window';

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
  const tallies = FACETS.map((facet) => ({ facet, bit: facetBit(facet), alone: 0, rejected: 0 }));
  let matches = 0;
  forEachRowIn(table, span, (row) => {
    const mask = masks[row] ?? 0;
    if (mask === 0) matches += 1;
    for (const tally of tallies) {
      if (mask === tally.bit) tally.alone += 1;
      if (mask & tally.bit) tally.rejected += 1;
    }
  });
  // Sorting is stable, so equals keep the order of FACETS.
  const [best] = tallies.toSorted((a, b) => b.alone - a.alone || b.rejected - a.rejected);
  if (matches > 0 || !best || best.rejected === 0) return undefined;
  return { facet: best.facet, count: best.alone };
}
