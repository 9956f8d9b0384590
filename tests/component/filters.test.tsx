import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { parseDataset } from '../../src/model/parse-dataset';
import { ActiveFilters } from '../../src/ui/filters/ActiveFilters';
import { CheckBox, CheckRow } from '../../src/ui/filters/CheckRow';
import { Facets } from '../../src/ui/filters/Facets';
import { FoldedRail } from '../../src/ui/filters/FoldedRail';
import { NothingMatches } from '../../src/ui/filters/NothingMatches';
import { openShellPage } from '../support/shell-page';

const box = (name: string) => screen.getByRole('checkbox', { name });

/** The count that stands in the row of a check box. */
function countBeside(name: string): string | undefined {
  return /\d+/.exec(box(name).closest('label')?.parentElement?.textContent ?? '')?.[0];
}

it('has every domain checked while none is chosen', () => {
  openShellPage(<Facets />);
  for (const name of ['Diplomacy', 'Security', 'Economy']) expect(box(name)).toBeChecked();
});

it('unchecking one domain leaves the others', async () => {
  const { store, user } = openShellPage(<Facets />);
  await user.click(box('Security'));
  expect(store.getState().filter.domains).toEqual(['diplomacy', 'economy']);
  expect(box('Security')).not.toBeChecked();
  expect(box('Economy')).toBeChecked();
});

it('unchecking the last domain checks all again', async () => {
  const { store, user } = openShellPage(<Facets />);
  for (const name of ['Security', 'Economy', 'Diplomacy']) await user.click(box(name));
  expect(store.getState().filter.domains).toEqual([]);
  expect(box('Security')).toBeChecked();
});

it('checking the last missing domain leaves the facet open', async () => {
  const { store, user } = openShellPage(<Facets />);
  await user.click(box('Security'));
  await user.click(box('Security'));
  expect(store.getState().filter.domains).toEqual([]);
});

it('counts of a facet obey all other facets, and a zero stays', async () => {
  const { user } = openShellPage(<Facets />);
  expect(countBeside('Security')).toBe('3');
  await user.click(screen.getByRole('button', { name: /^Exercise/ }));
  expect(countBeside('Security')).toBe('2');
  expect(countBeside('Economy')).toBe('0');
  expect(screen.getByRole('button', { name: /^Agreement 1/ })).toBeVisible();
});

it('shows the statuses as of the day, each with its count', () => {
  openShellPage(<Facets />);
  expect(countBeside('Happened')).toBe('4');
  expect(countBeside('Scheduled')).toBe('1');
  expect(screen.queryByRole('checkbox', { name: 'Lapsed' })).toBeNull();
});

it('finds an actor by a name in the other language', async () => {
  const { store, user } = openShellPage(<Facets />);
  await user.type(screen.getByRole('searchbox', { name: 'Find an actor' }), '安部');
  await user.click(box('Ann Abe'));
  expect(store.getState().filter.actors).toEqual(['ann']);
});

it('counts beside an actor the events that name it, and with its people once it is chosen', async () => {
  const { user } = openShellPage(<Facets />);
  expect(countBeside('Government of Japan')).toBe('1');
  await user.click(box('Government of Japan'));
  expect(countBeside('Government of Japan')).toBe('3');
  await user.click(screen.getByRole('switch', { name: /^Include its people/ }));
  expect(countBeside('Government of Japan')).toBe('1');
});

it('reads in falling order, and counts in the head all that have events in view', () => {
  openShellPage(<Facets />);
  const actors = screen.getByRole('group', { name: 'Actors' });
  const rows = within(actors).getAllByRole('checkbox');
  expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
    'Ann Abe',
    'Bob Baker',
    'Government of Japan',
    'Ministry',
  ]);
  expect(rows.map((row) => countBeside(row.getAttribute('aria-label') ?? ''))).toEqual([
    '2',
    '2',
    '1',
    '0',
  ]);
  // Three actors and both countries.
  expect(actors.firstElementChild).toHaveTextContent(/^Actors5$/);
  expect(within(actors).getByRole('button', { name: '2 more' })).toBeVisible();
});

