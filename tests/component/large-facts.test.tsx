import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Facts, FactsRequest } from '../../src/io/large/protocol';
import { setService } from '../../src/io/large/service-of';
import { createEventTable } from '../../src/model/create-event-table';
import { type Dataset, EVENT_KINDS } from '../../src/model/dataset';
import { countFacets } from '../../src/query/facets';
import { rejectMasks } from '../../src/query/match';
import { ChipList } from '../../src/ui/filters/ChipList';
import { Facets } from '../../src/ui/filters/Facets';
import { ClusterSheet } from '../../src/ui/timeline/ClusterSheet';
import { HoverTip } from '../../src/ui/timeline/HoverTip';
import type { Pointed } from '../../src/ui/timeline/Timeline';
import { eventually } from '../support/eventually';
import { fakeService } from '../support/fake-service';
import { datasetOf, eventJson } from '../support/model-dataset';
import { openShellPage } from '../support/shell-page';

/** So many events of one day; every hundredth is important. */
function manyEvents(count: number): Dataset {
  return datasetOf({
    events: Array.from({ length: count }, (_, i) =>
      eventJson({
        id: `e-${String(i).padStart(5, '0')}`,
        title: `Event ${i + 1}`,
        importance: i % 100 === 99 ? 5 : 2,
        kind: EVENT_KINDS[i % 2],
      }),
    ),
  });
}

/** The rail over a dataset whose worker answers when the test lets it. */
function openWithService() {
  const dataset = manyEvents(10);
  const waiting: (() => void)[] = [];
  const facts = vi.fn(
    (asked: FactsRequest) =>
      new Promise<Facts>((resolve) => {
        waiting.push(() => resolve(factsOf(dataset, asked)));
      }),
  );
  setService(dataset, fakeService({ facts }));
  const page = openShellPage(<Facets />, { dataset });
  const answer = (at: number) => act(async () => waiting[at]?.());
  return { ...page, facts, answer };
}

function factsOf(dataset: Dataset, { asOfDay, filter, span, bins }: FactsRequest): Facts {
  const table = createEventTable(dataset, asOfDay);
  const masks = rejectMasks(table, filter);
  const { withPeople } = filter;
  return countFacets({ table, masks, span, bins, withPeople });
}

const isBusy = () => document.documentElement.dataset['busy'] === 'true';

/** The count that stands in the row of a check box. */
function countBeside(name: string): string | undefined {
  const row = screen.getByRole('checkbox', { name }).closest('label')?.parentElement;
  return /\d+/.exec(row?.textContent ?? '')?.[0];
}

it('takes the facts of a large dataset from its worker, and is busy until they are there', async () => {
  const { answer, facts } = openWithService();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(isBusy()).toBe(true);
  expect(facts).toHaveBeenCalledOnce();
  await answer(0);
  expect(countBeside('Security')).toBe('10');
  await eventually(() => expect(isBusy()).toBe(false));
});

it('keeps the earlier facts until the newest answer, and drops answers that come too late', async () => {
  const { store, answer, facts } = openWithService();
  await answer(0);
  act(() => store.getState().changeFilter({ kinds: ['summit'] }));
  expect(countBeside('Security')).toBe('10');
  act(() => store.getState().changeFilter({ kinds: ['summit'], importance: [4, 5] }));
  act(() => store.getState().changeFilter({ kinds: ['summit'], importance: [5, 5] }));
  await answer(1);
  expect(countBeside('Security')).toBe('10');
  expect(isBusy()).toBe(true);
  // What was asked in between nobody waits for any more.
  expect(facts).toHaveBeenCalledTimes(3);
  await answer(2);
  expect(countBeside('Security')).toBe('0');
  await eventually(() => expect(isBusy()).toBe(false));
});

it('counts by itself where the worker is gone', async () => {
  const dataset = manyEvents(4);
  setService(dataset, fakeService());
  openShellPage(<Facets />, { dataset });
  await screen.findByRole('checkbox', { name: 'Security' });
  expect(countBeside('Security')).toBe('4');
});

const clusterOf = (rows: ArrayLike<number>): Pointed => ({
  hit: { kind: 'cluster', rows, box: { x: 0, y: 0, width: 1, height: 1 } },
  place: { x: 10, y: 10 },
});

it('tells of a large cluster its number and the foremost three', () => {
  const rows = Uint32Array.from({ length: 2000 }, (_, row) => row);
  openShellPage(<HoverTip widthPx={1000} pointed={clusterOf(rows)} />, {
    dataset: manyEvents(2000),
  });
  expect(screen.getByText('2,000 events')).toBeInTheDocument();
  const titles = screen.getAllByText(/^Event \d+$/).map((each) => each.textContent);
  expect(titles).toEqual(['Event 100', 'Event 200', 'Event 300']);
});

it('lists a large cluster without a node for each event, and reaches each by the keyboard', async () => {
  const rows = Uint32Array.from({ length: 2000 }, (_, row) => row);
  const onClose = vi.fn<() => void>();
  const sheet = <ClusterSheet opened={clusterOf(rows)} onClose={onClose} />;
  const { store, user } = openShellPage(sheet, { dataset: manyEvents(2000) });
  const dialog = await screen.findByRole('dialog');
  const buttons = () => within(dialog).getAllByRole('button', { name: /^Event/ });
  expect(buttons().length).toBeLessThan(40);
  await waitFor(() => expect(buttons()[0]).toHaveFocus());
  await user.keyboard('{ArrowDown}');
  expect(within(dialog).getByRole('button', { name: /^Event 2 / })).toHaveFocus();
  await user.keyboard('{End}');
  const last = within(dialog).getByRole('button', { name: /^Event 2000/ });
  expect(last).toHaveFocus();
  expect(last.closest('li')).toHaveAttribute('aria-posinset', '2000');
  expect(buttons().length).toBeLessThan(40);
  await user.keyboard('{Enter}');
  expect(store.getState().selectedId).toBe('e-01999');
  expect(onClose).toHaveBeenCalledOnce();
});

it('closes a cluster’s list with Escape', async () => {
  const onClose = vi.fn<() => void>();
  const sheet = <ClusterSheet opened={clusterOf([0, 1])} onClose={onClose} />;
  const { user } = openShellPage(sheet, { dataset: manyEvents(2) });
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

it('shows thousands of tags some at a time', async () => {
  const items = Array.from({ length: 1000 }, (_, i) => ({ id: `t${i}`, name: `t${i}`, count: 1 }));
  const list = (
    <ChipList items={items} chosen={['t999']} shownCount={6} onToggle={() => undefined} />
  );
  const { user } = openShellPage(list);
  const chips = () => screen.getAllByRole('button', { name: /^t\d+ 1$/ });
  expect(chips()).toHaveLength(7);
  await user.click(screen.getByRole('button', { name: '993 more' }));
  expect(chips()).toHaveLength(55);
});
