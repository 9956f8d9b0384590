import type { Day } from '../time/day';
import type { Ink, Shape } from './scene';
import { withCrossings } from './tenor-curve';

export interface TenorPoint {
  readonly day: Day;
  /** −2 conflict to 2 cooperation; undefined where there is no data, which leaves a gap. */
  readonly value: number | undefined;
}

interface TenorInput {
  /** Sorted by day. */
  readonly points: readonly TenorPoint[];
  /** Where tenor 0 lies. */
  readonly zero: number;
  readonly xOfDay: (day: Day) => number;
}

const PX_PER_POINT = 12;
const MOST_UP_PX = 12.5;
const MOST_DOWN_PX = 9;

/** The tenor as an area above and one below its zero line, and a line along both, for each stretch without a gap. */
export function overviewTenor({ points, zero, xOfDay }: TenorInput): Shape[] {
  return stretchesOf(points).flatMap((stretch) => {
    const places = withCrossings(
      stretch.map(({ day, value }) => [xOfDay(day), heightOf(value)] as const),
    );
    const [first, last] = [places[0]?.[0] ?? 0, places.at(-1)?.[0] ?? 0];
    const area = (fill: Ink, keep: (height: number) => number): Shape => ({
      kind: 'polygon',
      closed: true,
      points: [
        first,
        zero,
        ...places.flatMap(([x, height]) => [x, zero - keep(height)]),
        last,
        zero,
      ],
      fill,
    });
    return [
      area('tenor-up', (height) => Math.max(0, height)),
      area('tenor-down', (height) => Math.min(0, height)),
      {
        kind: 'polygon',
        closed: false,
        points: places.flatMap(([x, height]) => [x, zero - height]),
        stroke: { ink: 'tenor-line', widthPx: 1 },
      } as const,
    ];
  });
}

interface KnownPoint {
  readonly day: Day;
  readonly value: number;
}

/** Of two points or more, each without a gap. */
function stretchesOf(points: readonly TenorPoint[]): KnownPoint[][] {
  const stretches: KnownPoint[][] = [[]];
  for (const { day, value } of points) {
    if (value === undefined) stretches.push([]);
    else stretches.at(-1)?.push({ day, value });
  }
  return stretches.filter(({ length }) => length > 1);
}

function heightOf(value: number): number {
  return Math.max(-MOST_DOWN_PX, Math.min(MOST_UP_PX, value * PX_PER_POINT));
}
