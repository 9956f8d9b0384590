import type { Dataset } from '../model/dataset';
import { type Day, formatIsoDay, parseIsoDay } from '../time/day';

const KEY = 'entente.visits';
/** Of so many datasets, those last visited. */
const MOST_DATASETS = 20;

/** What a reader saw of a dataset. */
export interface Visit {
  /** The reader's calendar day. */
  readonly day: Day;
  readonly recordedThrough: Day;
  /** Tells whether the file is the same: no secret, and no proof. */
  readonly fingerprint: string;
}

interface Visits {
  readonly current: Visit;
  /** The one before, on another day or of another file. */
  readonly last: Visit | undefined;
}

/** The visit that `dataset` means today. */
export function visitOf(dataset: Dataset, today: Day): Visit {
  const { recordedThrough } = dataset;
  return { day: today, recordedThrough, fingerprint: fingerprintOf(dataset) };
}

/** Up to which day the reader then knew the record. */
export function seenThrough({ day, recordedThrough }: Visit): Day {
  return Math.min(day, recordedThrough);
}

/** Keeps this visit, and gives back the last one; undefined for the first, and where nothing can be kept. */
export function noteVisit(
  storage: Storage | undefined,
  datasetId: string,
  visit: Visit,
): Visit | undefined {
  const all = readAll(storage);
  const last = lastBefore(visit, all.get(datasetId));
  all.delete(datasetId);
  all.set(datasetId, { current: visit, last });
  const kept = [...all].slice(-MOST_DATASETS).map(([id, each]) => [id, written(each)] as const);
  try {
    storage?.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Full or forbidden: then the next visit is a first one.
  }
  return last;
}

/** The visit before this one, whether this one is kept yet or not; undefined where there was none. */
export function findLastVisit(
  storage: Storage | undefined,
  datasetId: string,
  visit: Visit,
): Visit | undefined {
  return lastBefore(visit, readAll(storage).get(datasetId));
}

function lastBefore({ day, fingerprint }: Visit, kept: Visits | undefined): Visit | undefined {
  const isSame = kept?.current.day === day && kept.current.fingerprint === fingerprint;
  return isSame ? kept.last : kept?.current;
}

/** Of few events all their states count, of many what can be had without reading them. */
function fingerprintOf({ events, packed, recordedThrough }: Dataset): string {
  if (packed) return `${packed.eventCount}-${packed.count}-${packed.text.byteLength}`;
  let hash = recordedThrough | 0;
  let count = 0;
  for (const { id, states } of events) {
    count += states.length;
    for (const { known, status, date, title } of states) {
      hash = hashOf(`${id}${known}${status}${date.text}${JSON.stringify(title)}`, hash);
    }
  }
  return `${events.length}-${count}-${(hash >>> 0).toString(36)}`;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function readAll(storage: Storage | undefined): Map<string, Visits> {
  const found = new Map<string, Visits>();
  for (const [id, value] of Object.entries(fieldsOf(readJson(storage)))) {
    const { current, last } = fieldsOf(value);
    const visit = readVisit(current);
    if (visit) found.set(id, { current: visit, last: readVisit(last) });
  }
  return found;
}

function readJson(storage: Storage | undefined): unknown {
  try {
    return JSON.parse(storage?.getItem(KEY) ?? '{}');
  } catch {
    // Broken, or forbidden: as if there had been no visit.
    return {};
  }
}

function readVisit(value: unknown): Visit | undefined {
  const { day, recordedThrough, fingerprint } = fieldsOf(value);
  const days = [day, recordedThrough].map((each) =>
    typeof each === 'string' ? parseIsoDay(each) : undefined,
  );
  const [seen, through] = days;
  if (seen === undefined || through === undefined || typeof fingerprint !== 'string') {
    return undefined;
  }
  return { day: seen, recordedThrough: through, fingerprint };
}

function written({ current, last }: Visits) {
  return { current: writtenVisit(current), ...(last && { last: writtenVisit(last) }) };
}

function writtenVisit({ day, recordedThrough, fingerprint }: Visit) {
  return {
    day: formatIsoDay(day),
    recordedThrough: formatIsoDay(recordedThrough),
    fingerprint,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
