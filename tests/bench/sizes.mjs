// Entente and its peers over inputs of rising size, all by the same measures.
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { startFrameNotes, stopFrameNotes, zoomAndDrag } from './gestures.mjs';
import { measureHandOver } from './hand-over.mjs';
import { oneEventFile, peerFile, syntheticFile } from './inputs.mjs';
import { measureMemory } from './memory.mjs';
import { AT_REST, markTime, openPage, VIEWPORT } from './pages.mjs';
import { median, medians, quantile } from './statistics.mjs';
import { ENTENTE } from './tools.mjs';
import {
  busyMs,
  costsByFrame,
  costsOfSpan,
  limitOf,
  readTrace,
  scriptingByFrame,
  TRACE_CATEGORIES,
} from './trace.mjs';

/** Of the first picture and of a filter. Beyond it a tool cannot do that size. */
const LIMIT_MS = 60_000;
/** Once a single figure took this long, one run is enough. */
const LONG_MS = 20_000;
/** A peer gets no further run after this time: a look at it is enough. */
const PEER_MS = 45_000;
/** A frame that is felt. */
const FELT_MS = 50;
/** What a page does ahead once it rests is over then. */
const IDLE_MS = 1500;
/** Steps of the traced run where all of them would take too long, and from when that is so. */
const FEW_STEPS = 24;
const MANY_STEPS_MS = 10_000;

/**
 * @typedef {object} SizeResult
 * @property {string} tool
 * @property {number | 'record'} size
 * @property {number} runs
 * @property {string} [failed] why there are no figures: in words
 * @property {Record<string, number>} [figures] medians; in ms, MB or counts as their names say
 * @property {Record<string, string>} [limits] what limits each figure, in a word
 */

/** @returns {Promise<SizeResult>} */
export async function measureSize(url, tool, { size, runs, input }) {
  const file = await inputOf(tool, size, input);
  const target = { base: url, file, url: url + tool.address(file), tool, size };
  const rows = [];
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const started = performance.now();
    const isEnough = () =>
      longestMs(rows) > LONG_MS ||
      (tool.id !== ENTENTE.id && performance.now() - started > PEER_MS);
    for (let run = 0; run < runs && !(run > 0 && isEnough()); run++)
      rows.push(await measureOnce(browser, target));
    const measured = medians(rows);
    const figures = {
      ...measured,
      dataMb: measured.heapMb - (await heapOfOneEvent(browser, url, { tool, size })),
    };
    const traced = await traceOnce(browser, target, figures);
    return {
      tool: tool.id,
      size,
      runs: rows.length,
      figures: { ...figures, ...traced.figures },
      limits: { ...traced.limits, heapMb: heapLimit(figures) },
    };
  } catch (error) {
    return { tool: tool.id, size, runs: rows.length, failed: reasonOf(error) };
  } finally {
    await browser.close();
  }
}

function inputOf(tool, size, input) {
  if (tool.id !== ENTENTE.id) return peerFile(size);
  return size === 'record' ? size : syntheticFile(size, input);
}

/** By address: the same for every size. */
const oneEventMb = new Map();
const ONE_EVENT_RUNS = 3;

/** What the tool takes with a single event: of its page, and of a worker where a file of that size has one. */
async function heapOfOneEvent(browser, url, { tool, size }) {
  const file =
    tool.id === ENTENTE.id
      ? await oneEventFile(size === 'record' ? 'json' : 'ndjson')
      : await peerFile(1);
  const target = { url: url + tool.address(file), tool, size: 1 };
  const known = oneEventMb.get(target.url);
  if (known !== undefined) return known;
  const rows = [];
  for (let run = 0; run < ONE_EVENT_RUNS; run++) rows.push(await memoryOnce(browser, target));
  const { heapMb } = medians(rows);
  oneEventMb.set(target.url, heapMb);
  return heapMb;
}

async function memoryOnce(browser, target) {
  const context = await newContext(browser);
  const page = await open(context, target);
  await page.waitForTimeout(IDLE_MS);
  const memory = await within(LIMIT_MS, measureMemory(page));
  await within(LIMIT_MS, context.close());
  return memory;
}

const longestMs = (rows) =>
  Math.max(
    0,
    ...rows.flatMap((row) => [row.fileMs, row.filterMs, row.gestureMs, row.handedMs ?? 0]),
  );

