// What is told of each tool at each size, in the order of the tables, and what is aimed at.

/**
 * @typedef {object} Measure
 * @property {string} key of a result's figures
 * @property {string} what
 * @property {number} [atMillion] the most that Entente may take at 1,000,000 events
 * @property {boolean} [isLead] whether Entente is to be ahead of vis-timeline in it
 * @property {number} [digits]
 */

/** @type {Measure[]} */
export const MEASURES = [
  { key: 'firstMs', what: 'first picture, data in memory (ms)', isLead: true },
  { key: 'fileMs', what: 'file to first picture (ms)', isLead: true },
  { key: 'handedMs', what: 'file handed to the open page to picture (ms)', isLead: true },
  { key: 'frameMs', what: 'frame, median (ms)', digits: 1 },
  { key: 'frameP95Ms', what: 'frame, p95 (ms)', digits: 1, atMillion: 18, isLead: true },
  { key: 'frameWorstMs', what: 'frame, worst (ms)', digits: 1, atMillion: 50, isLead: true },
  { key: 'feltFrames', what: 'frames over 50 ms' },
  { key: 'steps', what: 'steps made, of 120' },
  { key: 'delayMs', what: 'input delay, median (ms)', digits: 1 },
  { key: 'delayP95Ms', what: 'input delay, p95 (ms)', digits: 1, isLead: true },
  { key: 'costMs', what: 'main thread a frame, median (ms)', digits: 1 },
  { key: 'costP95Ms', what: 'main thread a frame, p95 (ms)', digits: 1 },
  { key: 'scriptMs', what: 'scripting a frame, median (ms)', digits: 1 },
  { key: 'scriptWorstMs', what: 'scripting a frame, worst (ms)', digits: 1 },
  { key: 'repaintMs', what: 'filter click to picture (ms)', digits: 0 },
  {
    key: 'filterMs',
    what: 'filter click to picture and counts (ms)',
    atMillion: 100,
    isLead: true,
  },
  { key: 'filterRestMs', what: 'filter click to picture, counts, list and names (ms)', digits: 0 },
  { key: 'heapMb', what: 'JS heap with buffers (MB)', digits: 1, atMillion: 250, isLead: true },
  { key: 'dataMb', what: 'heap for the data (MB)', digits: 1, isLead: true },
  { key: 'nodes', what: 'DOM nodes', isLead: true },
];

export const MILLION = 1_000_000;
/** Entente's lead over vis-timeline: at which size, and how many times. */
export const LEAD = { size: 20_000, over: 'vis-timeline', times: 10 };
/** How much more a frame may cost at the larger size than at the smaller. */
export const GROWTH = { key: 'costMs', from: 2000, to: MILLION, times: 1.5 };
