import { certaintyOf, type TenorSamples } from '../query/tenor';
import type { Day } from '../time/day';

/** A day's tenor in px. */
export interface TenorPlace {
  readonly x: number;
  /** −2 to 2. */
  readonly value: number;
  /** The standard error, in points. */
  readonly error: number;
  /** 0 where nothing is known, to 1 where as much is known as the picture tells apart. */
  readonly strength: number;
}

/** As much as some four events that agree make sure of. */
const SURE = 0.55;

/**
 * The samples before a day as stretches without a gap, each of two places or more. The last one ends on that day, between
 * two samples.
 */
export function tenorRuns(
  samples: TenorSamples,
  { endDay, xOf }: { readonly endDay: Day; readonly xOf: (day: number) => number },
): readonly TenorPlace[][] {
  const { first, count, stepDays, value, error } = samples;
  const runs: TenorPlace[][] = [];
  let run: TenorPlace[] = [];
  const end = () => {
    if (run.length > 1) runs.push(run);
    run = [];
  };
  for (let i = 0; i < count; i++) {
    const day = (first + i) * stepDays;
    if (Number.isNaN(value[i])) end();
    else if (day <= endDay) run.push(placeOf(xOf(day), value[i] ?? 0, error[i] ?? 0));
    else {
      const before = run.at(-1);
      const share = 1 - (day - endDay) / stepDays;
      if (!before || share <= 0) break;
      const mix = (a: number, b: number) => a + share * (b - a);
      run.push(
        placeOf(xOf(endDay), mix(before.value, value[i] ?? 0), mix(before.error, error[i] ?? 0)),
      );
      break;
    }
  }
  end();
  return runs;
}

function placeOf(x: number, value: number, error: number): TenorPlace {
  return { x, value, error, strength: Math.min(1, certaintyOf(error) / SURE) };
}

/** x and height above the zero line. */
export type Height = readonly [x: number, height: number];

/** A point is put in where the line crosses zero, so that what lies above and what lies below meet there. */
export function withCrossings(heights: readonly Height[]): Height[] {
  return heights.flatMap(([x, height], i) => {
    const [beforeX, before] = heights[i - 1] ?? [x, height];
    if (before * height >= 0) return [[x, height] as const];
    const share = before / (before - height);
    return [[beforeX + share * (x - beforeX), 0] as const, [x, height] as const];
  });
}
