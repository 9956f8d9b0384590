import { cumulate, integer, pickIndex } from './random.mjs';

/**
 * Days are counted from 1 January 1945, as 0.
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {object} Calendar
 * @property {Float64Array} usual weight of each day without bursts
 * @property {Float64Array} density weight of each day as it is drawn
 * @property {Uint8Array} burst 1 on the days of a burst
 * @property {readonly number[]} summits first days of the bursts, ascending
 * @property {(u: number) => number} dayAt the day by which the part `u` of all events has begun
 */

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(1945, 0, 1);
const SUMMITS = 250;
/** Between the first days of two bursts, so that each stands alone. */
const SUMMIT_GAP_DAYS = 10;

/** @param {string} iso */
export const dayOfIso = (iso) => (Date.parse(`${iso}T00:00:00Z`) - FIRST_MS) / DAY_MS;
export const LAST_DAY = dayOfIso('2027-12-31');
export const RECORDED_THROUGH = '2026-02-20';
export const RECORDED_DAY = dayOfIso(RECORDED_THROUGH);

/** From three years before the first day, for what was said beforehand. */
const EARLIEST_DAY = -1096;
const isoTexts = Array.from({ length: LAST_DAY + 1 - EARLIEST_DAY }, (_, i) =>
  new Date(FIRST_MS + (i + EARLIEST_DAY) * DAY_MS).toISOString().slice(0, 10),
);

/** @param {number} day */
export function isoOfDay(day) {
  const iso = isoTexts[day - EARLIEST_DAY];
  if (iso === undefined) throw new RangeError(`day ${day} is not from 1942 to 2027`);
  return iso;
}

/**
 * How many events begin on which day: ten times as many in 2026 as in 1945, few ahead of the record's end, fewer at
 * weekends, and for two to five days around each summit 20 to 60 times the usual.
 * @param {Random} random
 * @returns {Calendar}
 */
export function createCalendar(random) {
  const usual = usualDensity();
  const density = Float64Array.from(usual);
  const burst = new Uint8Array(usual.length);
  const summits = drawSummits(random, usual);
  for (const first of summits) {
    const days = integer(random, 2, 5);
    for (let day = first; day < Math.min(first + days, usual.length); day++) {
      density[day] = (usual[day] ?? 0) * (20 + 40 * random());
      burst[day] = 1;
    }
  }
  const sums = cumulate(density);
  return { usual, density, burst, summits, dayAt: (u) => pickIndex(sums, u) };
}

function usualDensity() {
  return Float64Array.from({ length: LAST_DAY + 1 }, (_, day) => {
    const t = Math.min(day / RECORDED_DAY, 1);
    const growth = 1 + 9 * t * t;
    const ahead = (day - RECORDED_DAY) / (LAST_DAY - RECORDED_DAY);
    // 1 January 1945 was a Monday.
    const weekend = day % 7 >= 5 ? 0.4 : 1;
    return growth * weekend * (ahead > 0 ? 0.5 - 0.4 * ahead : 1);
  });
}

/** @param {Random} random @param {Float64Array} usual */
function drawSummits(random, usual) {
  // Summits too grow more frequent, though less than the rest.
  const sums = cumulate(usual.map((weight) => Math.sqrt(weight)));
  /** @type {number[]} */
  const summits = [];
  while (summits.length < SUMMITS) {
    const day = pickIndex(sums, random());
    if (summits.every((other) => Math.abs(other - day) >= SUMMIT_GAP_DAYS)) summits.push(day);
  }
  return summits.toSorted((a, b) => a - b);
}
