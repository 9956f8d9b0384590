import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/model/calendar';
import { recordChangeDays } from '../../src/model/change-days';
import { createEventTable } from '../../src/model/create-event-table';
import type { Actor, Dataset, EventState, Issue } from '../../src/model/dataset';
import { indexOf } from '../../src/model/dataset-index';
import { createEndTree } from '../../src/model/end-tree';
import type { Calendar, EventTable, RowLists } from '../../src/model/event-table';
import { findEvent } from '../../src/model/find-event';
import { createEventPacker } from '../../src/model/pack-events';
import { createTextReader } from '../../src/model/packed-text';
import { parseDataset } from '../../src/model/parse-dataset';
import { readEvent } from '../../src/model/parse-event';
import { readPlainEvent } from '../../src/model/read-plain-event';
import { linksAsOf } from '../../src/model/shown-event';
import { textIn } from '../../src/model/text';
import { recordExtent } from '../../src/state/record-extent';
import { LANGS, type Lang } from '../../src/time/lang';
import { faultyEvents, hostileFiles, plainEvents, richEvents } from '../support/hostile-events';
import {
  DOMAINS,
  datasetJson,
  datasetOf,
  datasets,
  days,
  eventJson,
  isoDay,
  type Json,
  recordJson,
} from '../support/model-dataset';
import { packedOf, reopened } from '../support/packed-dataset';
import { crowdedRecords } from '../support/random-record';
import { statesOf } from '../support/states-of';
import { tries } from '../support/tries';

const DOMAIN_SET = new Set(DOMAINS);

function parsed(file: Json): { dataset: Dataset; issues: readonly Issue[] } {
  const { dataset, issues } = parseDataset(file);
  if (!dataset) throw new Error('no dataset');
  return { dataset, issues };
}

function namesOf(lists: RowLists, row: number, names: readonly string[]): string[] {
  return Array.from(lists.values.subarray(lists.offsets[row], lists.offsets[row + 1]), (code) => {
    const name = names[code];
    if (name === undefined) throw new Error(`no name ${code}`);
    return name;
  });
}

/** All that a table says of its rows, names in place of numbers; rows of the same days in the file's order. */
function contentOf(table: EventTable) {
  return statesOf(table)
    .map((state, row) => ({
      state,
      id: table.idOf(row),
      startDay: table.startDay[row],
      endDay: table.endDay[row],
      flags: table.flags[row],
      importance: table.importance[row],
      tenor: table.tenor[row],
      status: table.status[row],
      kind: table.kind[row],
      domain: table.domain[row],
      domainMask: table.domainMask[row],
      actors: namesOf(table.actors, row, table.actorIds),
      countries: namesOf(table.countries, row, table.countryCodes),
      tags: namesOf(table.tags, row, table.tagNames),
    }))
    .toSorted(
      (a, b) =>
        (a.startDay ?? 0) - (b.startDay ?? 0) ||
        (a.endDay ?? 0) - (b.endDay ?? 0) ||
        a.state.eventIndex - b.state.eventIndex,
    );
}

/** Days on which something changes, and their neighbours; there are others, but nothing happens on them. */
function tellingDays(dataset: Dataset): number[] {
  const changes = recordChangeDays(dataset);
  const some = changes.filter((_, i) => i % Math.ceil(changes.length / 6) === 0);
  return [...some.flatMap((day) => [day - 1, day]), -5e6 + 1, 18_500, 3e6];
}

function onEachCalendar(day: number): [number, Calendar | undefined][] {
  return [undefined, calendarOf('JP'), calendarOf('US')].map((calendar) => [day, calendar]);
}

