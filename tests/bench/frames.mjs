// Reads a Chromium trace: how long scripts ran on the page's main thread in each frame.

const SCRIPTING = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'MajorGC',
  'MinorGC',
  'RunMicrotasks',
  'TimerFire',
  'V8.Execute',
  'V8.GCScavenger',
  'V8.RunMicrotasks',
  'v8.callFunction',
  'v8.compile',
]);
/** Comes once a frame, after its scripts. */
const FRAME_END = 'Layerize';

/**
 * @typedef {{ name: string, ph: string, ts: number, dur?: number, pid: number, tid: number }} TraceEvent ts and dur in µs
 * @param {Buffer} trace
 * @returns {number[]} scripting in ms, one number a frame
 */
export function scriptingByFrame(trace) {
  /** @type {TraceEvent[]} */
  const events = JSON.parse(trace.toString('utf8')).traceEvents;
  const main = busiestThread(events.filter(({ name }) => name === FRAME_END));
  const own = events.filter(({ pid, tid }) => main === `${pid}/${tid}`);
  const ends = own
    .filter(({ name }) => name === FRAME_END)
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  const frames = ends.map(() => 0);
  let coveredUntil = -Infinity;
  for (const { ts, dur = 0 } of own
    .filter(({ name, ph }) => ph === 'X' && SCRIPTING.has(name))
    .toSorted((a, b) => a.ts - b.ts)) {
    // Events nest; only what an outer one has not covered counts.
    const from = Math.max(ts, coveredUntil);
    const to = ts + dur;
    if (to <= from) continue;
    coveredUntil = to;
    const frame = ends.findIndex((end) => end >= from);
    if (frame >= 0) frames[frame] += (to - from) / 1000;
  }
  return frames;
}

/** @param {TraceEvent[]} events */
function busiestThread(events) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { pid, tid } of events)
    counts.set(`${pid}/${tid}`, (counts.get(`${pid}/${tid}`) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
