import type { Dataset, DatasetView, Issue } from '../../model/dataset';
import { parseDataset } from '../../model/parse-dataset';
import { parseActors, parseSources, parseViews } from '../../model/parse-parts';
import type { Fields } from '../../model/raw-events';
import { viewJson } from '../../model/view-file';
import { formatIsoDay } from '../../time/day';
import type { RecordExport } from '../record-export';
import type { ChosenEvents } from './chosen-events';
import { mend } from './leave-out';

/**
 * The file without its events: its own fields as they came, the actors and sources that the chosen events name, the wider
 * actors that those belong to, and the views that can be told with these events alone. Nothing in it is at fault.
 */
export function chosenHead(from: RecordExport, chosen: ChosenEvents): Fields {
  const { dataset } = from.table;
  const own = dataset.raw as Fields;
  const actors = withWider(dataset, chosen.actors);
  const head = structuredClone({
    ...(own['format'] === undefined && headOfModel(dataset)),
    ...own,
    actors: goodItems(own['actors'] ?? plainActors(dataset), actors, (item) =>
      parseActors([item], []),
    ),
    sources: goodItems(own['sources'], chosen.sources, (item) => parseSources([item], [])),
    events: [],
    views: [],
  });
  mend(head, () => parseDataset(head).issues);
  return withoutEmpty({ ...head, views: viewsOf(from, { ...chosen, actors }) });
}

/** What every file must say, of a dataset whose file said nothing of itself. */
function headOfModel({ id, title, parties, recordedThrough }: Dataset): Fields {
  return {
    format: 'entente/1',
    id,
    title,
    parties,
    recordedThrough: formatIsoDay(recordedThrough),
  };
}

/** Actors that were found in events, where a file lists none: of these no more is known. */
function plainActors({ actors }: Dataset): readonly unknown[] {
  return Array.from(actors.values(), ({ id, name, kind }) => ({ id, name, kind }));
}

/** With all that they are `memberOf`, directly or not. */
function withWider({ actors }: Dataset, ids: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(ids);
  // A set tells those that are added while it is gone through.
  for (const id of found) for (const wider of actors.get(id)?.memberOf ?? []) found.add(wider);
  return found;
}

/** Of a file's list the wanted items; of those with one id the first that is good, as the parser has it. */
function goodItems(
  list: unknown,
  wanted: ReadonlySet<string>,
  parse: (item: unknown) => ReadonlyMap<string, unknown>,
): readonly unknown[] {
  const left = new Set(wanted);
  if (!Array.isArray(list)) return [];
  return list.filter((item: unknown) => {
    const [id] = parse(item).keys();
    return id !== undefined && left.delete(id);
  });
}

/** Without lists of nothing, which say the same left out. */
function withoutEmpty(head: Fields): Fields {
  return Object.fromEntries(Object.entries(head).filter(([name, value]) => !isSpare(name, value)));
}

function isSpare(name: string, value: unknown): boolean {
  return name !== 'events' && Array.isArray(value) && value.length === 0;
}

function viewsOf(from: RecordExport, chosen: ChosenEvents): readonly unknown[] {
  const { dataset } = from.table;
  const told = dataset.views.filter((view) => applies(view, from, chosen));
  const views = structuredClone(told.map((view) => rawView(dataset, view)));
  const domains = new Set(dataset.domains.map(({ id }) => id));
  const { actors, sources } = dataset;
  mend({ views }, () => {
    const issues: Issue[] = [];
    parseViews(views, { domains, actors, sources, eventIds: chosen.ids, issues });
    return issues;
  });
  return views;
}

/** Whether a view's event and actors are all there, and any of the events lies in its span. */
function applies(view: DatasetView, { table, rows }: RecordExport, chosen: ChosenEvents): boolean {
  const { event, actors, fromDay, toDay } = view;
  if (event !== undefined && !chosen.ids.has(event)) return false;
  if (!actors.every((id) => chosen.actors.has(id))) return false;
  for (const row of rows) {
    if ((table.startDay[row] ?? 0) <= toDay && (table.endDay[row] ?? 0) > fromDay) return true;
  }
  return false;
}

/** As the file has it; of a packed dataset as the model does. */
function rawView({ raw }: Dataset, view: DatasetView): unknown {
  const { views } = raw as Fields;
  const hasId = (item: unknown) =>
    typeof item === 'object' && item !== null && (item as Fields)['id'] === view.id;
  return (Array.isArray(views) && views.find(hasId)) || viewJson(view);
}
