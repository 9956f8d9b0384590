// Reads a Chromium trace: what the page's main thread spent its time on, in each frame or between two marks.

export const TRACE_CATEGORIES = ['devtools.timeline', 'v8', 'blink.user_timing'];
/** Whole tasks, too. */
export const TASK_CATEGORIES = [...TRACE_CATEGORIES, 'disabled-by-default-devtools.timeline'];

const SCRIPTING = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'V8.Execute',
  'V8.RunMicrotasks',
  'v8.callFunction',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
]);
const COLLECTING = new Set(['MajorGC', 'MinorGC', 'V8.GCScavenger']);
const LAYOUT = new Set(['HitTest', 'Layout', 'RecalculateStyles', 'UpdateLayoutTree']);
const PAINTING = new Set(['Commit', 'Layerize', 'Paint', 'PaintImage', 'PrePaint']);
/** Comes once a frame, after its scripts. */
const FRAME_END = 'Layerize';
/** Frames this long or shorter wait for the screen, not for work. */
const VSYNC_MS = 17.5;

/**
 * @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number, args?: { name?: string } }} TraceEvent ts, dur and tdur (processor time) in µs
 * @typedef {'scripting' | 'layout' | 'painting' | 'collecting'} Kind
 * @typedef {Record<Kind, number> & { idle: number, worker: number, total: number }} Costs in ms; worker beside the others
 * @typedef {{ main: TraceEvent[], workers: TraceEvent[], marks: ReadonlyMap<string, number> }} Trace marks in µs
 */

/** @param {Buffer} buffer @returns {Trace | undefined} undefined where it is too large to be read or holds no page */
export function readTrace(buffer) {
  const events = eventsOf(buffer);
  const thread = busiestThread(events.filter(({ name }) => name === FRAME_END));
  if (!thread) return undefined;
  const names = new Map(
    events.filter(({ name }) => name === 'thread_name').map((e) => [threadOf(e), e.args?.name]),
  );
  const pid = thread.split('/')[0];
  const complete = events.filter(({ ph }) => ph === 'X').toSorted((a, b) => a.ts - b.ts);
  return {
    main: complete.filter((event) => threadOf(event) === thread),
    workers: complete.filter(
      (event) => String(event.pid) === pid && /Worker/.test(names.get(threadOf(event)) ?? ''),
    ),
    marks: new Map(
      events
        .filter(({ name }) => name === 'navigationStart' || name.includes(':'))
        .map(({ name, ts }) => [name, ts]),
    ),
  };
}

/** @returns {TraceEvent[]} */
function eventsOf(buffer) {
  try {
    return JSON.parse(buffer.toString('utf8')).traceEvents;
  } catch {
    return [];
  }
}

const threadOf = ({ pid, tid }) => `${pid}/${tid}`;

/** @param {TraceEvent[]} events */
function busiestThread(events) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const event of events) counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * Scripting in ms, one number a frame: all that scripts bring about, garbage collection and forced layout included.
 * @param {Trace} trace
 */
export function scriptingByFrame(trace) {
  const ends = frameEnds(trace);
  const frames = ends.map(() => 0);
  let frame = 0;
  let coveredUntil = -Infinity;
  for (const { name, ts, dur = 0 } of trace.main) {
    if (!SCRIPTING.has(name) && !COLLECTING.has(name)) continue;
    // Events nest; only what an outer one has not covered counts.
    const from = Math.max(ts, coveredUntil);
    const to = ts + dur;
    if (to <= from) continue;
    coveredUntil = to;
    while (frame < ends.length && ends[frame] < from) frame++;
    if (frame < ends.length) frames[frame] += (to - from) / 1000;
  }
  return frames;
}

/**
 * Processor time in ms that tasks took, one number a frame.
 * @param {Trace} trace of whole tasks
 */
export function processorTimeByFrame(trace) {
  const ends = frameEnds(trace);
  const frames = ends.map(() => 0);
  let frame = 0;
  let coveredUntil = -Infinity;
  for (const { ts, dur = 0, tdur = 0 } of trace.main) {
    if (ts < coveredUntil) continue;
    coveredUntil = ts + dur;
    while (frame < ends.length && ends[frame] < ts) frame++;
    if (frame < ends.length) frames[frame] += tdur / 1000;
  }
  return frames;
}

