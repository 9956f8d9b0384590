import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { formatEventsIcs } from '../../src/formats/events-ics';
import { STATUSES, type Status } from '../../src/model/dataset';
import { dayOf, formatIsoDay } from '../../src/time/day';
import { formatTimeOfDay } from '../../src/time/time-of-day';
import { MS_PER_DAY } from '../../src/time/zone-clock';
import { type LocalTime, timeInZone } from '../../src/time/zone-time';
import { anyText } from '../support/any-text';
import { datasetOf, eventJson, isoDay, type Json } from '../support/model-dataset';
import { publishableRecord } from '../support/publishable-record';
import { readCalendar } from '../support/read-back';
import { exportOf, textOf } from '../support/record-export';

interface Asked {
  readonly asOf?: string;
  readonly head?: Json;
}

function calendarText(events: readonly Json[], { asOf, head }: Asked = {}): string {
  const dataset = datasetOf({ ...head, events });
  const asOfDay = asOf === undefined ? dataset.recordedThrough : isoDay(asOf);
  return textOf(formatEventsIcs(exportOf(dataset, { asOfDay })));
}

function firstEvent(event: Json, asked?: Asked): ICAL.Component {
  const found = readCalendar(calendarText([eventJson(event)], asked)).getFirstSubcomponent(
    'vevent',
  );
  if (!found) throw new Error('no event');
  return found;
}

function valueOf(component: ICAL.Component, name: string): string | undefined {
  return component.getFirstPropertyValue(name)?.toString();
}

describe('a calendar', () => {
  it('says what it is called, and how often to look again', () => {
    const calendar = readCalendar(textOf(formatEventsIcs(exportOf(publishableRecord()))));
    expect(valueOf(calendar, 'method')).toBe('PUBLISH');
    expect(valueOf(calendar, 'x-wr-calname')).toBe('A title');
    expect(valueOf(calendar, 'refresh-interval')).toBe('P1D');
  });

  it('is the same in a zone of its own for each run', () => {
    const record = publishableRecord();
    expect(textOf(formatEventsIcs(exportOf(record)))).toBe(
      textOf(formatEventsIcs(exportOf(publishableRecord()))),
    );
  });

  it('keeps its lines within 75 bytes and its letters whole, whatever the texts hold', () => {
    const text = fc.oneof(
      anyText(1),
      fc.string({
        unit: fc.constantFrom('日', 'é', '👨‍👩‍👧', 'a', ',', '\n'),
        minLength: 60,
        maxLength: 200,
      }),
    );
    fc.assert(
      fc.property(
        text.filter((any) => any.trim() !== ''),
        (title) => {
          const written = calendarText([eventJson({ title, summary: title })]);
          expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          const lines = written.split('\r\n');
          expect(
            Math.max(...lines.map((line) => new TextEncoder().encode(line).length)),
          ).toBeLessThan(76);
          expect(written).not.toMatch(/\p{Cs}/u);
        },
      ),
    );
  });

  it('gives a text back as it was, but for control characters', () => {
    const text = anyText(1).filter((any) => any.trim() !== '');
    fc.assert(
      fc.property(text, (title) => {
        const expected = title.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
        expect(valueOf(firstEvent({ title }), 'summary')).toBe(expected);
      }),
    );
  });

  it('cannot be given lines of its own by a title', () => {
    const title = 'Visit\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil';
    const calendar = readCalendar(calendarText([eventJson({ title })], { head: { title } }));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  });
});

