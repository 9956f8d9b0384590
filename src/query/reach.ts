import type { Dataset } from '../model/dataset';
import type { EventTable, RowLists } from '../model/event-table';
import { peopleOf } from '../model/people';

/**
 * Through which choices each actor is reached: `peopleOf` turned round, as lists by actor index. Values are indexes into
 * `EventTable.actorIds` for wider actors that take the actor in, and on from its end into `EventTable.countryCodes`.
 */
export type Reach = RowLists;

const reaches = new WeakMap<Dataset, Reach>();

/** Worked out once for each dataset. */
export function reachOf({ dataset, actorIds, countryCodes }: EventTable): Reach {
  const earlier = reaches.get(dataset);
  if (earlier) return earlier;
  const people = peopleOf(dataset);
  const indexOfActor = new Map(actorIds.map((id, i) => [id, i]));
  const wider = (id: string) =>
    dataset.actors.get(id)?.kind === 'person' ? [] : people.ofActor(id);
  const reach = inverted(
    [...actorIds.map(wider), ...countryCodes.map(people.ofCountry)],
    indexOfActor,
  );
  reaches.set(dataset, reach);
  return reach;
}

/** From "group g has these members" to "member m is in these groups". */
function inverted(
  groups: readonly Iterable<string>[],
  indexOf: ReadonlyMap<string, number>,
): RowLists {
  const found: number[][] = Array.from({ length: indexOf.size }, () => []);
  groups.forEach((members, group) => {
    for (const id of members) found[indexOf.get(id) ?? -1]?.push(group);
  });
  const offsets = new Uint32Array(found.length + 1);
  found.forEach((list, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + list.length;
  });
  return { offsets, values: Uint32Array.from(found.flat()) };
}
