import type { Day } from '../time/day';
import type { Ink, Shape } from './scene';

export interface TenorPoint {
  readonly day: Day;
  /** −2 conflict to 2 cooperation. */
  readonly value: number;
}

interface TenorInput {
  /** Sorted by day. */
  readonly points: readonly TenorPoint[];
  /** Where tenor 0 lies. */
  readonly zero: number;
  readonly xOfDay: (day: Day) => number;
}

type Place = readonly [x: number, height: number];

const PX_PER_POINT = 12;
const MOST_UP_PX = 12.5;
const MOST_DOWN_PX = 9;

/** The tenor as an area above and one below its zero line, and a line along both. */
export function overviewTenor({ points, zero, xOfDay }: TenorInput): Shape[] {
  if (points.length < 2) return [];
  const places = withCrossings(
    points.map(({ day, value }) => [xOfDay(day), heightOf(value)] as const),
  );
  const [first, last] = [places[0]?.[0] ?? 0, places.at(-1)?.[0] ?? 0];
  const area = (fill: Ink, keep: (height: number) => number): Shape => ({
    kind: 'polygon',
    closed: true,
    points: [first, zero, ...places.flatMap(([x, height]) => [x, zero - keep(height)]), last, zero],
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
    },
  ];
}

function heightOf(value: number): number {
  return Math.max(-MOST_DOWN_PX, Math.min(MOST_UP_PX, value * PX_PER_POINT));
}

/** A point is put in where the line crosses zero, so that the two areas meet there. */
function withCrossings(places: readonly Place[]): Place[] {
  return places.flatMap(([x, height], i) => {
    const [beforeX, before] = places[i - 1] ?? [x, height];
    if (before * height >= 0) return [[x, height] as const];
    const share = before / (before - height);
    return [[beforeX + share * (x - beforeX), 0] as const, [x, height] as const];
  });
}
