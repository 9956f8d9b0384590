import type { EventKind, Importance, Status } from '../model/dataset';

/** All that leads to an event, or all that follows from it, along links. `road.ts` says which way each relation goes. */
export interface Road {
  /** Its id. */
  readonly event: string;
  readonly way: 'before' | 'after';
}

/** Within a facet choices are OR, across facets AND. An empty list leaves its facet open. */
export interface Filter {
  readonly domains: readonly string[];
  /** Actor ids. Chosen together with `countries` they are one facet: who. */
  readonly actors: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Whether a chosen government or country takes in its people (by `party` and `memberOf`). */
  readonly withPeople: boolean;
  readonly kinds: readonly EventKind[];
  readonly statuses: readonly Status[];
  /** Both inclusive. */
  readonly importance: readonly [Importance, Importance];
  readonly tags: readonly string[];
  /** Free text; empty for none. */
  readonly text: string;
  /** Only the events of one road, that one with them. */
  readonly road: Road | undefined;
}

export const NO_FILTER: Filter = {
  domains: [],
  actors: [],
  countries: [],
  withPeople: true,
  kinds: [],
  statuses: [],
  importance: [1, 5],
  tags: [],
  text: '',
  road: undefined,
};

/** Eight at most: each is a bit of a row's byte. */
export const FACETS = [
  'domains',
  'who',
  'kinds',
  'statuses',
  'importance',
  'tags',
  'text',
  'road',
] as const;
/** `who` is `actors` and `countries` together. */
export type Facet = (typeof FACETS)[number];
