import type { Dataset, DatasetView } from '../../model/dataset';
import { eventValue } from '../../model/pack-text';
import type { PackedEvents } from '../../model/packed-events';
import { createTextReader } from '../../model/packed-text';
import { viewJson } from '../../model/view-file';
import { formatIsoDay } from '../../time/day';
import { ownViewsJson } from '../write-dataset';
import type { Fields } from './dataset-head';

/** Some hundredths of a second: the worker answers other questions in between. */
const PIECE_EVENTS = 2000;

/**
 * A packed dataset as lines (`.ndjson`), the reader's own views in its head: all fields of all events that were kept, in the
 * order of its file. `pause` is awaited after each piece.
 */
export async function writeLines(
  dataset: Dataset,
  ownViews: readonly DatasetView[],
  pause: () => Promise<void>,
): Promise<Blob> {
  const parts: string[] = [];
  for (const piece of linesOf(dataset, ownViews)) {
    parts.push(piece);
    // To leave room in between is the point of it.
    // oxlint-disable-next-line no-await-in-loop
    await pause();
  }
  return new Blob(parts, { type: 'application/x-ndjson' });
}

function* linesOf(dataset: Dataset, ownViews: readonly DatasetView[]): Generator<string> {
  const { packed, domains } = dataset;
  if (!packed) throw new Error('The dataset is not packed');
  const head = headJson(dataset, ownViews);
  if (head) yield `${JSON.stringify(head)}\n`;
  const write = createEventWriter(
    packed,
    domains.map(({ id }) => id),
  );
  for (let from = 0; from < packed.eventCount; from += PIECE_EVENTS) {
    const end = Math.min(packed.eventCount, from + PIECE_EVENTS);
    let piece = '';
    for (let event = from; event < end; event++) piece += `${write(event)}\n`;
    yield piece;
  }
}

/** Undefined where the file had none and needs none. */
function headJson(dataset: Dataset, ownViews: readonly DatasetView[]): Fields | undefined {
  const raw = dataset.raw as Fields;
  const given = dataset.views.map(viewJson);
  const views = [...given, ...ownViewsJson(given, ownViews)];
  const hasHead = Object.keys(raw).length > 0;
  if (!hasHead && views.length === 0) return undefined;
  return { ...(hasHead ? raw : foundHead(dataset)), ...(views.length > 0 && { views }) };
}

/** What was found of a dataset whose file says nothing of itself. */
function foundHead({ id, title, parties, recordedThrough, actors }: Dataset): Fields {
  return {
    format: 'entente/1',
    id,
    title,
    parties,
    recordedThrough: formatIsoDay(recordedThrough),
    actors: Array.from(actors.values(), ({ id: actor, name, kind }) => ({ id: actor, name, kind })),
  };
}

function createEventWriter(
  packed: PackedEvents,
  domainIds: readonly string[],
): (event: number) => string {
  const textOf = createTextReader(packed);
  const columns = { ...packed, domainIds };
  return (event) => {
    const kept = JSON.parse(textOf(event)) as Fields;
    const { id, ...value } = eventValue(kept, columns, packed.finalState[event] ?? 0);
    // Columns know no difference between an empty list and none; of parties there must be one.
    const said = Object.entries(value).filter(
      ([key, field]) =>
        Object.hasOwn(kept, key) || !Array.isArray(field) || field.length > 0 || key === 'parties',
    );
    return JSON.stringify({ id, ...Object.fromEntries(said) });
  };
}