function expectSameTables(packed: Dataset, plain: Dataset, asOfDays: readonly number[]): void {
  for (const [day, calendar] of asOfDays.flatMap(onEachCalendar)) {
    const table = createEventTable(packed, day, calendar);
    const expected = createEventTable(plain, day, calendar);
    const content = contentOf(expected);
    expect(contentOf(table)).toStrictEqual(content);
    expect(statesOf(table).map(({ id }) => id)).toEqual(content.map(({ id }) => id));
    expect([table.asOfDay, table.count]).toEqual([day, expected.count]);
    expect(table.dataset === packed).toBe(true);
    expect(table.calendar).toBe(calendar);
    expect(table.endDay).toHaveLength(table.count);
    expect(table.ends).toEqual(createEndTree(table.endDay));
    expect([table.actorIds, table.countryCodes, table.tagNames]).toEqual([
      expected.actorIds,
      expected.countryCodes,
      expected.tagNames,
    ]);
    const lost = Array.from(plain.events, ({ id }) => id).filter((id) => {
      const row = table.rowOf(id);
      return row === undefined ? expected.rowOf(id) !== undefined : table.idOf(row) !== id;
    });
    expect(lost).toEqual([]);
    for (const row of [-1, table.count]) {
      expect([table.stateOf(row), table.idOf(row)]).toEqual([undefined, undefined]);
    }
  }
}

function linksByIds(table: EventTable, id: string): unknown[] {
  const row = table.rowOf(id);
  if (row === undefined) return [];
  return linksAsOf(table, row).map(({ link, direction, row: other }) => [
    link,
    direction,
    table.idOf(other),
  ]);
}

