import { TENOR_PARTS } from '../model/tenor-code';
import type { Day, Span } from '../time/day';
import { firstFrom } from './rows-in-span';
import type { TenorRecord } from './tenor-record';
import type { TenorWindow } from './tenor-window';

/**
 * The tenor of a relation, estimated from the tenor of events (−2 conflict to 2 cooperation).
 *
 * The value on a day t is the mean of the events' tenor y, each weighted by its importance a (1 to 5) and by how close
 * it lies, k:
 *
 *   m(t) = Σ k a y / Σ k a,   k = mean over the event's days s of max(0, 1 − ((t − s) / h)²)
 *
 * with h half of the window: the local mean of Nadaraya ("On estimating regression", 1964) and Watson ("Smooth
 * regression analysis", 1964) with the kernel of Epanechnikov ("Non-parametric estimation of a multivariate probability
 * density", 1969). The kernel ends: an event farther off than h has no weight at all, and a day that no event reaches has
 * no value. A long event, or one of inexact date, counts no more than a short one; it is spread over its days.
 *
 * How sure that is goes by the effective number of events (Kish, "Survey Sampling", 1965), where an event at half the
 * kernel's height is half an event: n = (Σ k a)² / Σ k a². The standard error is √(v / n), v the weighted variance of the
 * events' tenor, of which so few say little. So it is drawn towards that of a tenor of which nothing is known, as if two events
 * of it were among them: v = (n s² + 2 · 4/3) / (n + 2), 4/3 being the variance of what is even over −2 to 2.
 */
export interface TenorEstimate {
  /** −2 to 2, within the tenors of the events that make it up. */
  readonly value: number;
  /** The standard error, in points. */
  readonly error: number;
  /** The effective number of events; below 1 where a single one is far off. */
  readonly eventCount: number;
}

const NOTHING_KNOWN_VARIANCE = 4 / 3;
const NOTHING_KNOWN_EVENTS = 2;
const MOST = 2;

/** Sums over events: k a, k a y, k a y², k a², y in sixtieths. */
export interface TenorSums {
  readonly weight: number;
  readonly tenor: number;
  readonly squares: number;
  readonly weightSquares: number;
}

/** Undefined where nothing has weight. */
export function tenorOfSums(sums: TenorSums): TenorEstimate | undefined {
  const { weight, tenor, squares, weightSquares } = sums;
  if (!(weight > 0)) return undefined;
  const mean = tenor / weight / TENOR_PARTS;
  const value = Math.max(-MOST, Math.min(MOST, mean));
  const spread = Math.max(0, squares / weight / TENOR_PARTS ** 2 - mean * mean);
  const eventCount = (weight * weight) / weightSquares;
  const variance =
    (eventCount * spread + NOTHING_KNOWN_EVENTS * NOTHING_KNOWN_VARIANCE) /
    (eventCount + NOTHING_KNOWN_EVENTS);
  return { value, error: Math.sqrt(variance / eventCount), eventCount };
}

/** 0 where no more is known than without any event, towards 1 where many agree. */
export function certaintyOf(error: number): number {
  return Math.max(0, 1 - error / Math.sqrt(NOTHING_KNOWN_VARIANCE));
}

/**
 * How close the days [start, end) lie to a day, 0 to 1: the kernel's mean over them. 0 from `half` on. Four numbers,
 * since an object for each event and sample would cost as much as all the rest.
 */
export function closeness(day: number, start: Day, end: Day, half: number): number {
  const length = end - start;
  const away = Math.abs(day - start - length / 2);
  if (away >= half + length / 2) return 0;
  // All of them within the kernel.
  if (away + length / 2 <= half) return 1 - (away * away + (length * length) / 12) / (half * half);
  const area = kernelArea((day - start) / half) - kernelArea((day - end) / half);
  return Math.max(0, (half * area) / length);
}

/** The area under 1 − u² from −1 to u. */
function kernelArea(u: number): number {
  if (u <= -1) return 0;
  return u >= 1 ? 4 / 3 : 2 / 3 + u - (u * u * u) / 3;
}

/** The value on one day, fractions and all. */
export function estimateTenor(
  record: TenorRecord,
  day: number,
  { days }: TenorWindow,
): TenorEstimate | undefined {
  const sums = sumsOf(record, { first: day, step: 1, count: 1, half: days / 2 });
  return estimateAt(sums, 0);
}

/** Values at equal distances; none (NaN) where nothing has weight. Sample i stands for day (first + i) × stepDays. */
export interface TenorSamples {
  readonly first: number;
  readonly count: number;
  readonly stepDays: number;
  readonly value: Float64Array;
  readonly error: Float64Array;
}

/** Values of so many samples as a block has. */
export type TenorBlock = Pick<TenorSamples, 'value' | 'error'>;

export interface TenorSampler {
  readonly asOfDay: Day;
  /** Over all of a span, up to the as-of day, and a little more on either side. */
  samplesIn: (span: Span, window: TenorWindow) => TenorSamples;
}

const SAMPLES_PER_WINDOW = 32;
const BLOCK = 64;

