import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { findNearestChange, recordChangeDays } from '../../src/model/change-days';
import { AsOfControl } from '../../src/ui/asof/AsOfControl';
import { day, openShellPage } from '../support/shell-page';

const button = (name: string | RegExp) => screen.getByRole('button', { name });

it('steps back to the last day on which the record changed', async () => {
  const { store, user } = openShellPage(<AsOfControl />);
  await user.click(button('As of the previous change'));
  expect(store.getState().asOf).toBe(day('2023-04-10'));
  await user.click(button('As of the previous change'));
  expect(store.getState().asOf).toBe(day('2023-03-10'));
});

it('steps forward to the next change, and past the last one to Latest', async () => {
  const { store, user } = openShellPage(<AsOfControl />);
  await user.click(button('As of the next change'));
  expect(store.getState().asOf).toBe(day('2023-09-10'));
  await user.click(button('As of the next change'));
  expect(store.getState().asOf).toBeUndefined();
  expect(button('As of the next change')).toBeDisabled();
  expect(button('Latest')).toHaveAttribute('aria-pressed', 'true');
});

it('has nowhere to step back to before the first change', () => {
  const { store } = openShellPage(<AsOfControl />);
  act(() => store.getState().setAsOf(day('2023-01-10')));
  expect(button('As of the previous change')).toBeDisabled();
});

it('says the day in words, and opens a calendar on it', async () => {
  const { user } = openShellPage(<AsOfControl />);
  await user.click(button('As of 1 June 2023. Choose another day'));
  expect(await screen.findByRole('dialog', { name: 'As of' })).toBeVisible();
  expect(await screen.findByRole('spinbutton', { name: /year/i })).toHaveTextContent('2023');
});

it('takes a day by keys as soon as it is open', async () => {
  const { store, user } = openShellPage(<AsOfControl />);
  await user.click(button(/Choose another day/));
  await waitFor(() => expect(screen.getAllByRole('spinbutton')).toContain(document.activeElement));
  const before = store.getState().asOf;
  await user.keyboard('{ArrowUp}');
  await waitFor(() => expect(store.getState().asOf).not.toBe(before));
});

it('takes a day of the calendar', async () => {
  const { store, user } = openShellPage(<AsOfControl />);
  await user.click(button(/Choose another day/));
  await user.click(await screen.findByRole('button', { name: /15 June 2023|June 15, 2023/ }));
  expect(store.getState().asOf).toBe(day('2023-06-15'));
});

it('returns to the latest state', async () => {
  const { store, user } = openShellPage(<AsOfControl />);
  await user.click(button('Latest'));
  expect(store.getState().asOf).toBeUndefined();
});

it('counts each day of change once, in order', () => {
  const { store } = openShellPage(<AsOfControl />);
  const dataset = store.getState().dataset!;
  const days = recordChangeDays(dataset);
  expect(days).toEqual(
    ['2023-01-10', '2023-02-10', '2023-03-10', '2023-04-10', '2023-09-10'].map(day),
  );
  expect(findNearestChange(dataset, day('2023-03-01'))).toBe(day('2023-03-10'));
});
