import type { Dataset } from './dataset';
import { eventValue } from './pack-text';
import { createTextReader } from './packed-text';
import { readAnyEvent } from './read-plain-event';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * Gives the events as the file has them, fields that the format does not know and all, by their index in `Dataset.events`.
 * Those of a packed dataset are made anew of what is kept of them: what a file may leave out can stand there in full.
 */
export function createRawEvents(dataset: Dataset): (index: number) => Fields {
  const { packed, domains, raw } = dataset;
  const domainIds = domains.map(({ id }) => id);
  if (!packed) {
    const kept = keptValues(raw, new Set(domainIds));
    return (index) => kept[index] ?? {};
  }
  const textOf = createTextReader(packed);
  const columns = { ...packed, domainIds };
  return (index) => {
    const text = JSON.parse(textOf(index)) as Fields;
    return eventValue(text, columns, packed.finalState[index] ?? 0);
  };
}

/** Those of a file's events that `parseDataset` keeps, in its order. */
function keptValues(raw: unknown, domains: ReadonlySet<string>): readonly Fields[] {
  const { events } = raw as { readonly events: readonly unknown[] };
  const ids = new Set<string>();
  return events.filter((value): value is Fields => {
    const { record } = readAnyEvent(value, domains);
    if (!record || ids.has(record.id)) return false;
    ids.add(record.id);
    return true;
  });
}
