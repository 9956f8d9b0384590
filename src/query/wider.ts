import type { EventTable, RowLists } from '../model/event-table';
import { reachOf } from './reach';

/**
 * For each row the actors and countries that, by `reachOf`, its actors stand behind, but that it does not name itself;
 * each once. Indexes into `EventTable.actorIds`, and on from its end into `EventTable.countryCodes`. Some 100 ns a row.
 */
export function widerOf(table: EventTable): RowLists {
  const { actors, countries, count } = table;
  const reach = reachOf(table);
  const actorCount = table.actorIds.length;
  /** One more than the row that met a place last, by its own word or as a wider one. */
  const last = new Uint32Array(actorCount + table.countryCodes.length);
  const offsets = new Uint32Array(count + 1);
  let values = new Uint32Array(actors.values.length + 64);
  let length = 0;
  for (let row = 0; row < count; row++) {
    const mark = row + 1;
    const actorStart = actors.offsets[row] ?? 0;
    const actorEnd = actors.offsets[mark] ?? 0;
    if (actorStart < actorEnd) {
      const countryEnd = countries.offsets[mark] ?? 0;
      for (let i = countries.offsets[row] ?? 0; i < countryEnd; i++) {
        last[actorCount + (countries.values[i] ?? 0)] = mark;
      }
      for (let i = actorStart; i < actorEnd; i++) last[actors.values[i] ?? 0] = mark;
    }
    for (let i = actorStart; i < actorEnd; i++) {
      const actor = actors.values[i] ?? 0;
      const from = reach.offsets[actor] ?? 0;
      const to = reach.offsets[actor + 1] ?? 0;
      if (length + to - from >= values.length) values = grown(values, length + to - from);
      for (let j = from; j < to; j++) {
        const at = reach.values[j] ?? 0;
        // Without a branch, of which half would be guessed wrong: what was met is written over by the next.
        const differs = (last[at] ?? 0) ^ mark;
        last[at] = mark;
        values[length] = at;
        length += (differs | -differs) >>> 31;
      }
    }
    offsets[mark] = length;
  }
  return { offsets, values: values.slice(0, length) };
}

function grown(values: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(Math.ceil(1.5 * least) + 1);
  longer.set(values);
  return longer;
}
