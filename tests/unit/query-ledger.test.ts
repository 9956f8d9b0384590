import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset } from '../../src/model/dataset';
import { gapBetween, isOtherPlace, OUTCOMES } from '../../src/model/outcome';
import { entriesOf, ledgerAsOf, shareOf } from '../../src/query/ledger';
import { eventsInView } from '../../src/query/ledger-scope';
import { sortLedger } from '../../src/query/ledger-sort';
import { parseEdtf } from '../../src/time/parse-edtf';
import {
  datasetJson,
  datasetOf,
  datasets,
  days,
  eventJson,
  isoDay,
  type Json,
  recordJson,
} from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { tries } from '../support/tries';

const plan = (given: Json, ...revisions: readonly Json[]) =>
  datasetOf({ events: [eventJson({ id: 'plan', ...given, revisions })] });
const outcomesOf = (dataset: Dataset, day: string) =>
  ledgerAsOf({ dataset, asOfDay: isoDay(day) }).entries.map(({ verdict }) => verdict.outcome);
const edtf = (text: string) => parseEdtf(text)!;

describe('the measure', () => {
  it.each([
    ['2023-08', '2023-08-31', 0, 0],
    ['2023-08', '2023-09-03', 3, 3],
    ['2023-08-18', '2023-08-17', -1, -1],
    ['2023-06/2023-07', '2023-08-18', 18, 18],
    ['2023-06', '2023-07', 1, 31],
    ['2023', '2023-11', 0, 0],
    ['2023-01-13', '2023-01', -12, 18],
    ['2023/..', '2029-01-01', 0, 0],
    ['../2023-12-31', '2020-01-01', 0, 0],
    ['2023-05-19/2023-05-21', '2023-05-20/2023-05-25', 0, 0],
  ])('said %s, came %s: %i to %i days', (said, came, minDays, maxDays) => {
    expect(gapBetween(edtf(said), edtf(came))).toEqual({ minDays, maxDays });
  });

  it('says nothing where the beginning of what came is unknown', () => {
    expect(gapBetween(edtf('2023'), edtf('../2023-05-01'))).toBeUndefined();
  });

  it('takes places for others only where the record is sure of it', () => {
    const tokyo = { name: 'Tokyo', country: 'JP', lat: 35.68, lon: 139.69 };
    const yokosuka = { name: 'Yokosuka', country: 'JP', lat: 35.28, lon: 139.67 };
    const naha = { name: 'Naha', country: 'JP', lat: 26.21, lon: 127.68 };
    expect(isOtherPlace(tokyo, yokosuka)).toBe(false);
    expect(isOtherPlace(tokyo, naha)).toBe(true);
    expect(isOtherPlace({ name: 'Japan', country: 'JP' }, naha)).toBe(false);
    expect(isOtherPlace({ name: 'India', country: 'IN' }, naha)).toBe(true);
    expect(isOtherPlace({ name: 'Place not yet set' }, naha)).toBe(false);
    expect(isOtherPlace(undefined, naha)).toBe(false);
  });
});