describe('a packed dataset', () => {
  it('has on every day the table of the same events as objects', () => {
    fc.assert(
      fc.property(fc.oneof(datasets, crowdedRecords(30)), fc.array(days), (random, some) => {
        const file = JSON.parse(JSON.stringify(random.raw)) as Json;
        const { dataset: plain } = parsed(file);
        expectSameTables(packedOf(file).dataset, plain, [...some, ...tellingDays(plain)]);
      }),
      { numRuns: tries(30) },
    );
  });

  it('has them of hostile files too, with the same issues in the same order', () => {
    fc.assert(
      fc.property(hostileFiles, (file) => {
        const { dataset: plain, issues } = parsed(file);
        const { dataset, packer, ...result } = packedOf(file);
        expect(result.issues).toEqual(issues.filter(({ path }) => path.startsWith('events[')));
        expect(result.issueCount).toBe(result.issues.length);
        expect(packer.eventCount).toBe(plain.events.length);
        expect(packer.setAsideCount).toBe(
          (file['events'] as readonly unknown[]).length - plain.events.length,
        );
        expectSameTables(dataset, plain, tellingDays(plain));
      }),
      { numRuns: tries(40) },
    );
  });

  it('gives each event as it is read from a file, in the order of the file', () => {
    fc.assert(
      fc.property(hostileFiles, (file) => {
        const { dataset: plain } = parsed(file);
        const { events } = packedOf(file).dataset;
        expect(events).toHaveLength(plain.events.length);
        expect([...events]).toStrictEqual([...plain.events]);
        for (let i = -events.length; i < events.length; i++) {
          expect(events.at(i)).toStrictEqual(plain.events.at(i));
        }
        expect(events.at(events.length)).toBeUndefined();
        expect(events.at(-events.length - 1)).toBeUndefined();
      }),
      { numRuns: tries(35) },
    );
  });

  it('reads an event anew, and to the same, once it was told to let go of what was read', () => {
    const many = Array.from({ length: 2100 }, (_, i) => eventJson({ id: `e-${i}` }));
    const { events } = packedOf(datasetJson({ events: many })).dataset;
    const before = events.at(1);
    for (let i = 2; i < many.length; i++) events.at(i);
    expect(events.at(1)).toBe(before);
    events.forget?.();
    expect(events.at(1)).not.toBe(before);
    expect(events.at(1)).toStrictEqual(before);
  });

  it('finds each event by its id, and none by another', () => {
    fc.assert(
      fc.property(
        hostileFiles,
        fc.array(fc.oneof(fc.string(), fc.constantFrom('e-', 'b', 'a"', 'xx', 'ä', 'š'))),
        (file, others) => {
          const { dataset: plain } = parsed(file);
          const { dataset } = packedOf(file);
          const ids = Array.from(plain.events, ({ id }) => id);
          ids.forEach((id, i) => {
            expect(dataset.events.indexOfId?.(id)).toBe(i);
            expect(findEvent(dataset, id)?.id).toBe(id);
          });
          const table = createEventTable(dataset, 3e6);
          for (const id of others.filter((other) => !ids.includes(other))) {
            expect(dataset.events.indexOfId?.(id)).toBeUndefined();
            expect(findEvent(dataset, id)).toBeUndefined();
            expect(table.rowOf(id)).toBeUndefined();
          }
        },
      ),
    );
  });

  it('has the same links, dictionaries, days of change, extent and letters', () => {
    fc.assert(
      fc.property(hostileFiles, (file) => {
        const { dataset: plain } = parsed(file);
        const { dataset, packed } = packedOf(file);
        expect(indexOf(dataset)).toEqual(indexOf(plain));
        expect(recordChangeDays(dataset)).toEqual(recordChangeDays(plain));
        expect(recordExtent(dataset)).toEqual(recordExtent(plain));
        for (const lang of LANGS) {
          expect(new Set(packed.letters[lang])).toEqual(lettersOf(plain, lang));
          expect(Array.from(packed.letters[lang])).toHaveLength(lettersOf(plain, lang).size);
        }
        for (const day of tellingDays(plain)) {
          const [table, expected] = [createEventTable(dataset, day), createEventTable(plain, day)];
          for (const { id } of plain.events) {
            // Events of the same days may stand in another order.
            const sorted = (links: unknown[]) =>
              links.map((link) => JSON.stringify(link)).toSorted();
            expect(sorted(linksByIds(table, id))).toEqual(sorted(linksByIds(expected, id)));
          }
        }
      }),
      { numRuns: tries(35) },
    );
  });

  it('opens to the same from a clone and from shared memory', () => {
    fc.assert(
      fc.property(hostileFiles, (file) => {
        const { dataset: plain } = parsed(file);
        const shared = packedOf(file, { allocate: (length) => new SharedArrayBuffer(length) });
        expect(shared.packed.text.buffer).toBeInstanceOf(SharedArrayBuffer);
        expect(shared.packed.actors.values.buffer).toBeInstanceOf(SharedArrayBuffer);
        for (const packed of [shared.packed, structuredClone(packedOf(file).packed)]) {
          const dataset = reopened(plain, { packed });
          expect([...dataset.events]).toStrictEqual([...plain.events]);
          expectSameTables(dataset, plain, tellingDays(plain));
        }
      }),
      { numRuns: tries(25) },
    );
  });

  it('holds the record of Japan and the United States', () => {
    const { dataset: plain } = parsed(recordJson());
    const { dataset, issues } = packedOf(recordJson());
    expect(issues).toEqual([]);
    expect([...dataset.events]).toStrictEqual([...plain.events]);
    expectSameTables(dataset, plain, [isoDay('2023-06-12'), isoDay('2026-02-20')]);
  });

  it('may hold nothing, one event, or many of one instant', () => {
    for (const count of [0, 1, 700]) {
      const events = Array.from({ length: count }, (_, i) => eventJson({ id: `e-${count - i}` }));
      const { dataset } = packedOf(datasetJson({ events }));
      expectSameTables(dataset, datasetOf({ events }), [
        isoDay('2023-01-12'),
        isoDay('2024-01-01'),
      ]);
    }
  });

  it('keeps few events as objects, and the same object for one lately asked for', () => {
    const events = Array.from({ length: 5000 }, (_, i) => eventJson({ id: `e-${i}` }));
    const { dataset } = packedOf(datasetJson({ events }));
    const [first, second] = [dataset.events.at(0), dataset.events.at(1)];
    for (let i = 2; i < 4000; i++) dataset.events.at(i);
    expect(dataset.events.at(0)).toBe(first);
    dataset.events.at(4000);
    expect(dataset.events.at(0)).toBe(first);
    expect(dataset.events.at(1)).not.toBe(second);
    expect(dataset.events.at(1)).toStrictEqual(second);
  });

  it('shares its columns with the table of a day on which all is known', () => {
    const early = { known: '2019-01-01', status: 'expected' };
    const events = [eventJson({ revisions: [early] }), eventJson({ id: 'other' })];
    const { dataset, packed } = packedOf(datasetJson({ events }));
    expect(packed.count).toBe(3);
    const late = createEventTable(dataset, isoDay('2024-01-01'));
    expect(late.startDay.buffer).toBe(packed.startDay.buffer);
    expect(late.actors.values.buffer).toBe(packed.actors.values.buffer);
    expect(late.ends).toBe(createEventTable(dataset, isoDay('2023-01-13')).ends);
    expect(createEventTable(dataset, isoDay('2023-01-12')).count).toBe(1);
  });

  it('keeps what the schema does not know of an event, and drops what the columns say', () => {
    const events = [
      eventJson({ colour: 'red', 7: 'seven' }),
      eventJson({ id: 'b', date: '2023-01', parties: ['JP', 'JP'], actors: [{ actor: 'x' }] }),
      eventJson({ id: 'c', domains: ['economy', 'security', 'diplomacy'], title: 'C' }),
      eventJson({ id: 'd', domains: ['economy', 'diplomacy', 'security'], title: 'D' }),
    ];
    const { packed } = packedOf(datasetJson({ events }));
    const textOf = createTextReader(packed);
    expect(events.map((_, event) => textOf(event))).toEqual([
      '{"id":"event","7":"seven","title":{"en":"An event","ja":"出来事"},"colour":"red"}',
      '{"id":"b","title":{"en":"An event","ja":"出来事"},"date":"2023-01","parties":["JP","JP"]}',
      '{"id":"c","title":"C","domains":["economy","security","diplomacy"]}',
      '{"id":"d","title":"D"}',
    ]);
  });

  it('takes two bytes for a code as long as all fit, and four from the 65,537th word on', () => {
    const ids = Array.from({ length: 65_537 }, (_, i) => `a-${i}`);
    const named = [ids[3], ids[65_535], ids[65_536]].map((id) => id ?? '');
    const codesUpTo = (count: number) => {
      const actors = new Map(ids.slice(0, count).map((id) => [id, actorOf(id)]));
      const packer = createEventPacker({ domains: datasetOf({}).domains });
      packer.add(eventJson({ actors: named }), 0);
      const { packed } = packer.finish({ actors, sources: new Map() });
      return packed.actors.values;
    };
    expect(codesUpTo(65_536)).toEqual(Uint16Array.of(3, 65_535));
    expect(codesUpTo(65_537)).toEqual(Uint32Array.of(3, 65_535, 65_536));
  });

  it('keeps names of fields as a byte each, and takes no character of a text for one', () => {
    const title = 'A\u0001B\u000eC\u001fD\u007f\u0085"e\\';
    const events = [eventJson({ id: 'a', title: 'Talks' }), eventJson({ id: 'b', title })];
    const { dataset, packed } = packedOf(datasetJson({ events }));
    expect(packed.textOffsets[1]).toBe('a"?"Talks"'.length);
    expect(dataset.events.at(1)?.states[0]?.title).toBe(title);
    expect(JSON.parse(createTextReader(packed)(1))).toEqual({ id: 'b', title });
  });
});

