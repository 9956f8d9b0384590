import type { Actor, Issue } from '../../model/dataset';
import { openPacked } from '../../model/open-packed';
import { createEventPacker, type EventPacker } from '../../model/pack-events';
import type { PackedEvents } from '../../model/packed-events';
import {
  completeHead,
  createActorFinder,
  createHead,
  type Fields,
  type HeadParts,
  readHead,
  readViews,
} from './dataset-head';
import { isTooDeep, LoadError } from './load-error';
import type { DatasetHead } from './protocol';

/** More are not held: what is kept of each would no longer fit a page's memory. */
const MAX_EVENTS = 5_000_000;
/** As many faults are listed; the others are counted. */
const MAX_ISSUES = 1_000;

export interface EventCollector {
  /** Takes what the file says of itself, before the first event; undefined where it says nothing. */
  begin: (file: Fields | undefined) => void;
  /** Takes an event as it stands in the file, with its line, row or index. */
  add: (value: unknown, number: number) => void;
  /** Notes an event that could not be read at all. */
  reject: (number: number, fault: () => Pick<Issue, 'expected' | 'found'>) => void;
  /** Of all that were given so far, good or bad. */
  readonly count: number;
  /** Those of them that could not be kept. */
  readonly setAsideCount: number;
  /** Throws a LoadError where nothing good came of a file that says nothing of itself. */
  finish: () => CollectedEvents;
}

export interface CollectedEvents {
  readonly head: DatasetHead;
  readonly packed: PackedEvents;
  /** The first ones. */
  readonly issues: readonly Issue[];
  readonly issueCount: number;
  readonly errorCount: number;
  readonly setAsideCount: number;
}

export interface CollectorOptions {
  /** Names the dataset where the file does not. */
  readonly name: string;
  /** The path of an issue, from the event's number and the path inside it, empty for all of it. */
  readonly pathOf: (number: number, inside: string) => string;
  readonly allocate: (byteLength: number) => ArrayBufferLike;
  readonly maxEvents?: number;
}

/**
 * Chromium keeps blocks of less than a megabyte for further use once they are let go, for which there is none: what columns
 * of some ten thousand events have outgrown would add as much again to what they hold. Pages that nothing is written to cost none.
 */
const ROOM_BYTES = 1 << 20;

const TOO_DEEP = { expected: { key: 'readable' }, found: 'object' } as const;

/** Packs events one by one, keeps count of them and of their faults, and puts the head to them. */
export function createEventCollector(options: CollectorOptions): EventCollector {
  const { pathOf, allocate, maxEvents = MAX_EVENTS } = options;
  const finder = createActorFinder();
  const packUnder = (parts: HeadParts) => {
    const { domains } = parts.head;
    const packer = createEventPacker({
      domains,
      allocate,
      roomBytes: ROOM_BYTES,
      maxIssues: MAX_ISSUES,
      pathOf,
    });
    return { ...parts, packer };
  };
  let pack = packUnder({ head: createHead(options.name), issues: [] });
  let file: Fields | undefined;
  let count = 0;
  let rejectedCount = 0;

  const step = () => {
    count++;
    if (count > maxEvents) throw new LoadError({ kind: 'tooMany', maxEvents });
  };
  const note: EventCollector['reject'] = (number, fault) => {
    rejectedCount++;
    // Past these they are only counted, so nothing need be found out.
    const { expected, found } = rejectedCount <= MAX_ISSUES ? fault() : TOO_DEEP;
    pack.packer.note({ path: pathOf(number, ''), severity: 'error', expected, found });
  };
  return {
    begin: (given) => {
      file = given;
      if (file) pack = packUnder(readHead(file));
    },
    add: (value, number) => {
      step();
      try {
        if (!file) finder.look(value);
        pack.packer.add(value, number);
      } catch (error) {
        if (!isTooDeep(error)) throw error;
        note(number, () => TOO_DEEP);
      }
    },
    reject: (number, fault) => {
      step();
      note(number, fault);
    },
    get count() {
      return count;
    },
    get setAsideCount() {
      return pack.packer.setAsideCount + rejectedCount;
    },
    finish: () => {
      const setAsideCount = pack.packer.setAsideCount + rejectedCount;
      return { ...finishDataset({ ...pack, file, actors: finder.found }), setAsideCount };
    },
  };
}

interface Collected extends HeadParts {
  readonly packer: EventPacker;
  readonly file: Fields | undefined;
  /** All actors that were named. */
  readonly actors: ReadonlyMap<string, Actor>;
}

function finishDataset({ packer, head, issues: headIssues, file, actors }: Collected) {
  const { packed, issues, issueCount, errorCount } = packer.finish(
    file ? head : { actors, sources: head.sources },
  );
  if (!file && packed.eventCount === 0) {
    throw new LoadError(
      issueCount > 0 ? { kind: 'notDataset', issues, issueCount } : { kind: 'empty' },
    );
  }
  const viewIssues: Issue[] = [];
  const whole = file
    ? { ...head, views: readViews(file['views'], openPacked(head, packed), viewIssues) }
    : completeHead(head, packed, actors);
  return {
    head: whole,
    packed,
    issues: [...headIssues, ...issues, ...viewIssues].slice(0, MAX_ISSUES),
    issueCount: headIssues.length + issueCount + viewIssues.length,
    errorCount: errorCount + countErrors(headIssues) + countErrors(viewIssues),
  };
}

function countErrors(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === 'error').length;
}
