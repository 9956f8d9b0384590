import { axisTicks, type Tick } from '../time/ticks';
import { type AxisInput, type AxisRow, lowerLabels, tickX, upperLabels } from './axis-labels';
import { projectionOf } from './projection';
import type { Group, PolygonShape, SceneNode } from './scene';

export interface Axis {
  /** y from 0 to `heightPx`. */
  readonly axis: Group;
  /** y from `heightPx` to `heightPx + gridHeightPx`. */
  readonly grid: Group;
}

/** Where ticks of the lower row begin; those of the upper row cross the whole axis. */
const LOWER_TICK_TOP_PX = 18.5;
const SINGLE_ROW_TICK_PX = { year: 9, other: 5 } as const;
const TODAY_TICK_PX = 4;

/** The axis of VISUAL.md §6 and the grid lines that go down from it. */
export function layoutAxis(input: AxisInput): Axis {
  const { view, widthPx, heightPx, gridHeightPx } = input;
  const projection = projectionOf(view, widthPx);
  const { upper, lower, lowerSpacing } = axisTicks(view, projection.pxPerDay, input.lang);
  const row: AxisRow = { input, projection, oneRow: upper.length === 0 };
  const lines = tickLines(upper, lower, row);
  const axis: SceneNode[] = [
    ...lines.map(({ x, topPx, tick }) => verticalLine(x, [topPx, heightPx], tick.weight)),
    footLine(widthPx, heightPx),
    ...upperLabels(upper, row),
    ...(row.oneRow
      ? upperLabels(
          lower.filter(({ label }) => label !== ''),
          row,
        )
      : lowerLabels(lower, lowerSpacing, row)),
    ...todayTick(row),
  ];
  const box = { x: 0, width: widthPx };
  return {
    axis: { kind: 'group', label: 'axis', clip: { ...box, y: 0, height: heightPx }, nodes: axis },
    grid: {
      kind: 'group',
      label: 'grid',
      clip: { ...box, y: heightPx, height: gridHeightPx },
      nodes: lines.map(({ x, tick }) =>
        verticalLine(x, [heightPx, heightPx + gridHeightPx], tick.weight),
      ),
    },
  };
}

interface TickLine {
  readonly x: number;
  readonly topPx: number;
  readonly tick: Tick;
}

/** One line per day: where both rows have a tick, the upper one's. */
function tickLines(upper: readonly Tick[], lower: readonly Tick[], row: AxisRow): TickLine[] {
  const { heightPx, widthPx } = row.input;
  const upperDays = new Set(upper.map((tick) => tick.day));
  const own = lower.filter((tick) => !upperDays.has(tick.day));
  const topOf = (tick: Tick) =>
    row.oneRow ? heightPx - SINGLE_ROW_TICK_PX[tick.weight] : LOWER_TICK_TOP_PX;
  return [
    ...own.map((tick) => ({ x: tickX(tick.day, row), topPx: topOf(tick), tick })),
    ...upper.map((tick) => ({ x: tickX(tick.day, row), topPx: 0, tick })),
  ].filter(({ x }) => x >= 0 && x <= widthPx);
}

function verticalLine(
  x: number,
  [topPx, bottomPx]: readonly [number, number],
  weight: Tick['weight'],
): PolygonShape {
  return {
    kind: 'polygon',
    points: [x, topPx, x, bottomPx],
    closed: false,
    stroke: weight === 'year' ? { ink: 'line-2', widthPx: 1.25 } : { ink: 'line-1', widthPx: 1 },
  };
}

function footLine(widthPx: number, heightPx: number): PolygonShape {
  return {
    kind: 'polygon',
    points: [0, heightPx - 0.5, widthPx, heightPx - 0.5],
    closed: false,
    stroke: { ink: 'line-2', widthPx: 1 },
  };
}

function todayTick({ input, projection }: AxisRow): PolygonShape[] {
  const { todayDay, heightPx, widthPx } = input;
  if (todayDay === undefined) return [];
  const x = projection.xOf(todayDay + 0.5);
  if (x < 0 || x > widthPx) return [];
  return [
    {
      kind: 'polygon',
      points: [x, heightPx - TODAY_TICK_PX, x, heightPx],
      closed: false,
      stroke: { ink: 'ink-1', widthPx: 1.5 },
    },
  ];
}