function actorOf(id: string): Actor {
  return { id, name: id, kind: 'group', memberOf: [], offices: [] };
}

function lettersOf(dataset: Dataset, lang: Lang): Set<string> {
  const texts = Array.from(dataset.events).flatMap(({ states }) =>
    states.flatMap((state) => namesIn(state, lang)),
  );
  const letters = texts.flatMap((text) => Array.from(text));
  return new Set(letters.filter((letter) => !/^[\uD800-\uDFFF]$/.test(letter)));
}

function namesIn({ title, place }: EventState, lang: Lang): string[] {
  return [title, ...(place ? [place.name] : [])].map((text) => textIn(text, lang).text);
}

describe('the packer', () => {
  it('lists no more issues than asked for and counts the others', () => {
    const events = Array.from({ length: 10_000 }, () => eventJson());
    const { packer, issues, issueCount, dataset } = packedOf(datasetJson({ events }), {
      maxIssues: 20,
    });
    expect(dataset.events).toHaveLength(1);
    expect(packer.setAsideCount).toBe(9999);
    expect(issueCount).toBe(9999);
    expect(issues).toHaveLength(20);
    expect(issues[0]).toEqual({
      path: 'events[1].id',
      severity: 'error',
      expected: { key: 'unique-id' },
      found: '“event”',
    });
  });

  it('says where a fault is in the words of its caller', () => {
    const packer = createEventPacker({
      domains: datasetOf({}).domains,
      pathOf: (line, inside) => `line ${line}${inside && `: ${inside}`}`,
    });
    packer.add(eventJson({ date: '2023-02-30' }), 2);
    packer.add('text', 3);
    packer.note({ path: 'line 4', severity: 'error', expected: { key: 'json' }, found: '“}”' });
    packer.add(eventJson({ actors: ['nobody'], revisions: [] }), 5);
    packer.add(eventJson({ id: 'b', actors: ['nobody'] }), 6);
    const { issues } = packer.finish({ actors: new Map(), sources: new Map() });
    expect(issues.map(({ path }) => path)).toEqual([
      'line 2: date',
      'line 3',
      'line 4',
      'line 5: actors[0]',
      'line 6: actors[0]',
    ]);
  });

  it('goes on after a value that is nested too deep', () => {
    let deep: unknown = [];
    for (let i = 0; i < 200_000; i++) deep = [deep];
    const packer = createEventPacker({ domains: datasetOf({}).domains });
    expect(() => {
      packer.add(eventJson({ deep }), 0);
    }).toThrow(RangeError);
    packer.add(eventJson(), 1);
    const { packed } = packer.finish({ actors: new Map(), sources: new Map() });
    expect(packed.eventCount).toBe(1);
    expect(createTextReader(packed)(0)).toMatch(/^\{"id":"event"[^[]*\}$/);
    expect(packed.textOffsets[1]).toBe(packed.text.length);
  });

  it('hands on what the allocation throws', () => {
    const allocate = () => {
      throw new RangeError('Array buffer allocation failed');
    };
    expect(() => packedOf(datasetJson({ events: [eventJson()] }), { allocate })).toThrow(
      'allocation failed',
    );
  });

  it('holds texts longer than a piece of its pile, and more of them than fit one', () => {
    const events = ['a', 'b', 'c', 'd'].map((id) => eventJson({ id, title: id.repeat(1_500_000) }));
    const { dataset } = packedOf(datasetJson({ events: [...events, ...events] }));
    expect(Array.from(dataset.events, ({ states }) => states[0]?.title)).toEqual(
      events.map(({ title }) => title),
    );
  });

  it('keeps each state of an event with hundreds', () => {
    const revisions = Array.from({ length: 400 }, (_, i) => ({
      known: `${1000 + i}-01-01`,
      status: 'expected',
      title: `Revision ${i}`,
    }));
    const file = datasetJson({ events: [eventJson({ revisions }), eventJson({ id: 'b' })] });
    expectSameTables(packedOf(file).dataset, parsed(file).dataset, [
      isoDay('1100-06-01'),
      isoDay('1300-06-01'),
      isoDay('1390-06-01'),
      isoDay('2024-01-01'),
    ]);
  });
});

describe('the quick reading of an event', () => {
  it('gives what the schema gives, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(plainEvents, richEvents, faultyEvents), (event) => {
        const quick = readPlainEvent(event, DOMAIN_SET);
        if (quick) expect(quick).toStrictEqual(readEvent(event, [], DOMAIN_SET).record);
      }),
      { numRuns: tries(600) },
    );
  });

  it('gives something for every good event of known fields', () => {
    fc.assert(
      fc.property(plainEvents, (event) => {
        const { record } = readEvent(event, [], DOMAIN_SET);
        expect(readPlainEvent(event, DOMAIN_SET) !== undefined).toBe(record !== undefined);
      }),
      { numRuns: tries(200) },
    );
  });
});
