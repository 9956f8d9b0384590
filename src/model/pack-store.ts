import type { Actor, Domain, Source } from './dataset';
import { countsColumn, listColumn, numbersColumn } from './pack-columns';
import { allocated } from './pack-gather';
import { createIssueList } from './pack-issues';
import { createLetterSet } from './pack-letters';
import { createTextPile } from './pack-pile';
import { createStateColumns } from './pack-states';

export interface PackerOptions {
  readonly domains: readonly Domain[];
  /** Where columns come to lie; plain buffers if left out. May throw a RangeError. */
  readonly allocate?: (byteLength: number) => ArrayBufferLike;
  /** What columns that grow begin with. What begins large enough for the system to take it back at once leaves nothing behind. */
  readonly roomBytes?: number;
  /** As many issues are listed, the others only counted; 1,000 if left out. */
  readonly maxIssues?: number;
  /** The path of an issue, from the event's place and the path inside it (`revisions[0].known`), empty for all of it. */
  readonly pathOf?: (place: number, inside: string) => string;
}

/** What events may refer to, known only when all have been added. */
export interface PackReferences {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The two sides, which stand first among the countries. */
  readonly parties?: readonly string[];
}

/** All that is held of the events while they come. */
export type PackStore = ReturnType<typeof createStore>;

export function createStore({
  domains,
  allocate = (byteLength) => new ArrayBuffer(byteLength),
  roomBytes,
  maxIssues = 1000,
  pathOf = (place, inside) => `events[${place}]${inside === '' ? '' : '.'}${inside}`,
}: PackerOptions) {
  const domainIds = domains.map(({ id }) => id);
  return {
    allocate,
    issues: createIssueList(maxIssues, pathOf),
    domainIds,
    domainSet: new Set(domainIds) as ReadonlySet<string>,
    states: createStateColumns(new Map(domainIds.map((id, i) => [id, i])), roomBytes),
    texts: createTextPile(),
    letters: createLetterSet(),
    /** By event: its number in the file, the hash of its id, where its text begins. */
    places: countsColumn(roomBytes),
    hashes: numbersColumn(roomBytes),
    textAt: countsColumn(roomBytes),
    /** By event: the entry of its final state, and hashes of the sources it names, for those in `revisited` none. */
    finalEntry: countsColumn(roomBytes),
    sources: { ...listColumn(roomBytes), values: numbersColumn(roomBytes) },
    /** Events to be looked at again when all are known. */
    revisited: countsColumn(),
    idTable: allocated(Uint32Array, 1024, allocate),
    days: { first: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY },
  };
}