function reasonOf(error) {
  if (error instanceof TooLong || error.name === 'TimeoutError') return 'over 60 s';
  if (/crash|closed/i.test(error.message)) return 'out of memory';
  return error.message.split('\n')[0];
}

class TooLong extends Error {}

/** Gives up waiting for a page that no longer answers; it ends with its browser. */
async function within(ms, promise) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLong()), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

const newContext = (browser) => browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });

async function open(context, { url, size, tool }, onPage) {
  const options = { timeoutMs: LIMIT_MS, ...(onPage ? { onPage } : {}) };
  const page = await within(LIMIT_MS + 5000, openPage(context, url, options));
  if (tool.id === ENTENTE.id && size !== 'record') await expectEvents(page, size);
  return page;
}

/** Entente opens its record where it cannot open a file: that is not to be measured. Its status line says "2,000 events …". */
async function expectEvents(page, size) {
  const text = await page.evaluate(() => document.body.innerText);
  const counts = [...text.matchAll(/([\d,]+) events?\b/g)].map(([, count]) =>
    Number(count.replaceAll(',', '')),
  );
  const found = Math.max(0, ...counts);
  if (found < size / 2) throw new Error(`shows ${found} events`);
}

/** @returns {Promise<Record<string, number>>} */
async function measureOnce(browser, target) {
  const { tool, size } = target;
  const context = await newContext(browser);
  const page = await open(context, target);
  await page.waitForTimeout(IDLE_MS);
  const row = {
    fileMs: await markTime(page, 'bench:picture'),
    firstMs: await msBetween(page, tool.dataMark, 'bench:picture'),
    ...(await within(LIMIT_MS, measureMemory(page))),
    ...(await measureGesture(page, tool)),
    ...(await measureFilter(page, tool)),
  };
  await within(LIMIT_MS, page.close());
  if (size !== 'record') row.handedMs = await handOver(context, target);
  await within(LIMIT_MS, context.close());
  return row;
}

/** Infinity where it took too long. */
async function handOver(context, target) {
  const { tool, size } = target;
  const check = async (page) => tool.id === ENTENTE.id && (await expectEvents(page, size));
  try {
    const measuring = measureHandOver(context, target, { timeoutMs: LIMIT_MS, check });
    return await within(LIMIT_MS + 10_000, measuring);
  } catch (error) {
    if (error instanceof TooLong || error.name === 'TimeoutError') return Infinity;
    throw error;
  }
}

async function msBetween(page, from, to) {
  return (await markTime(page, to)) - (await markTime(page, from));
}

async function measureGesture(page, tool) {
  const place = await placeIn(page, tool);
  await startFrameNotes(page);
  const started = performance.now();
  const steps = await within(2 * LIMIT_MS, zoomAndDrag(page, place));
  const gestureMs = performance.now() - started;
  const { frames, delays } = await within(LIMIT_MS, stopFrameNotes(page));
  await rest(page);
  return {
    frameMs: median(frames),
    frameP95Ms: quantile(frames, 0.95),
    frameWorstMs: quantile(frames, 1),
    feltFrames: frames.filter((ms) => ms > FELT_MS).length,
    delayMs: median(delays),
    delayP95Ms: quantile(delays, 0.95),
    steps,
    gestureMs,
  };
}

async function placeIn(page, tool) {
  const { x, y, width, height } = await page.locator(tool.picture).first().boundingBox();
  return { x: x + width * 0.62, y: y + Math.min(height, VIEWPORT.height - y) * 0.4 };
}

/** What follows a gesture (names, address) is over. */
async function rest(page) {
  await page.waitForTimeout(300);
  await page.waitForSelector(AT_REST, { state: 'attached', timeout: LIMIT_MS });
}

/** Infinity where it took too long: the page is of no more use then. */
async function measureFilter(page, tool) {
  try {
    await within(LIMIT_MS, clickFilter(page, tool));
  } catch (error) {
    if (error instanceof TooLong || error.name === 'TimeoutError') return { filterMs: Infinity };
    throw error;
  }
  const restMs = await msBetween(page, 'bench:click', 'bench:filtered');
  if (tool.id !== ENTENTE.id) return { filterMs: restMs };
  const repaintMs = await msBetween(page, 'bench:click', 'bench:repainted');
  const countsMs = await msBetween(page, 'bench:click', 'bench:counted');
  return { repaintMs, filterMs: Math.max(repaintMs, countsMs), filterRestMs: restMs };
}

const isFiltered = () => performance.getEntriesByName('bench:filtered').length > 0;

