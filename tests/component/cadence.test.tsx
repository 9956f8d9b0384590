import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { saveFile } from '../../src/io/save-file';
import { parseDataset } from '../../src/model/parse-dataset';
import type { Language } from '../../src/state/state';
import { CadenceDialog } from '../../src/ui/cadence/CadenceDialog';
import { CadenceSection } from '../../src/ui/cadence/CadenceSection';
import { openShellPage } from '../support/shell-page';

vi.mock('../../src/io/save-file', () => ({ saveFile: vi.fn() }));

const event = (id: string, date: string, given = {}) => ({
  id,
  date,
  title: { en: `Meeting ${id}`, ja: `会合${id}` },
  kind: 'summit',
  domains: ['diplomacy'],
  parties: ['JP', 'US'],
  actors: ['ann'],
  ...given,
});

const SUMMITS = [
  event('a', '2019-11-12'),
  event('b', '2021-01-20'),
  event('c', '2021-05-03'),
  event('d', '2023-05-02', { tags: ['g7'] }),
  event('next', '2023-08-18', { status: 'scheduled' }),
  event('talks', '2022-03-01', { kind: 'meeting', actors: [] }),
];

function openPanel(events: readonly object[] = SUMMITS, language: Language = 'en') {
  const { dataset } = parseDataset({
    format: 'entente/1',
    id: 'meetings',
    title: 'Meetings',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    actors: [{ id: 'ann', name: { en: 'Ann Abe', ja: '安部アン' }, kind: 'person', party: 'JP' }],
    events,
    views: [{ id: 'all', title: 'All', from: '2019-01-01', to: '2023-12-31', asOf: '2023-06-12' }],
  });
  if (!dataset) throw new Error('no dataset');
  const onClose = vi.fn<() => void>();
  const page = openShellPage(<CadenceDialog onClose={onClose} />, { dataset, language });
  return { ...page, onClose };
}

const sentence = (language: Language = 'en') =>
  within(
    screen.getByRole('region', { name: language === 'en' ? 'How often' : '頻度' }),
  ).getAllByRole('status')[0];

it('tells how often, the longest gap, how long since the last, and the next', async () => {
  const { user } = openPanel();
  await user.click(screen.getByRole('button', { name: 'Summits 4' }));
  expect(sentence()).toHaveTextContent(
    'Summits: 4 since 2019, every 14 months on average (median 14 months); longest gap 2 years (May 2021 – May 2023); 41 days since the last; the next is scheduled for 18 August 2023.',
  );
});

it('tells the same in Japanese', async () => {
  const { user } = openPanel(SUMMITS, 'ja');
  await user.click(screen.getByRole('button', { name: '首脳会談 4' }));
  expect(sentence('ja')).toHaveTextContent(
    '首脳会談：2019年以来4回、平均14か月ごとです（中央値14か月）。最長の空白は2年です（2021年5月〜2023年5月）。直近から41日がたっています。次回は2023年8月18日に予定されています。',
  );
});

it('begins with what the timeline is filtered by', () => {
  const { store } = openPanel();
  expect(sentence()).toHaveTextContent(/^Events: 5 since 2019/);
  expect(store.getState().filter.kinds).toEqual([]);
});

it.each([
  [
    'none',
    [event('x', '2023-09-01', { status: 'possible' })],
    'none took place by 12 June 2023; the next is possible for 1 September 2023.',
  ],
  [
    'one',
    [event('x', '2023-06-02')],
    'one so far, on 2 June 2023; 10 days since the last; none lies ahead.',
  ],
  [
    'two',
    [event('x', '2023-04-01'), event('y', '2023-05-01')],
    'two so far, 30 days apart (1 Apr – 1 May 2023); 42 days since the last, longer than any gap before; none lies ahead.',
  ],
] as const)('has words for %s', (_, events, words) => {
  openPanel(events);
  expect(sentence()).toHaveTextContent(words);
  expect(screen.queryAllByRole('row').length).toBe(events.length === 2 ? 2 : 0);
});

