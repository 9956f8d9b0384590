import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { EmptyActions } from '../../src/ui/shell/EmptyActions';
import { EdgeHints } from '../../src/ui/timeline/EdgeHints';
import type { SettledPicture } from '../../src/ui/timeline/timeline-controller';
import { day, openShellPage } from '../support/shell-page';

const EMPTY = {
  format: 'entente/1',
  id: 'empty',
  title: 'Empty',
  parties: ['JP', 'US'],
  recordedThrough: '2023-12-31',
  events: [],
};

function openEmpty(onOpenDataset: (source: string | File) => void) {
  const { dataset } = parseDataset(EMPTY);
  if (!dataset) throw new Error('not a dataset');
  const settled = {
    table: createEventTable(dataset, day('2024-01-01')),
    rows: new Uint32Array(),
    view: { startDay: day('2023-01-01'), endDay: day('2024-01-01') },
  } as unknown as SettledPicture;
  const actions = <EmptyActions bundled={['japan-us']} onOpenDataset={onOpenDataset} />;
  return openShellPage(<EdgeHints settled={settled} emptyActions={actions} />, { dataset });
}

it('an empty dataset says so and offers the bundled one', async () => {
  const opened = vi.fn<(source: string | File) => void>();
  const { user } = openEmpty(opened);
  expect(screen.getByText('No events in this dataset yet')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Open Japan–US' }));
  expect(opened).toHaveBeenCalledWith('japan-us');
});

it('an empty dataset offers to open another by its address', async () => {
  const { user } = openEmpty(() => undefined);
  await user.click(screen.getByRole('button', { name: 'Open a dataset by address…' }));
  expect(await screen.findByRole('dialog', { name: 'Open a dataset by address' })).toBeVisible();
});
