import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { parseDataset } from '../../src/model/parse-dataset';
import { NO_FILTER } from '../../src/query/filter';
import { deriveMatching, deriveTable } from '../../src/state/derive';
import type { Language } from '../../src/state/state';
import { DetailPanel } from '../../src/ui/detail/DetailPanel';
import { ActiveFilters } from '../../src/ui/filters/ActiveFilters';
import { loadMessages } from '../../src/ui/i18n';
import { day, openShellPage } from '../support/shell-page';

const PLAIN = { parties: ['JP', 'US'], kind: 'meeting', domains: ['diplomacy'] };

/** Two ways lead to the summit, and two things come of it, one of them by way of the other. */
const FILE = {
  format: 'entente/1',
  id: 'small',
  title: 'A small record',
  parties: ['JP', 'US'],
  recordedThrough: '2023-12-31',
  events: [
    {
      ...PLAIN,
      id: 'call',
      title: 'A call',
      date: '2023-01-10',
      links: [{ rel: 'leads-to', to: 'visit' }],
    },
    {
      ...PLAIN,
      id: 'visit',
      title: 'A visit',
      date: '2023-02-10',
      links: [{ rel: 'prepares', to: 'summit' }],
    },
    {
      ...PLAIN,
      id: 'draft',
      title: 'A draft',
      date: '2023-03-10',
      links: [{ rel: 'prepares', to: 'summit' }],
    },
    { ...PLAIN, id: 'summit', title: { en: 'The summit', ja: '首脳会合' }, date: '2023-05-10' },
    {
      ...PLAIN,
      id: 'pact',
      title: 'A pact',
      date: '2023-07-10',
      links: [{ rel: 'follows', to: 'summit' }],
    },
    {
      ...PLAIN,
      id: 'drill',
      title: 'A drill',
      date: '2023-09-10',
      links: [
        { rel: 'responds-to', to: 'pact' },
        { rel: 'follows', to: 'summit' },
      ],
    },
    { ...PLAIN, id: 'other', title: 'Something else', date: '2023-06-10' },
  ],
};

async function openAt(id: string, language: Language = 'en') {
  await loadMessages(language);
  const { dataset } = parseDataset(FILE);
  if (!dataset) throw new Error('no dataset');
  const page = openShellPage(
    <>
      <ActiveFilters />
      <DetailPanel />
    </>,
    { dataset, language },
  );
  act(() => page.store.getState().select(id));
  const shownIds = () => {
    const table = deriveTable(page.store.getState());
    return Array.from(deriveMatching(page.store.getState())?.rows ?? [], (row) => table?.idOf(row));
  };
  return { ...page, shownIds };
}

const said = () =>
  within(screen.getByRole('complementary'))
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');

it('shows the road to an event and nothing else, with a view that holds it whole, and gives all back at a second press', async () => {
  const { store, user, shownIds } = await openAt('summit');
  const button = screen.getByRole('button', { name: 'The road to this event 3 events' });
  expect(button).toHaveAttribute('aria-pressed', 'false');
  const steps = store.getState().historyStep;
  await user.click(button);
  expect(store.getState().filter.road).toEqual({ event: 'summit', way: 'before' });
  expect(shownIds()).toEqual(['call', 'visit', 'draft', 'summit']);
  const { view } = store.getState();
  expect(view && view.startDay < day('2023-01-10') && view.endDay > day('2023-05-11')).toBe(true);
  expect(view && view.endDay < day('2023-09-10')).toBe(true);
  expect(store.getState().historyStep).toBe(steps + 1);
  expect(button).toHaveAttribute('aria-pressed', 'true');
  await user.click(button);
  expect(store.getState().filter).toEqual(NO_FILTER);
  expect(shownIds()).toHaveLength(7);
});

it('shows what came of an event, and a chip that names it and lifts it', async () => {
  const { store, user, shownIds } = await openAt('summit');
  await user.click(screen.getByRole('button', { name: 'What came of it 2 events' }));
  expect(shownIds()).toEqual(['summit', 'pact', 'drill']);
  await user.click(screen.getByRole('button', { name: 'Remove filter: What came of: The summit' }));
  expect(store.getState().filter).toEqual(NO_FILTER);
});

it('names a road in Japanese', async () => {
  const { user } = await openAt('summit', 'ja');
  await user.click(await screen.findByRole('button', { name: 'この出来事に至るまで 3件' }));
  expect(
    screen.getByRole('button', { name: '絞り込みを外す：「首脳会合」に至るまで' }),
  ).toBeVisible();
});

it('offers a road only where there is one', async () => {
  const { store } = await openAt('call');
  expect(screen.queryByRole('button', { name: /The road to this event/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'What came of it 4 events' })).toBeVisible();
  act(() => store.getState().select('other'));
  expect(screen.queryByRole('button', { name: /road to|came of/ })).toBeNull();
});

it('counts only what is known as of the day, and names no event before it is known', async () => {
  const { store } = await openAt('summit');
  act(() => {
    store.getState().setAsOf(day('2023-08-01'));
    store.getState().changeFilter({ road: { event: 'summit', way: 'before' } });
  });
  expect(screen.getByRole('button', { name: 'What came of it 1 event' })).toBeVisible();
  act(() => store.getState().setAsOf(day('2023-03-20')));
  expect(
    screen.getByRole('button', { name: 'Remove filter: The road to: an event not yet known' }),
  ).toBeVisible();
});

it('walks along links by keys, nearest in time first, and says where to', async () => {
  const { store, user } = await openAt('summit');
  await user.keyboard(',');
  expect(store.getState().selectedId).toBe('draft');
  expect(said()).toBe('Prepared by: A draft, 10 March 2023. Linked and earlier, 1 of 2.');
  await user.keyboard('.');
  expect(store.getState().selectedId).toBe('summit');
  await user.keyboard('..');
  expect(store.getState().selectedId).toBe('drill');
  expect(said()).toBe('Answered by: A drill, 10 September 2023. Linked and later, 1 of 1.');
  await user.keyboard('.');
  expect(store.getState().selectedId).toBe('drill');
  expect(said()).toBe('No later linked event.');
});

it('chooses the next of several linked events with Shift, and after the last the first', async () => {
  const { store, user } = await openAt('summit');
  await user.keyboard(',{Shift>}<{/Shift}');
  expect(store.getState().selectedId).toBe('visit');
  expect(said()).toBe('Prepared by: A visit, 10 February 2023. Linked and earlier, 2 of 2.');
  await user.keyboard('{Shift>}<{/Shift}');
  expect(store.getState().selectedId).toBe('draft');
  // Without a step to take again it is the step itself.
  act(() => store.getState().select('summit'));
  await user.keyboard('{Shift>}>{/Shift}');
  expect(store.getState().selectedId).toBe('pact');
});

it('walks to events that match alone, and not while something is typed', async () => {
  const { store, user } = await openAt('drill');
  act(() => store.getState().changeFilter({ road: { event: 'summit', way: 'before' } }));
  await user.keyboard(',');
  expect(store.getState().selectedId).toBe('summit');
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  await user.keyboard(',');
  expect(field.value).toBe(',');
  expect(store.getState().selectedId).toBe('summit');
  field.remove();
});
