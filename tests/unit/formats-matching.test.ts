import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDatasetJson } from '../../src/formats/dataset-json';
import { formatEventsCsv } from '../../src/formats/events-csv';
import { formatEventsIcs } from '../../src/formats/events-ics';
import { formatEventsMarkdown } from '../../src/formats/events-markdown';
import type { RecordExport } from '../../src/formats/record-export';
import { formatBibtex } from '../../src/formats/references/bibtex';
import { formatCslJson } from '../../src/formats/references/csl-json';
import { calendarOf } from '../../src/model/calendar';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset, EventState } from '../../src/model/dataset';
import { parseDataset, parseDatasetText } from '../../src/model/parse-dataset';
import { sourcesAsOf } from '../../src/model/shown-event';
import { LANGS } from '../../src/time/lang';
import { hostileFiles } from '../support/hostile-events';
import { datasets, days, spans } from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { filters } from '../support/query-filters';
import { readBibtex, readCalendar, readCsv, readMarkdown } from '../support/read-back';
import { exportOf, idsOf, textOf } from '../support/record-export';
import { tries } from '../support/tries';

const hostile = hostileFiles.map((file) => {
  const { dataset } = parseDataset(file);
  if (!dataset) throw new Error('no dataset');
  return dataset;
});
const packed = hostileFiles.map((file) => packedOf(file).dataset);

/** Any range and filter of any record, small or packed, at fault or not, as of any day. */
const exports: fc.Arbitrary<RecordExport> = fc
  .record({
    dataset: fc.oneof(datasets, hostile, packed),
    span: fc.oneof(spans, fc.constant({ startDay: -5_000_000, endDay: 5_000_000 })),
    asOfDay: days,
    filter: filters.map((filter) => ({ ...filter, text: '' })),
    isFiltered: fc.boolean(),
    lang: fc.constantFrom(...LANGS),
    country: fc.constantFrom(undefined, 'JP', 'US'),
  })
  .map(({ dataset, filter, isFiltered, country, ...asked }) =>
    exportOf(dataset, {
      ...asked,
      calendar: country && calendarOf(country),
      ...(isFiltered && { filter }),
    }),
  );

function holds(check: (from: RecordExport) => void): void {
  fc.assert(fc.property(exports, check), { numRuns: tries(20) });
}

describe('every format holds exactly the events that match', () => {
  it('as CSV, read by PapaParse', () => {
    holds((from) => {
      const rows = readCsv(textOf(formatEventsCsv(from, { bom: false })));
      expect(rows.map(({ id }) => id)).toEqual(idsOf(from));
    });
  });

  it('as iCalendar, read by ical.js', () => {
    holds((from) => {
      const calendar = readCalendar(textOf(formatEventsIcs(from)));
      const uids = calendar
        .getAllSubcomponents('vevent')
        .map((event) => event.getFirstPropertyValue('uid'));
      const { id } = from.table.dataset;
      expect(uids).toEqual(idsOf(from).map((event) => `${event}@${id}.entente`));
    });
  });

  it('as Markdown, each as an item of a list', () => {
    holds((from) => {
      const { body } = readMarkdown(textOf(formatEventsMarkdown(from)));
      expect(body.match(/<li>/g)?.length ?? 0).toBe(idsOf(from).length);
    });
  });

  it('as a dataset, which says the same of them as of the day, and in which nothing is at fault', () => {
    holds((from) => {
      const { dataset, issues } = parseDatasetText(textOf(formatDatasetJson(from)));
      expect(issues).toEqual([]);
      expect(dataset && statesAsOf(dataset, from)).toEqual(statesOf(from));
      expectNoStrangers(dataset);
    });
  });

  it('as references, each of their sources once', () => {
    holds((from) => {
      const titles = sourceTitles(from);
      const entries = [...readBibtex(textOf(formatBibtex(from))).values()];
      expect(entries.map(({ title }) => title)).toEqual(titles);
      const items = JSON.parse(textOf(formatCslJson(from))) as { title: string }[];
      expect(items.map(({ title }) => title)).toEqual(titles);
    });
  });
});

/** By id, without what is another in another file: its place, and links to events that are not there. */
function comparable(states: readonly (EventState | undefined)[], ids: ReadonlySet<string>) {
  const known = states.filter((state) => state !== undefined);
  return new Map(
    known
      .map((state) => ({
        ...state,
        eventIndex: 0,
        links: state.links.filter(({ to }) => ids.has(to)),
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((state) => [state.id, state]),
  );
}

function statesOf({ table, rows }: RecordExport) {
  const states = Array.from(rows, (row) => table.stateOf(row));
  return comparable(states, new Set(states.map((state) => state?.id ?? '')));
}

function statesAsOf(dataset: Dataset, { table: { asOfDay, calendar } }: RecordExport) {
  const table = createEventTable(dataset, asOfDay, calendar);
  const states = Array.from({ length: table.count }, (_, row) => table.stateOf(row));
  return comparable(states, new Set(states.map((state) => state?.id ?? '')));
}

/** Each actor and source of a file is named by an event, or by an actor that is. */
function expectNoStrangers(dataset: Dataset | undefined): void {
  const named = new Set<string>();
  for (const { states } of dataset?.events ?? []) {
    for (const state of states) {
      for (const { actor } of state.actors) named.add(actor);
      for (const source of state.sources) named.add(`source ${source}`);
    }
  }
  for (const id of named)
    for (const wider of dataset?.actors.get(id)?.memberOf ?? []) named.add(wider);
  const all = [
    ...(dataset?.actors.keys() ?? []),
    ...[...(dataset?.sources.keys() ?? [])].map((id) => `source ${id}`),
  ];
  expect(all.filter((id) => !named.has(id))).toEqual([]);
}

function sourceTitles({ table, rows }: RecordExport): readonly unknown[] {
  const sources = new Set(
    Array.from(rows).flatMap((row) => {
      const state = table.stateOf(row);
      return state ? sourcesAsOf(table.dataset, state, table.asOfDay) : [];
    }),
  );
  return Array.from(sources, ({ title }) => title);
}
