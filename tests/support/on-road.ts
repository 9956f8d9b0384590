import type { EventTable } from '../../src/model/event-table';
import type { Road } from '../../src/query/filter';
import { statesOf } from './states-of';

/** Ids of a road by its rule in the plainest words: whatever leads on to what is in it, until nothing more is found. */
export function onRoad({ event, way }: Road, table: EventTable): ReadonlySet<string> {
  const states = statesOf(table);
  const known = new Set(states.map(({ id }) => id));
  const steps = states.flatMap(({ id, links }) =>
    links
      .filter(({ to }) => known.has(to))
      .map(({ to, rel }) => (rel === 'follows' || rel === 'responds-to' ? [to, id] : [id, to])),
  );
  const found = new Set(known.has(event) ? [event] : []);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [cause = '', effect = ''] of steps) {
      if (way === 'before' && found.has(effect)) found.add(cause);
      if (way === 'after' && found.has(cause)) found.add(effect);
    }
  }
  return found;
}
