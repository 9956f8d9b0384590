import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFirstView, openUrl } from '../../src/state/opening';
import { recordExtent } from '../../src/state/record-extent';
import { parseUrl } from '../../src/state/url-codec';
import { dayOf } from '../../src/time/day';
import { smallRecord } from '../support/small-record';

describe('the record’s extent', () => {
  it('goes from the first event to the record’s end, not into an open end', () => {
    const extent = recordExtent(smallRecord({ recordedThrough: '2026-02-20' }));
    expect(extent).toEqual({ startDay: dayOf(2023, 1, 13), endDay: dayOf(2026, 2, 21) });
  });

  it('goes on to a plan that lies beyond the record’s end', () => {
    const plan = {
      id: 'plan',
      title: 'Plan',
      date: '2029',
      domains: ['economy'],
      kind: 'plan',
      parties: ['JP'],
      status: 'expected',
    };
    expect(recordExtent(smallRecord({ events: [plan], views: [] })).endDay).toBe(dayOf(2030, 1, 1));
  });

  it('is at least a year long', () => {
    const { startDay, endDay } = recordExtent(smallRecord({ events: [], views: [] }));
    expect(endDay - startDay).toBe(365);
  });

  it('is the whole of a leap year', () => {
    const empty = { events: [], views: [] };
    expect(recordExtent(smallRecord({ ...empty, recordedThrough: '2024-12-31' }))).toEqual({
      startDay: dayOf(2024, 1, 1),
      endDay: dayOf(2025, 1, 1),
    });
    expect(recordExtent(smallRecord({ ...empty, recordedThrough: '2024-02-28' })).startDay).toBe(
      dayOf(2023, 3, 1),
    );
  });
});

describe('opening a dataset that names no view', () => {
  it('shows whole years, so that its first event stands clear of the edge', () => {
    const { view } = openFirstView(smallRecord({ views: [], recordedThrough: '2026-02-20' }));
    expect(view).toEqual({ startDay: dayOf(2023, 1, 1), endDay: dayOf(2027, 1, 1) });
  });
});

describe('opening an address', () => {
  it('gives a view of at least a day, whatever the address says', () => {
    const dataset = smallRecord();
    const year = fc.integer({ min: -9999, max: 9999 });
    const day = year.map((y) => `${y < 0 ? '-' : ''}${String(Math.abs(y)).padStart(4, '0')}-07-01`);
    const search = fc
      .record(
        { from: fc.oneof(day, fc.string()), to: fc.oneof(day, fc.string()) },
        { requiredKeys: [] },
      )
      .map((parts) => `?${new URLSearchParams(parts)}`);
    fc.assert(
      fc.property(search, (text) => {
        const { opened } = openUrl(dataset, parseUrl(text).state);
        const { startDay = 0, endDay = 0 } = opened.view ?? {};
        expect(endDay - startDay).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
