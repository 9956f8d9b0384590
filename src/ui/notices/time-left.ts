/** How much was done at a time. */
export interface Sample {
  readonly atMs: number;
  readonly bytes: number;
}

/** The rate of the last seconds counts: servers and formats change it on the way. */
const WINDOW_MS = 5_000;
/** Of less than this no rate is told. */
const LEAST_MS = 1_000;

/** The samples of the last seconds with a new one at their end. */
export function addSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  return [...samples.filter(({ atMs }) => sample.atMs - atMs <= WINDOW_MS), sample];
}

/** Seconds until all is done at the rate of the samples; undefined while that can't be told. */
export function secondsLeft(
  samples: readonly Sample[],
  totalBytes: number | undefined,
): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || totalBytes === undefined) return undefined;
  const tookMs = last.atMs - first.atMs;
  const bytes = last.bytes - first.bytes;
  if (tookMs < LEAST_MS || bytes <= 0) return undefined;
  return (((totalBytes - last.bytes) / bytes) * tookMs) / 1000;
}

/** As a person would say it: seconds, by fives from ten on, or minutes. */
export function roundedLeft(seconds: number): {
  readonly unit: 'seconds' | 'minutes';
  readonly count: number;
} {
  if (seconds > 90) return { unit: 'minutes', count: Math.round(seconds / 60) };
  const count = seconds <= 10 ? Math.max(1, Math.ceil(seconds)) : Math.ceil(seconds / 5) * 5;
  return { unit: 'seconds', count };
}