describe('the ledger as of a day', () => {
  const said = { known: '2023-01-01', status: 'expected', date: '2023-03' };

  it('leaves a statement open until the record knows what came', () => {
    const dataset = plan({ date: '2023-03-10' }, said);
    expect(outcomesOf(dataset, '2022-12-31')).toEqual([]);
    expect(outcomesOf(dataset, '2023-03-09')).toEqual(['open']);
    expect(outcomesOf(dataset, '2023-03-10')).toEqual(['as-said']);
  });

  it('tells earlier, later and elsewhere, time before place', () => {
    const [here, there] = [
      { name: 'Tokyo', country: 'JP' },
      { name: 'Washington', country: 'US' },
    ];
    const at = (date: string, place: Json) => plan({ date, place }, { ...said, place: here });
    expect(outcomesOf(at('2023-02-27', here), '2024-01-01')).toEqual(['earlier']);
    expect(outcomesOf(at('2023-04-01', there), '2024-01-01')).toEqual(['later']);
    expect(outcomesOf(at('2023-03-01', there), '2024-01-01')).toEqual(['elsewhere']);
    expect(
      ledgerAsOf({ dataset: at('2023-04-01', there), asOfDay: isoDay('2024-01-01') }).summary,
    ).toMatchObject({ elsewhere: 1 });
  });

  it('counts the days that what is open is overdue', () => {
    const dataset = plan({ status: 'expected', date: '2023-03' });
    const [entry] = ledgerAsOf({ dataset, asOfDay: isoDay('2023-04-10') }).entries;
    expect(entry?.verdict).toMatchObject({ outcome: 'open', overdueDays: 10 });
    expect(ledgerAsOf({ dataset, asOfDay: isoDay('2023-03-31') }).summary.overdue).toBe(0);
  });

  it('judges by the final word where something was called off and came about after all', () => {
    const dataset = plan(
      { date: '2023-06-18' },
      { known: '2022-12-01', status: 'expected', date: '2023-04' },
      { known: '2023-01-03', status: 'cancelled', date: '2023' },
      { known: '2023-04-07', status: 'possible', date: '2023' },
    );
    expect(outcomesOf(dataset, '2023-02-01')).toEqual(['cancelled']);
    expect(outcomesOf(dataset, '2023-05-01')).toEqual(['open', 'open']);
    expect(outcomesOf(dataset, '2023-07-01')).toEqual(['later', 'as-said']);
  });

  it('takes a postponement for a statement only where it names a new date', () => {
    const first = { known: '2023-01-01', status: 'scheduled', date: '2023-03-01' };
    const put = (date: string) =>
      plan({ date: '2023-05-05' }, first, { known: '2023-02-01', status: 'postponed', date });
    expect(outcomesOf(put('2023-03-01'), '2023-06-01')).toEqual(['later']);
    expect(outcomesOf(put('2023-05'), '2023-06-01')).toEqual(['later', 'as-said']);
  });

  it('names as sources only what was out on the day it was said', () => {
    const dataset = datasetOf({
      sources: [
        { id: 'then', title: 'Then', publisher: 'P', published: '2023-01-01' },
        { id: 'later', title: 'Later', publisher: 'P', published: '2023-03-11' },
      ],
      events: [eventJson({ date: '2023-03-10', sources: ['then', 'later'], revisions: [said] })],
    });
    const [entry] = ledgerAsOf({ dataset, asOfDay: isoDay('2024-01-01') }).entries;
    expect(entry?.sources.map(({ id }) => id)).toEqual(['then']);
  });

  it('counts nothing of a record without forecasts', () => {
    const { summary } = ledgerAsOf({ dataset: datasetOf({}), asOfDay: 0 });
    expect(summary.total).toBe(0);
    expect(OUTCOMES.map((outcome) => shareOf(summary, outcome))).toEqual(OUTCOMES.map(() => 0));
  });

  it('has shares that add up to one', () => {
    fc.assert(
      fc.property(datasets, days, (dataset, asOfDay) => {
        const { summary, entries } = ledgerAsOf({ dataset, asOfDay });
        expect(summary.total).toBe(entries.length);
        const sum = OUTCOMES.reduce((all, outcome) => all + shareOf(summary, outcome), 0);
        expect(sum).toBeCloseTo(entries.length === 0 ? 0 : 1, 10);
      }),
      { numRuns: tries(60) },
    );
  });

  it('knows nothing of what became known later', () => {
    fc.assert(
      fc.property(datasets, days, (dataset, asOfDay) => {
        const events = Array.from(dataset.events).map((event) => ({
          ...event,
          states: event.states.filter(({ known }) => known <= asOfDay),
        }));
        const cut = ledgerAsOf({ dataset: { ...dataset, events }, asOfDay });
        expect(cut).toEqual(ledgerAsOf({ dataset, asOfDay }));
      }),
      { numRuns: tries(60) },
    );
  });

  it('is the same in whatever order the events stand', () => {
    fc.assert(
      fc.property(datasets, days, (dataset, asOfDay) => {
        const turned = { ...dataset, events: Array.from(dataset.events).toReversed() };
        expect(ledgerAsOf({ dataset: turned, asOfDay })).toEqual(ledgerAsOf({ dataset, asOfDay }));
      }),
      { numRuns: tries(40) },
    );
  });

  it('is the same of a packed dataset', () => {
    const file = recordJson();
    const packed = packedOf(file).dataset;
    const plain = datasetOf(file);
    for (const day of ['1972-01-07', '2023-06-12', '2026-02-20']) {
      const [a, b] = [packed, plain].map((dataset) =>
        ledgerAsOf({ dataset, asOfDay: isoDay(day) }),
      );
      expect(a?.summary).toEqual(b?.summary);
      expect(a?.entries.map(({ said: { id } }) => id)).toEqual(
        b?.entries.map(({ said: { id } }) => id),
      );
    }
  });

  it('leaves out the less important of too many, and says of how many', () => {
    const events = Array.from({ length: 9 }, (_, i) =>
      eventJson({ id: `e-${i}`, status: 'expected', importance: i < 2 ? 5 : 2 }),
    );
    const { dataset } = packedOf(datasetJson({ events }));
    const ledger = ledgerAsOf({ dataset, asOfDay: 0, mostEvents: 3 });
    expect(ledger.omittedEvents).toBe(6);
    expect(ledger.entries.map(({ said: { id } }) => id)).toEqual(['e-0', 'e-1', 'e-2']);
  });
});

