import type { Dataset, EventState } from './dataset';

/** The columns' dictionaries: the same for every day that a dataset is read as of. */
export interface DatasetIndex {
  readonly actorIds: readonly string[];
  readonly actorIndex: ReadonlyMap<string, number>;
  /** The two sides first, then others as they first appear among the parties of events and actors. */
  readonly countryCodes: readonly string[];
  readonly countryIndex: ReadonlyMap<string, number>;
  readonly tagNames: readonly string[];
  readonly tagIndex: ReadonlyMap<string, number>;
  readonly domainIndex: ReadonlyMap<string, number>;
}

const indexes = new WeakMap<Dataset, DatasetIndex>();

/** Built once for each dataset, which never changes. */
export function indexOf(dataset: Dataset): DatasetIndex {
  const earlier = indexes.get(dataset);
  if (earlier) return earlier;
  const index = createIndex(dataset);
  indexes.set(dataset, index);
  return index;
}

function createIndex(dataset: Dataset): DatasetIndex {
  const domainIndex = positions(dataset.domains.map(({ id }) => id));
  if (dataset.packed) {
    const { actorIds, countryCodes, tagNames } = dataset.packed;
    return {
      actorIds,
      actorIndex: positions(actorIds),
      countryCodes,
      countryIndex: positions(countryCodes),
      tagNames,
      tagIndex: positions(tagNames),
      domainIndex,
    };
  }
  const actorIndex = positions(dataset.actors.keys());
  const countryIndex = positions(countriesOf(dataset));
  const tagIndex = positions(statesOf(dataset).flatMap(({ tags }) => tags));
  return {
    actorIds: [...actorIndex.keys()],
    actorIndex,
    countryCodes: [...countryIndex.keys()],
    countryIndex,
    tagNames: [...tagIndex.keys()],
    tagIndex,
    domainIndex,
  };
}

function* countriesOf(dataset: Dataset): Iterable<string> {
  yield* dataset.parties;
  for (const { parties } of statesOf(dataset)) yield* parties;
  for (const { party } of dataset.actors.values()) if (party !== undefined) yield party;
}

function statesOf(dataset: Dataset): readonly EventState[] {
  return Array.from(dataset.events).flatMap(({ states }) => states);
}

/** Each word's place in the order of first appearance. */
function positions(words: Iterable<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of words) if (!found.has(word)) found.set(word, found.size);
  return found;
}
