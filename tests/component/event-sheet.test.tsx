import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EventListButton } from '../../src/ui/timeline/EventListButton';
import { day, openShellPage } from '../support/shell-page';

it('lists the events in view by their whole names, begins with what lies ahead, and opens one', async () => {
  const { store, user } = openShellPage(<EventListButton className={undefined} />);
  store.getState().setView({ startDay: day('2023-01-01'), endDay: day('2024-01-01') }, 'replace');
  store.getState().setAsOf(day('2023-06-01'));
  await user.click(screen.getByRole('button', { name: 'Events in view' }));
  const sheet = await screen.findByRole('dialog', { name: /^\d events$/ });
  const plan = await within(sheet).findByRole('button', { name: 'September plan 10 Sep 2023' });
  await waitFor(() => expect(plan).toHaveFocus());
  expect(within(sheet).getByRole('button', { name: 'January talks 10 Jan 2023' })).toBeVisible();
  await user.click(plan);
  expect(store.getState().selectedId).toBe('sep');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});
