import type { WorkerLike } from '../worker-link';

/** Files that are read in a worker whatever their size. */
const LARGE = /\.(ndjson|jsonl|parquet)$/i;

/**
 * Started by the address alone, before the app is there: this file is a script of its own in the page's head, and the worker takes
 * as long to come as the app does.
 */
let early = asksForLarge() ? startWorker() : undefined;

/** The early one for whom asks first. */
export function takeLargeWorker(): WorkerLike {
  const worker = early ?? startWorker();
  early = undefined;
  return worker;
}

function startWorker(): Worker {
  return new Worker(new URL('./large.worker.ts', import.meta.url), { type: 'module' });
}

function asksForLarge(): boolean {
  if (typeof document === 'undefined' || typeof Worker === 'undefined') return false;
  const data = new URLSearchParams(document.location.search).get('data');
  return data !== null && LARGE.test(data.split(/[?#]/)[0] ?? '');
}