describe('what of a ledger is shown', () => {
  const dataset = datasetOf({
    events: [
      eventJson({ id: 'a', status: 'expected', date: '2023-02' }),
      eventJson({ id: 'b', status: 'expected', date: '2023-05' }),
    ],
  });
  const table = createEventTable(dataset, isoDay('2023-01-01'));

  it('is what matches and touches the view', () => {
    const span = { startDay: isoDay('2023-02-28'), endDay: isoDay('2023-05-01') };
    const idsOf = (has: (row: number) => boolean, view = span) => {
      const includes = eventsInView(table, { has }, view);
      return ledgerAsOf({ dataset, asOfDay: table.asOfDay, includes }).entries.map(
        ({ said }) => said.id,
      );
    };
    expect(idsOf(() => true)).toEqual(['a']);
    expect(idsOf(() => false)).toEqual([]);
    expect(idsOf(() => true, { ...span, endDay: span.endDay + 1 })).toEqual(['a', 'b']);
  });

  it('is sorted by any column either way, with what says nothing last', () => {
    const record = datasetOf(recordJson());
    const { entries } = ledgerAsOf({ dataset: record, asOfDay: isoDay('2026-02-20') });
    const texts = { titleOf: () => '', sourceOf: () => '', compare: () => 0 };
    for (const isDescending of [false, true]) {
      const sorted = sortLedger(entries, { column: 'days', isDescending }, texts);
      const gaps = sorted.map(({ verdict }) => verdict.gap?.minDays);
      const known = gaps.filter((gap) => gap !== undefined);
      expect(gaps.slice(0, 3).every((gap) => gap !== undefined)).toBe(true);
      const [first = 0, last = 0] = [known[0], known.at(-1)];
      expect(isDescending ? first >= last : first <= last).toBe(true);
      expect(gaps.at(-1)).toBeUndefined();
    }
  });
});

it('tells of one event what was said of it, oldest first', () => {
  const record = datasetOf(recordJson());
  const event = Array.from(record.events).find(({ id }) => id === 'us-steel-approved-2025');
  const entries = event ? entriesOf(record, event, isoDay('2026-02-20')) : [];
  expect(entries.map(({ said, verdict }) => [said.status, verdict.outcome])).toEqual([
    ['expected', 'later'],
    ['possible', 'as-said'],
    ['expected', 'as-said'],
    ['scheduled', 'as-said'],
  ]);
});
