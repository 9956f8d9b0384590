import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDatasetText } from '../../src/model/parse-dataset';
import { deriveTable, deriveVisibleRows } from '../../src/state/derive';
import { createAppStore } from '../../src/state/store';
import { formatUrl, parseUrl } from '../../src/state/url-codec';
import { urlStateOf } from '../../src/state/url-state';
import { dayOf } from '../../src/time/day';

const text = readFileSync(new URL('../../data/japan-us.json', import.meta.url), 'utf8');
const { dataset, issues } = parseDatasetText(text);

function openRecord(search: string) {
  const { state: opening, problems } = parseUrl(search);
  const today = dayOf(2026, 3, 1);
  const store = createAppStore({ today, language: 'en', theme: 'system', opening, problems });
  if (!dataset) throw new Error('the bundled record cannot be read');
  store.getState().finishLoading({ dataset, address: 'japan-us', issues });
  return store.getState();
}

it('opens the bundled record at the high-water mark of mid-2023, with nothing to complain of', () => {
  const state = openRecord('');
  expect(formatUrl(urlStateOf(state))).toBe('?v=1&from=2022-12-01&to=2023-12-31&asof=2023-06-12');
  expect(state.notices).toEqual([]);
  const table = deriveTable(state);
  const rows = deriveVisibleRows(state) ?? new Uint32Array();
  const ahead = [...rows].filter((row) => (table?.startDay[row] ?? 0) > dayOf(2023, 6, 12));
  expect(rows.length).toBeGreaterThan(50);
  expect(ahead.length).toBeGreaterThan(3);
});

it('takes every part of the public contract’s own example', () => {
  const search =
    '?v=1&data=japan-us&from=2022-12-01&to=2023-12-31&asof=2023-06-12&domains=security,economy' +
    '&actors=fumio-kishida&countries=KR&kinds=summit&status=scheduled&importance=3-5&tags=ipef' +
    '&q=missile&group=domain&lang=ja&theme=dark';
  const state = openRecord(search);
  expect(state.notices).toEqual([]);
  expect(state.filter).toMatchObject({ actors: ['fumio-kishida'], countries: ['KR'] });
});

it('opens each view of the record as one step that its own address gives back', () => {
  const start = openRecord('');
  for (const view of dataset?.views ?? []) {
    const today = dayOf(2026, 3, 1);
    const store = createAppStore({
      today,
      language: 'en',
      theme: 'system',
      opening: parseUrl('').state,
    });
    if (dataset) store.getState().finishLoading({ dataset, address: 'japan-us', issues });
    store.getState().applyView(view.id);
    const search = formatUrl(urlStateOf(store.getState()));
    const again = openRecord(search);
    expect(store.getState().historyStep).toBe(start.historyStep + 1);
    expect(again.notices).toEqual([]);
    expect(formatUrl(urlStateOf(again))).toBe(search);
    expect(again.filter.domains).toEqual(view.domains);
  }
});