it('parts the thousands of a count', () => {
  const row = { isSelected: false, onChange: () => undefined };
  openShellPage(
    <>
      <CheckRow count={12345}>
        <CheckBox {...row} name="Security" />
      </CheckRow>
      <CheckRow count={57}>
        <CheckBox {...row} name="Economy" />
      </CheckRow>
    </>,
  );
  expect(screen.getByText('12,345')).toBeVisible();
  expect(screen.getByText('57')).toBeVisible();
});

it('shows no heading over nothing where the record has no event', () => {
  const { store } = openShellPage(<Facets />);
  const { dataset } = parseDataset({
    format: 'entente/1',
    id: 'empty',
    title: 'Empty',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    events: [],
  });
  expect(screen.getByRole('heading', { name: 'Kind' })).toBeVisible();
  act(() => store.getState().finishLoading({ dataset: dataset!, address: 'empty', issues: [] }));
  expect(screen.queryByRole('heading', { name: 'Kind' })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Status' })).toBeNull();
});

it('offers a government’s people as a separate visible choice', async () => {
  const { store, user } = openShellPage(<Facets />);
  expect(screen.queryByRole('switch')).toBeNull();
  await user.click(box('Government of Japan'));
  const people = screen.getByRole('switch', { name: /^Include its people/ });
  expect(people).toBeChecked();
  await user.click(people);
  expect(store.getState().filter.withPeople).toBe(false);
});

it('opens a view and shows it as the current one', async () => {
  const { store, user } = openShellPage(<Facets />);
  const spring = screen.getByRole('button', { name: 'Spring' });
  expect(screen.getByRole('button', { name: 'The whole year' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await user.click(spring);
  expect(store.getState().asOf).toBeUndefined();
  expect(spring).toHaveAttribute('aria-current', 'true');
});

it('moves an end of the importance range by the keyboard', async () => {
  const { store, user } = openShellPage(<Facets />);
  screen.getByRole('slider', { name: /Least importance/ }).focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(store.getState().filter.importance).toEqual([3, 5]);
});

it('removes one active filter by its chip and all by one press', async () => {
  const { store, user } = openShellPage(<ActiveFilters />);
  expect(screen.queryByRole('button')).toBeNull();
  store.getState().changeFilter({ kinds: ['exercise'], tags: ['chips'], importance: [3, 5] });
  await user.click(await screen.findByRole('button', { name: 'Remove filter: Exercise' }));
  expect(store.getState().filter.kinds).toEqual([]);
  expect(store.getState().filter.tags).toEqual(['chips']);
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(store.getState().filter.importance).toEqual([1, 5]);
  expect(screen.queryByRole('button')).toBeNull();
});

it('names the filter that excludes most where nothing matches, and drops it', async () => {
  const { store, user } = openShellPage(<NothingMatches />);
  expect(screen.queryByRole('status')).toBeNull();
  store.getState().changeFilter({ kinds: ['exercise'], tags: ['chips'] });
  const said = await screen.findByRole('status');
  expect(said).toHaveTextContent('No events match these filters.');
  expect(said).toHaveTextContent('“Tags” excludes most: without it 2 events would match.');
  await user.click(within(said).getByRole('button', { name: 'Drop “Tags”' }));
  expect(store.getState().filter).toMatchObject({ kinds: ['exercise'], tags: [] });
  expect(screen.queryByRole('status')).toBeNull();
});

it('keeps the domains at hand while folded, by the same names', async () => {
  const { store, user } = openShellPage(<FoldedRail onUnfold={() => undefined} />);
  await user.click(box('Economy'));
  expect(store.getState().filter.domains).toEqual(['diplomacy', 'security']);
  expect(screen.getByRole('button', { name: 'Filters, 2 active' })).toBeVisible();
});

it('speaks Japanese throughout', () => {
  openShellPage(<Facets />, { language: 'ja' });
  expect(box('安全保障')).toBeChecked();
  expect(box('安部アン')).toBeVisible();
  expect(screen.getByRole('heading', { name: '重要度' })).toBeVisible();
});