/**
 * Samples lie on the multiples of a 32nd of the window, whatever is in view: so they stay what they are while a view is
 * panned, and only those that come into it are computed, 64 at a time. 33 steps for each event near by, some 2 ms for a
 * view of 20,000.
 */
export function createTenorSampler(record: TenorRecord): TenorSampler {
  const blocks = new Map<string, TenorBlock>();
  return createBlockSampler(record.asOfDay, (index, windowDays) => {
    const key = `${index} ${windowDays}`;
    const block = blocks.get(key) ?? tenorBlock(record, index, windowDays);
    blocks.set(key, block);
    return block;
  });
}

/** From blocks, wherever they come from. */
export function createBlockSampler(
  asOfDay: Day,
  blockAt: (index: number, windowDays: number) => TenorBlock,
): TenorSampler {
  return {
    asOfDay,
    samplesIn: ({ startDay, endDay }, { days }) => {
      const stepDays = stepOfWindow(days);
      const last = Math.floor((Math.min(endDay, asOfDay + 1) / stepDays + 1) / BLOCK);
      const first = Math.min(last, Math.floor((startDay / stepDays - 1) / BLOCK));
      const count = (last - first + 1) * BLOCK;
      const value = new Float64Array(count);
      const error = new Float64Array(count);
      for (let index = first; index <= last; index++) {
        const block = blockAt(index, days);
        value.set(block.value, (index - first) * BLOCK);
        error.set(block.error, (index - first) * BLOCK);
      }
      return { first: first * BLOCK, count, stepDays, value, error };
    },
  };
}

function stepOfWindow(windowDays: number): number {
  return windowDays / SAMPLES_PER_WINDOW;
}

/** Where a day lies: in which block, and at which of its samples. */
export function blockOfDay(day: number, windowDays: number): { index: number; at: number } {
  const sample = Math.round(day / stepOfWindow(windowDays));
  const index = Math.floor(sample / BLOCK);
  return { index, at: sample - index * BLOCK };
}

/** The day of each sample of a block. */
export function daysOfBlock(index: number, windowDays: number): readonly number[] {
  return Array.from({ length: BLOCK }, (_, at) => (index * BLOCK + at) * stepOfWindow(windowDays));
}

/** The samples of one block: those from sample 64 × index on. */
export function tenorBlock(record: TenorRecord, index: number, windowDays: number): TenorBlock {
  const stepDays = stepOfWindow(windowDays);
  const sums = sumsOf(record, {
    first: index * BLOCK * stepDays,
    step: stepDays,
    count: BLOCK,
    half: windowDays / 2,
  });
  const value = new Float64Array(BLOCK).fill(Number.NaN);
  const error = new Float64Array(BLOCK).fill(Number.NaN);
  for (let i = 0; i < BLOCK; i++) {
    const estimate = estimateAt(sums, i);
    if (!estimate) continue;
    value[i] = estimate.value;
    error[i] = estimate.error;
  }
  return { value, error };
}

interface Days {
  readonly first: number;
  readonly step: number;
  readonly count: number;
  readonly half: number;
}

/** By sample, as `TenorSums`. */
type SampleSums = Readonly<Record<keyof TenorSums, Float64Array>>;

/** Each entry adds to the days that it reaches, in the record's order. */
function sumsOf(record: TenorRecord, { first, step, count, half }: Days): SampleSums {
  const { startDay, endDay, weight, tenor, squares, weightSquares } = record;
  const ka = new Float64Array(count);
  const kay = new Float64Array(count);
  const kayy = new Float64Array(count);
  const kaa = new Float64Array(count);
  const end = firstFrom(startDay, record.count, first + (count - 1) * step + half);
  for (let entry = firstFrom(record.reach, end, first - half); entry < end; entry++) {
    const start = startDay[entry] ?? 0;
    const stop = endDay[entry] ?? 0;
    const from = Math.max(0, Math.ceil((start - half - first) / step)) | 0;
    const to = Math.min(count - 1, Math.floor((stop + half - first) / step)) | 0;
    const a = weight[entry] ?? 0;
    const ay = tenor[entry] ?? 0;
    const ayy = squares[entry] ?? 0;
    const aa = weightSquares[entry] ?? 0;
    for (let i = from; i <= to; i++) {
      const k = closeness(first + i * step, start, stop, half);
      ka[i] = (ka[i] ?? 0) + k * a;
      kay[i] = (kay[i] ?? 0) + k * ay;
      kayy[i] = (kayy[i] ?? 0) + k * ayy;
      kaa[i] = (kaa[i] ?? 0) + k * aa;
    }
  }
  return { weight: ka, tenor: kay, squares: kayy, weightSquares: kaa };
}

function estimateAt(sums: SampleSums, i: number): TenorEstimate | undefined {
  return tenorOfSums({
    weight: sums.weight[i] ?? 0,
    tenor: sums.tenor[i] ?? 0,
    squares: sums.squares[i] ?? 0,
    weightSquares: sums.weightSquares[i] ?? 0,
  });
}