describe('an event of a calendar', () => {
  const confirmed: ReadonlySet<Status> = new Set(['happened', 'under-way', 'scheduled']);
  const cancelled: ReadonlySet<Status> = new Set(['cancelled', 'lapsed']);

  it.each(STATUSES)('%s is as sure as its status says', (status) => {
    const expected = confirmed.has(status)
      ? 'CONFIRMED'
      : cancelled.has(status)
        ? 'CANCELLED'
        : 'TENTATIVE';
    expect(valueOf(firstEvent({ status }), 'status')).toBe(expected);
  });

  it.each([
    ['2023-01-13', '2023-01-13', '2023-01-14'],
    ['2023-05-19/2023-05-21', '2023-05-19', '2023-05-22'],
    ['2023-06', '2023-06-01', '2023-07-01'],
    ['2023-33', '2023-01-01', '2023-04-01'],
    ['../2001-02-03', '2001-02-03', '2001-02-04'],
    // It goes on until the day as of which the record is read.
    ['2023-03-16/..', '2023-03-16', '2025-01-01'],
    ['9999-12-31', '9999-12-30', '9999-12-31'],
  ])('of %s takes the days from %s until before %s', (date, start, end) => {
    const event = firstEvent({ date, known: '2000-01-01' });
    expect([valueOf(event, 'dtstart'), valueOf(event, 'dtend')]).toEqual([start, end]);
  });

  it('from before the calendar’s first year is on its first day, and says when it was', () => {
    const text = calendarText([eventJson({ date: '-0044-03-15' })]);
    expect(text).toContain('DTSTART;VALUE=DATE:00010101\r\nDTEND;VALUE=DATE:00010102');
    expect(text).toContain('15 March 45 BCE');
  });

  it('says in its title that a date is not exact, and gives it in words', () => {
    expect(valueOf(firstEvent({ date: '2023-06' }), 'summary')).toBe(
      'An event (June 2023, date not exact)',
    );
    expect(valueOf(firstEvent({ date: '2023-06-12~' }), 'summary')).toContain('about 12 June 2023');
    expect(valueOf(firstEvent({ date: '2023-05-19/2023-05-21' }), 'summary')).toBe('An event');
  });

  it('has one UID for good, and goes up in sequence as more becomes known', () => {
    const event = {
      date: '2023-08-18',
      revisions: [
        { known: '2023-05-01', status: 'possible', date: '2023' },
        { known: '2023-07-01', status: 'scheduled' },
      ],
    };
    const told = ['2023-05-02', '2023-07-02', '2023-09-01'].map((asOf) => {
      const found = firstEvent(event, { asOf });
      return ['uid', 'sequence', 'dtstamp', 'status'].map((name) => valueOf(found, name));
    });
    expect(told).toEqual([
      ['event@test.entente', '0', '2023-05-01T00:00:00Z', 'TENTATIVE'],
      ['event@test.entente', '1', '2023-07-01T00:00:00Z', 'CONFIRMED'],
      ['event@test.entente', '2', '2023-08-18T00:00:00Z', 'CONFIRMED'],
    ]);
  });

  it('links to the app where it has an address, else to its first source on the web', () => {
    const record = publishableRecord();
    const inApp = {
      ...exportOf(record),
      addressOf: (id: string) => `https://app.example/?event=${id}`,
    };
    const urlsOf = (text: string) =>
      readCalendar(text)
        .getAllSubcomponents('vevent')
        .map((event) => valueOf(event, 'url'));
    expect(urlsOf(textOf(formatEventsIcs(inApp)))).toContain('https://app.example/?event=talks');
    expect(
      urlsOf(textOf(formatEventsIcs(exportOf(record)))).filter((url) => url !== undefined),
    ).toEqual(['https://example.org/read%20out?a=1&b=%7B2%7D']);
  });

  it('without a time zone is one of the whole day, even if it has a time', () => {
    const event = firstEvent({ time: '20:30', place: { name: 'Somewhere' } });
    expect(valueOf(event, 'dtstart')).toBe('2023-01-13');
    expect(valueOf(event, 'description')).toContain('13 January 2023, 20:30');
  });

  it('with a time and a zone is the same instant to whoever reads the file', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Asia/Tokyo',
      'Europe/London',
      'Pacific/Apia',
      'Asia/Kolkata',
    );
    const moments = fc.record({
      zone: zones,
      day: fc.integer({ min: dayOf(1972, 1, 1), max: dayOf(2026, 12, 31) }),
      minutes: fc.integer({ min: 0, max: 1439 }),
    });
    fc.assert(
      fc.property(fc.array(moments.filter(isShown), { minLength: 1, maxLength: 3 }), (all) => {
        const events = all.map(({ zone, day, minutes }, i) =>
          eventJson({
            id: `e-${i}`,
            date: formatIsoDay(day),
            time: formatTimeOfDay(minutes),
            place: { name: 'There', timeZone: zone },
          }),
        );
        const text = calendarText(events, { head: { recordedThrough: '2030-01-01' } });
        const expected = all.map(({ zone, ...local }, i) => {
          const utc = timeInZone(local, zone, 'UTC');
          return [`e-${i}`, utc && utc.day * MS_PER_DAY + utc.minutes * 60_000];
        });
        expect(new Map(instantsOf(text))).toEqual(new Map(expected as [string, number][]));
      }),
      { numRuns: 15 },
    );
  });
});

/** Readers differ over the times of day that clocks leave out when they are put forward. */
function isShown({ zone, ...local }: LocalTime & { readonly zone: string }): boolean {
  const utc = timeInZone(local, zone, 'UTC');
  const shown = utc && timeInZone(utc, 'UTC', zone);
  return shown?.day === local.day && shown.minutes === local.minutes;
}

/** By the zones that the file itself brings. */
function instantsOf(text: string): [string, number][] {
  const calendar = readCalendar(text);
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone(component);
      return [zone.tzid, zone];
    }),
  );
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const start = event.getFirstProperty('dtstart');
    const time = start?.getFirstValue() as ICAL.Time;
    const zone = zones.get(start?.getParameter('tzid') as string);
    if (!zone) throw new Error('no zone');
    time.zone = zone;
    return [valueOf(event, 'uid')?.split('@')[0] ?? '', time.toUnixTime() * 1000];
  });
}