const frameEnds = ({ main }) => main.filter(({ name }) => name === FRAME_END).map(({ ts }) => ts);

/** What each frame cost, from the end of the one before. @param {Trace} trace @returns {Costs[]} */
export function costsByFrame(trace) {
  const ends = frameEnds(trace);
  return costsBetween(trace, ends);
}

/** What the time between two marks went into. @param {Trace} trace @returns {Costs | undefined} undefined where a mark is missing */
export function costsOfSpan(trace, fromMark, toMark) {
  const from = trace.marks.get(fromMark);
  const to = trace.marks.get(toMark);
  return from === undefined || to === undefined || to <= from
    ? undefined
    : costsBetween(trace, [from, to])[0];
}

/** @param {Trace} trace @param {number[]} bounds rising, in µs @returns {Costs[]} one less than bounds */
function costsBetween(trace, bounds) {
  const costs = bounds.slice(1).map((to, index) => ({
    scripting: 0,
    layout: 0,
    painting: 0,
    collecting: 0,
    idle: 0,
    worker: 0,
    total: (to - bounds[index]) / 1000,
  }));
  spread(selfTimes(trace.main), bounds, (index, kind, ms) => {
    costs[index][kind] += ms;
  });
  spread(selfTimes(trace.workers), bounds, (index, _kind, ms) => {
    costs[index].worker += ms;
  });
  for (const cost of costs) cost.idle = Math.max(0, cost.total - busyMs(cost));
  return costs;
}

/** @param {Costs} cost */
export function busyMs({ scripting, layout, painting, collecting }) {
  return scripting + layout + painting + collecting;
}

/** Hands each piece to the interval that it lies in, cut at the bounds. */
function spread(pieces, bounds, add) {
  let index = 0;
  for (const { kind, from, to } of pieces) {
    while (index + 2 < bounds.length && bounds[index + 1] <= from) index++;
    for (let i = index; i + 1 < bounds.length && bounds[i] < to; i++) {
      const us = Math.min(to, bounds[i + 1]) - Math.max(from, bounds[i]);
      if (us > 0) add(i, kind, us / 1000);
    }
  }
}

/**
 * Cuts nested events into pieces in order of time, each of the innermost kind at that time.
 * @param {TraceEvent[]} events of one thread or several, by start
 * @returns {{ kind: Kind, from: number, to: number }[]} in µs
 */
function selfTimes(events) {
  const pieces = [];
  /** @type {{ kind: Kind, end: number }[]} */
  const open = [];
  let now = -Infinity;
  const advance = (to) => {
    const kind = open.at(-1)?.kind;
    if (kind && to > now) pieces.push({ kind, from: now, to });
    now = Math.max(now, to);
  };
  const closeUntil = (ts) => {
    while (open.length > 0 && open.at(-1).end <= ts) {
      advance(open.at(-1).end);
      open.pop();
    }
  };
  for (const { name, ts, dur = 0 } of events) {
    const kind = kindOf(name);
    if (!kind || dur === 0) continue;
    closeUntil(ts);
    advance(ts);
    open.push({ kind, end: ts + dur });
  }
  closeUntil(Infinity);
  return pieces;
}

/** @returns {Kind | undefined} */
function kindOf(name) {
  if (SCRIPTING.has(name)) return 'scripting';
  if (COLLECTING.has(name)) return 'collecting';
  if (LAYOUT.has(name)) return 'layout';
  return PAINTING.has(name) ? 'painting' : undefined;
}

/**
 * What most of the time went into, in a word. "vsync": done in time, waiting for the screen. "other processes": late though
 * the main thread was free (raster, the compositor, a busy machine).
 * @param {Costs | undefined} costs
 */
export function limitOf(costs, { idle = 'other processes' } = {}) {
  if (!costs) return '';
  const { scripting, layout, painting, collecting } = costs;
  const kinds = { scripting, layout, painting, 'garbage collection': collecting };
  const [kind, ms] = Object.entries(kinds).toSorted((a, b) => b[1] - a[1])[0];
  if (ms >= costs.idle) return kind;
  if (costs.worker > costs.idle / 2) return 'worker';
  return costs.total <= VSYNC_MS ? 'vsync' : idle;
}
