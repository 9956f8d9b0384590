import { isoOfDay, LAST_DAY, RECORDED_DAY } from './calendar.mjs';
import { integer, weighted } from './random.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {object} DrawnDate
 * @property {string} text EDTF
 * @property {number | undefined} minDay first day that it can touch; undefined with an open start
 * @property {boolean} underWay it began in the record's time and ends after it
 */

const pointForm = weighted([
  ['day', 880],
  ['month', 55],
  ['quarter', 20],
  ['year', 15],
  ['approximate', 18],
  ['uncertain', 9],
  ['both', 3],
]);
/** Least and most days beyond the first: days, weeks, months, years. */
const rangeDays = weighted(
  /** @type {const} */ ([
    [[1, 6], 600],
    [[7, 42], 290],
    [[43, 300], 106],
    [[366, 2900], 4],
  ]),
);
/** Of the ranges. */
const OPEN_START_SHARE = 0.0004;
const OPEN_END_SHARE = 0.006;
const OPEN_END_SINCE = RECORDED_DAY - 5500;

/** @param {Random} random @param {number} day @returns {DrawnDate} */
export function drawPoint(random, day) {
  const iso = isoOfDay(day);
  const form = pointForm(random);
  switch (form) {
    case 'month':
      return dated(iso.slice(0, 7));
    case 'quarter':
      return dated(quarterOf(iso));
    case 'year':
      return dated(iso.slice(0, 4));
    case 'approximate':
      return dated(`${coarsened(random, iso)}~`);
    case 'uncertain':
      return dated(`${coarsened(random, iso)}?`);
    case 'both':
      return dated(`${coarsened(random, iso)}%`);
    default:
      return { text: iso, minDay: day, underWay: false };
  }

  /** @param {string} text @returns {DrawnDate} */
  function dated(text) {
    return { text, minDay: day - daysInto(text, iso), underWay: false };
  }
}

/** Codes 33 to 36 stand for the quarters. @param {string} iso */
function quarterOf(iso) {
  return `${iso.slice(0, 5)}${33 + Math.floor((Number(iso.slice(5, 7)) - 1) / 3)}`;
}

/** What is not exact is seldom known to the day. @param {Random} random @param {string} iso */
function coarsened(random, iso) {
  const u = random();
  return u < 0.25 ? iso : iso.slice(0, u < 0.75 ? 7 : 4);
}

/** How many days the day `iso` lies after the first day of the date `text`. @param {string} text @param {string} iso */
function daysInto(text, iso) {
  const [year, month, day] = text
    .replace(/[?~%]$/, '')
    .split('-')
    .map(Number);
  const firstMonth = month === undefined ? 1 : month > 12 ? (month - 33) * 3 + 1 : month;
  const first = Date.UTC(year ?? 0, firstMonth - 1, day ?? 1);
  return (Date.parse(`${iso}T00:00:00Z`) - first) / 86_400_000;
}

/** @param {Random} random @param {number} day @returns {DrawnDate} */
export function drawRange(random, day) {
  const open = openRange(random, day);
  if (open) return open;
  const [least, most] = rangeDays(random);
  const days = integer(random, least, most);
  const end = Math.min(day + days, LAST_DAY);
  const start = Math.min(day, end - 1);
  const underWay = start <= RECORDED_DAY && end > RECORDED_DAY;
  const [from, to] = [isoOfDay(start), isoOfDay(end)];
  if (days > 42 && random() < 0.4) {
    const minDay = start - (Number(from.slice(8)) - 1);
    return { text: `${from.slice(0, 7)}/${to.slice(0, 7)}`, minDay, underWay };
  }
  const [before, after] = random() < 0.02 ? ['~', '?'] : ['', ''];
  return { text: `${from}${before}/${to}${after}`, minDay: start, underWay };
}

/** Open at one end. @param {Random} random @param {number} day @returns {DrawnDate | undefined} */
function openRange(random, day) {
  const u = random();
  const iso = isoOfDay(day);
  if (u < OPEN_START_SHARE) {
    return { text: `../${iso}`, minDay: undefined, underWay: day > RECORDED_DAY };
  }
  // What goes on without an end began in the record's last years, else too much would lie under all the rest.
  if (u > OPEN_START_SHARE + OPEN_END_SHARE || day < OPEN_END_SINCE) return undefined;
  return { text: `${iso}/..`, minDay: day, underWay: day <= RECORDED_DAY };
}