it('says where the record ends before the as-of day', async () => {
  const { store } = openPanel([event('x', '2023-04-01'), event('y', '2023-12-01')]);
  store.getState().setAsOf(undefined);
  expect(
    await screen.findByText(/30 days from the last to the end of the record on 31 December 2023/),
  ).toBeVisible();
});

it('narrows to kinds, actors and tags, and finds actors by name', async () => {
  const { user } = openPanel();
  const who = screen.getByRole('group', { name: 'Actors and countries' });
  await user.type(within(who).getByRole('searchbox'), 'abe');
  await user.click(within(who).getByRole('button', { name: 'Ann Abe 5' }));
  expect(sentence()).toHaveTextContent(/^Events with Ann Abe: 4 since 2019/);
  const tags = screen.getByRole('group', { name: 'Tags' });
  await user.click(within(tags).getByRole('button', { name: 'g7 1' }));
  expect(sentence()).toHaveTextContent(/^Events with Ann Abe tagged g7: one so far/);
  await user.clear(within(who).getByRole('searchbox'));
  await user.type(within(who).getByRole('searchbox'), 'nobody');
  expect(within(who).getByText('No actor or country by that name')).toBeVisible();
});

it('sorts the gaps by length and by day', async () => {
  const { user } = openPanel();
  const firstDays = () => screen.getAllByRole('row')[1]?.querySelector('td')?.textContent;
  await user.click(screen.getByRole('button', { name: 'Summits 4' }));
  expect(firstDays()).toBe('729 days');
  await user.click(screen.getByRole('button', { name: 'Interval' }));
  expect(firstDays()).toBe('103 days');
  await user.click(screen.getByRole('button', { name: 'To' }));
  expect(firstDays()).toBe('729 days');
  expect(screen.getByRole('columnheader', { name: 'To' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await user.click(screen.getByRole('button', { name: 'To' }));
  expect(firstDays()).toBe('435 days');
});

it('opens an event of a gap', async () => {
  const { user, store, onClose } = openPanel();
  await user.click(screen.getAllByRole('button', { name: 'Meeting b' })[0]!);
  expect(store.getState().selectedId).toBe('b');
  expect(onClose).toHaveBeenCalled();
});

it('shows what was chosen on the timeline as one step, and takes it off again', async () => {
  const { user, store, onClose } = openPanel();
  const { historyStep } = store.getState();
  await user.click(screen.getByRole('button', { name: 'Summits 4' }));
  expect(store.getState().filter.kinds).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Show on the timeline' }));
  expect(store.getState()).toMatchObject({ cadence: true, historyStep: historyStep + 1 });
  expect(store.getState().filter.kinds).toEqual(['summit']);
  expect(onClose).toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Hide from the timeline' }));
  expect(store.getState().cadence).toBe(false);
});

it('saves the gaps as a table for spreadsheets', async () => {
  const { user } = openPanel();
  await user.click(screen.getByRole('button', { name: 'Summits 4' }));
  await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
  const [blob, name] = vi.mocked(saveFile).mock.calls[0] ?? [];
  expect(name).toBe('meetings-intervals-2023-06-12.csv');
  const lines = (await readText(blob)).split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe(
    '435,435,435,2019-11-12,2019-11-12,a,Meeting a,2021-01-20,2021-01-20,b,Meeting b',
  );
});

it('is reached from the rail, where it can be taken off the timeline too', async () => {
  const { user, store } = openShellPage(<CadenceSection />);
  expect(screen.queryByRole('button', { name: 'Hide from the timeline' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'How often?' }));
  expect(await screen.findByRole('dialog', { name: 'Cadence' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show on the timeline' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Hide from the timeline' }));
  expect(store.getState().cadence).toBe(false);
});

/** jsdom's blobs have no `text()`. */
function readText(blob: Blob | undefined): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.readAsText(blob ?? new Blob());
  });
}
