import type { WorkerLike } from '../worker-link';

/** Files that are read in a worker whatever their size. */
const LARGE = /\.(ndjson|jsonl|parquet)$/i;

/**
 * Started by the address alone, before the app is there: this file is a script of its own in the page's head, and the worker takes
 * as long to come as the app does.
 */
let early = startByAddress();

/** The early one for whom asks first. */
export function takeLargeWorker(): WorkerLike {
  const worker = early ?? startWorker();
  early = undefined;
  return worker;
}

/** Has one ready, for a file that is about to be chosen or dropped. */
export function prepareLargeWorker(): void {
  if (typeof Worker !== 'undefined') early ??= startWorker();
}

/** What a worker is named by it asks for at once (`createEarlyFetch`). */
function startWorker(name = ''): Worker {
  return new Worker(new URL('./large.worker.ts', import.meta.url), { type: 'module', name });
}

function startByAddress(): Worker | undefined {
  if (typeof document === 'undefined' || typeof Worker === 'undefined') return undefined;
  const { location, baseURI } = document;
  const data = new URLSearchParams(location.search).get('data')?.trim() ?? '';
  if (data === '' || !URL.canParse(data, baseURI)) return undefined;
  const url = new URL(data, baseURI);
  if (!LARGE.test(url.pathname)) return undefined;
  // What lies elsewhere is asked for by the app alone, which knows the rules for that.
  return startWorker(url.origin === location.origin ? url.href : '');
}
