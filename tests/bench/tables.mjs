// The results as Markdown tables, to be read in a terminal or put into the README.
import { GROWTH, LEAD, MEASURES, MILLION } from './measures.mjs';
import { ENTENTE, PEERS } from './tools.mjs';

const TOOLS = [ENTENTE, ...PEERS];
const number = (value, digits = 0) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const sizeName = (size) => (size === 'record' ? 'The record' : `${number(size)} events`);

/** @param {readonly (readonly string[])[]} rows the first is the head */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

/** @param {{ what: string, ms: number, budgetMs?: number }[]} rows @param {string} title */
export function recordTable(rows, title) {
  const body = rows.map(({ what, ms, budgetMs }) => [
    what,
    number(ms, 1),
    budgetMs === undefined ? '' : String(budgetMs),
    budgetMs !== undefined && !(ms <= budgetMs) ? 'over' : '',
  ]);
  return `\n## ${title}\n\n${table([['', 'ms', 'budget', ''], ...body])}`;
}

/**
 * One size: the figures of each tool, and below them what limits each.
 * @param {import('./sizes.mjs').SizeResult[]} results
 * @param {number} runs as many as were asked for
 */
export function sizeTables(size, results, runs) {
  const shown = TOOLS.flatMap((tool) => {
    const result = results.find((each) => each.tool === tool.id && each.size === size);
    return result ? [{ tool, result }] : [];
  });
  const told = MEASURES.filter(
    ({ key }, index) =>
      index === 0 || shown.some(({ result }) => !Number.isNaN(result.figures?.[key] ?? NaN)),
  );
  const isAimed = size === MILLION;
  const head = ['', ...shown.map(({ tool, result }) => headOf(tool, result, runs))];
  const figures = told.map((measure) => [
    measure.what,
    ...shown.map(({ result }) => figureCell(measure, result)),
    ...(isAimed ? targetCells(measure, shown[0].result) : []),
  ]);
  const limits = told
    .filter(({ key }) => shown.some(({ result }) => result.limits?.[key]))
    .map(({ key, what }) => [what, ...shown.map(({ result }) => result.limits?.[key] ?? '')]);
  return [
    `\n## ${sizeName(size)}\n`,
    table([[...head, ...(isAimed ? ['target', ''] : [])], ...figures]),
    ...(limits.length > 0 ? ['\nLimited by\n', table([head, ...limits])] : []),
  ].join('\n');
}

/** Fewer than asked for: where a figure takes long. */
function headOf({ name }, { runs, failed }, wanted) {
  if (failed || runs === wanted) return name;
  return `${name} (${runs} ${runs === 1 ? 'run' : 'runs'})`;
}

function figureCell({ key, digits }, { failed, figures }) {
  if (failed) return failed;
  const value = figures[key] ?? NaN;
  if (value === Infinity) return 'over 60 s';
  return Number.isNaN(value) ? '–' : number(value, digits);
}

function targetCells({ key, atMillion }, { tool, figures }) {
  if (atMillion === undefined || tool !== ENTENTE.id) return ['', ''];
  return [`≤ ${atMillion}`, figures && figures[key] <= atMillion ? '' : 'over'];
}

/** @param {import('./sizes.mjs').SizeResult[]} results */
export function leadOf(results) {
  const at = (id) => results.find(({ tool, size }) => tool === id && size === LEAD.size)?.figures;
  const [own, other] = [at(ENTENTE.id), at(LEAD.over)];
  if (!own || !other) return [];
  return MEASURES.filter(({ isLead }) => isLead).map(({ key, what }) => ({
    what,
    times: other[key] / own[key],
  }));
}

/** @param {import('./sizes.mjs').SizeResult[]} results @returns {number | undefined} */
export function growthOf(results) {
  const at = (wanted) =>
    results.find(({ tool, size }) => tool === ENTENTE.id && size === wanted)?.figures?.[GROWTH.key];
  const [from, to] = [at(GROWTH.from), at(GROWTH.to)];
  return from === undefined || to === undefined ? undefined : to / from;
}

/** @param {{ what: string, times: number }[]} lead @param {number | undefined} growth */
export function ratioTables(lead, growth) {
  const parts = [];
  if (lead.length > 0) {
    const rows = lead.map(({ what, times }) => [
      what.replace(/ \((ms|MB)\)$/, ''),
      `${number(times, 1)}×`,
      times >= LEAD.times ? '' : 'under',
    ]);
    const head = ['', 'times', `target ≥ ${LEAD.times}×`];
    parts.push(
      `\n## Entente's lead over ${LEAD.over} at ${sizeName(LEAD.size)}\n`,
      table([head, ...rows]),
    );
  }
  if (growth !== undefined)
    parts.push(
      `\nCost of a frame from ${number(GROWTH.from)} to ${sizeName(GROWTH.to)}: ${number(growth, 2)}× ` +
        `(target ≤ ${GROWTH.times}×${growth <= GROWTH.times ? '' : ', over'})`,
    );
  return parts.join('\n');
}
