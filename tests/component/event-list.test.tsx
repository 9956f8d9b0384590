import { act, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { expect, it, vi } from 'vitest';
import { deriveTable } from '../../src/state/derive';
import { AppStoreProvider } from '../../src/ui/app-store';
import { EventList } from '../../src/ui/timeline/EventList';
import type { SettledPicture } from '../../src/ui/timeline/timeline-controller';
import { openShellPage } from '../support/shell-page';

it('gives the focus to the event sought once that is in view, and not before', () => {
  const { store } = openShellPage(null);
  const table = deriveTable(store.getState());
  if (!table) throw new Error('no table');
  const found = vi.fn<() => void>();
  const list = createRef<HTMLUListElement>();
  const listOf = (rows: readonly number[]) => (
    <AppStoreProvider store={store}>
      <EventList
        settled={
          {
            table,
            rows: Uint32Array.from(rows),
            boxes: new Map(),
            picture: { shown: new Map() },
            widthPx: 1000,
          } as unknown as SettledPicture
        }
        table={table}
        listRef={list}
        soughtId="sep"
        onFound={found}
        onReach={() => undefined}
      />
    </AppStoreProvider>
  );
  const { rerender } = render(listOf([0, 1]));
  expect(found).not.toHaveBeenCalled();
  act(() => rerender(listOf([3, 4])));
  expect(screen.getByRole('button', { name: /^September plan/ })).toHaveFocus();
  expect(found).toHaveBeenCalledOnce();
});

it('tells once of the event that the reader opens, as soon as it stands in the picture', () => {
  const { store } = openShellPage(null);
  const table = deriveTable(store.getState());
  const september = table?.rowOf('sep');
  if (!table || september === undefined) throw new Error('no table');
  const reached = vi.fn<(row: number) => void>();
  const box = { x: 0, y: 900, width: 10, height: 16 };
  const listOf = (boxes: ReadonlyMap<number, typeof box>) => (
    <AppStoreProvider store={store}>
      <EventList
        settled={
          {
            table,
            rows: Uint32Array.of(september),
            boxes,
            picture: { shown: new Map() },
            widthPx: 1000,
          } as unknown as SettledPicture
        }
        table={table}
        listRef={createRef<HTMLUListElement>()}
        soughtId={undefined}
        onFound={() => undefined}
        onReach={reached}
      />
    </AppStoreProvider>
  );
  const { rerender } = render(listOf(new Map()));
  act(() => store.getState().select('sep'));
  expect(reached).not.toHaveBeenCalled();
  rerender(listOf(new Map([[september, box]])));
  rerender(listOf(new Map([[september, { ...box, y: 20 }]])));
  expect(reached.mock.calls).toEqual([[september]]);
});
