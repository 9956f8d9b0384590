import { describe, expect, it, vi } from 'vitest';
import { startCalendarOnDemand } from '../../src/app/calendar-on-demand';
import { createFactsService } from '../../src/io/large/facts-service';
import { calendarOf } from '../../src/model/calendar';
import { createEventTable } from '../../src/model/create-event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { NO_FILTER } from '../../src/query/filter';
import { deriveTable } from '../../src/state/derive';
import { openUrl } from '../../src/state/opening';
import { EMPTY_URL, formatUrl, parseUrl } from '../../src/state/url-codec';
import { urlStateOf } from '../../src/state/url-state';
import timed from '../fixtures/timed-events.json' with { type: 'json' };
import { eventually } from '../support/eventually';
import { isoDay } from '../support/model-dataset';
import { newStore, openedStore } from '../support/opened-store';
import { packedOf } from '../support/packed-dataset';

const { dataset } = parseDataset(timed);
if (!dataset) throw new Error('no dataset');

function timedStore() {
  const store = newStore();
  if (dataset) store.getState().finishLoading({ dataset, address: 'timed', issues: [] });
  return store;
}

describe('the calendar', () => {
  it('stands in the address, and comes back from there', () => {
    const store = timedStore();
    store.getState().setCalendar('US');
    const address = formatUrl(urlStateOf(store.getState()));
    expect(address).toContain('&cal=US');
    expect(parseUrl(address).state.calendar).toBe('US');
    store.getState().setCalendar(undefined);
    expect(formatUrl(urlStateOf(store.getState()))).not.toContain('cal=');
  });

  it('of a country that is no side is left out, and said so', () => {
    const { opened, problems } = openUrl(dataset, { ...EMPTY_URL, calendar: 'FR' });
    expect(opened.calendar).toBeUndefined();
    expect(problems).toEqual([{ kind: 'notInDataset', parameter: 'cal', found: 'FR' }]);
    expect(openUrl(dataset, { ...EMPTY_URL, calendar: 'JP' }).opened.calendar).toBe('JP');
  });

  it('is a step of the history, stays through views and goes with the dataset', () => {
    const store = openedStore();
    const before = store.getState().historyStep;
    store.getState().setCalendar('JP');
    expect(store.getState().historyStep).toBe(before + 1);
    const [view] = store.getState().dataset?.views ?? [];
    store.getState().applyView(view?.id ?? '');
    expect(store.getState().calendar).toBe('JP');
    if (dataset) store.getState().finishLoading({ dataset, address: 'timed', issues: [] });
    expect(store.getState().calendar).toBeUndefined();
  });

  it('moves the rows once its code is there, which is fetched for the first choice and once', async () => {
    const store = timedStore();
    const end = vi.fn<() => void>();
    const load = vi
      .fn(() => Promise.resolve({ calendarOf }))
      .mockRejectedValueOnce(new Error('offline'));
    startCalendarOnDemand({ store, load, beginBusy: () => end });
    const places = deriveTable(store.getState());
    store.getState().select('noon');
    expect(load).not.toHaveBeenCalled();
    store.getState().setCalendar('JP');
    await eventually(() => expect(end).toHaveBeenCalledOnce());
    expect(deriveTable(store.getState())).toBe(places);
    store.getState().setCalendar('US');
    await eventually(() => expect(end).toHaveBeenCalledTimes(2));
    expect(deriveTable(store.getState())?.calendar?.country).toBe('US');
    store.getState().setCalendar('JP');
    const table = deriveTable(store.getState());
    expect(table?.calendar?.country).toBe('JP');
    expect(deriveTable(store.getState())).toBe(table);
    expect(load).toHaveBeenCalledTimes(2);
    store.getState().setCalendar(undefined);
    expect(deriveTable(store.getState())?.calendar).toBeUndefined();
  });

  it('is the same in the worker of a large set', async () => {
    const { dataset: packed } = packedOf(timed);
    const service = createFactsService(packed);
    const asOfDay = isoDay('2024-01-01');
    const span = { startDay: isoDay('2023-08-19'), endDay: isoDay('2023-08-20') };
    for (const [calendar, count] of [
      [undefined, 1],
      ['JP', 3],
      ['US', 0],
    ] as const) {
      const { bins } = await service.facts({ asOfDay, calendar, filter: NO_FILTER, span, bins: 1 });
      expect(bins.happened.reduce((sum, each) => sum + each, 0)).toBe(count);
      const chosen = calendar === undefined ? undefined : calendarOf(calendar);
      const table = createEventTable(packed, asOfDay, chosen);
      const found = await service.find(asOfDay, 'late', calendar);
      const row = table.rowOf('late-call') ?? -1;
      expect(Array.from(found)).toEqual(Array.from({ length: 5 }, (_, i) => (i === row ? 1 : 0)));
    }
  });
});