async function clickFilter(page, tool) {
  await tool.watchFilter(page);
  await page.evaluate(() => {
    document.addEventListener(
      'click',
      ({ timeStamp }) => performance.mark('bench:click', { startTime: timeStamp }),
      { capture: true, once: true },
    );
  });
  await tool.filter(page).click({ timeout: LIMIT_MS });
  await page.waitForFunction(isFiltered, undefined, { timeout: LIMIT_MS });
}

/** Once more with a trace, which slows the page a little: what the time goes into. */
async function traceOnce(browser, target, figures) {
  const { tool } = target;
  const found = { figures: {}, limits: {} };
  const context = await newContext(browser);
  try {
    const page = await open(context, target, (opened) => startTrace(browser, opened));
    Object.assign(found.limits, limitsOfOpening(await stopTrace(browser), tool));
    await startTrace(browser, page);
    const place = await placeIn(page, tool);
    const steps = figures.gestureMs > MANY_STEPS_MS ? FEW_STEPS : undefined;
    await within(2 * LIMIT_MS, zoomAndDrag(page, place, steps ? { steps } : {}));
    const gesture = limitsOfFrames(await stopTrace(browser));
    Object.assign(found.figures, gesture.figures);
    Object.assign(found.limits, gesture.limits);
    await rest(page);
    // It would take as long again.
    if (figures.filterMs > LONG_MS) return found;
    await startTrace(browser, page);
    await within(LIMIT_MS, clickFilter(page, tool));
    Object.assign(found.limits, limitsOfFilter(await stopTrace(browser), tool));
    await within(LIMIT_MS, context.close());
  } catch (error) {
    // The figures stand without it.
    console.error(
      `${tool.name} at ${target.size}: no whole trace (${error.message.split('\n')[0]})`,
    );
  }
  return found;
}

const startTrace = (browser, page) => browser.startTracing(page, { categories: TRACE_CATEGORIES });

async function stopTrace(browser) {
  return readTrace(await within(LIMIT_MS, browser.stopTracing()));
}

function limitsOfOpening(trace, tool) {
  if (!trace) return {};
  const first = costsOfSpan(trace, tool.dataMark, 'bench:picture');
  const file = costsOfSpan(trace, 'navigationStart', 'bench:picture');
  return { firstMs: limitOf(first), fileMs: limitOf(file, { idle: 'loading' }) };
}

const at = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)];

function limitsOfFrames(trace) {
  if (!trace) return { figures: {}, limits: {} };
  const frames = costsByFrame(trace);
  const byTotal = frames.toSorted((a, b) => a.total - b.total);
  const byWork = frames.toSorted((a, b) => busyMs(a) - busyMs(b));
  const middle = limitOf(at(byTotal, 0.5));
  const p95 = limitOf(at(byTotal, 0.95));
  const worst = limitOf(at(byTotal, 1));
  const busy = frames.map(busyMs);
  const scripting = scriptingByFrame(trace);
  return {
    figures: {
      costMs: quantile(busy, 0.5),
      costP95Ms: quantile(busy, 0.95),
      scriptMs: quantile(scripting, 0.5),
      scriptWorstMs: quantile(scripting, 1),
    },
    limits: {
      frameMs: middle,
      frameP95Ms: p95,
      frameWorstMs: worst,
      feltFrames: worst,
      delayMs: middle,
      delayP95Ms: p95,
      costMs: kindOfWork(at(byWork, 0.5)),
      costP95Ms: kindOfWork(at(byWork, 0.95)),
    },
  };
}

/** Waiting apart. */
const kindOfWork = (costs) => limitOf(costs && { ...costs, idle: 0 });

function limitsOfFilter(trace, tool) {
  if (!trace) return {};
  const filteredMark = tool.id === ENTENTE.id ? 'bench:counted' : 'bench:filtered';
  return {
    repaintMs: limitOf(costsOfSpan(trace, 'bench:click', 'bench:repainted')),
    filterMs: limitOf(costsOfSpan(trace, 'bench:click', filteredMark)),
    filterRestMs: limitOf(costsOfSpan(trace, 'bench:click', 'bench:filtered')),
  };
}

function heapLimit({ objectsMb, workersMb, buffersMb }) {
  const shares = { objects: objectsMb, workers: workersMb, buffers: buffersMb };
  return Object.entries(shares).toSorted((a, b) => b[1] - a[1])[0][0];
}
