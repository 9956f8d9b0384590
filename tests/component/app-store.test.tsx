import { act, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { AppStoreProvider, useAppState, useAppStore } from '../../src/ui/app-store';

function Selected({ onRender }: { readonly onRender: () => void }) {
  const selectedId = useAppState((state) => state.selectedId);
  const { select } = useAppStore().getState();
  onRender();
  return (
    <button
      type="button"
      onClick={() => {
        select('visit');
      }}
    >
      {selectedId ?? 'none'}
    </button>
  );
}

it('renders again only for what was picked', () => {
  const store = createAppStore({ today: 0, language: 'en', theme: 'system', opening: EMPTY_URL });
  const onRender = vi.fn<() => void>();
  render(
    <AppStoreProvider store={store}>
      <Selected onRender={onRender} />
    </AppStoreProvider>,
  );
  act(() => {
    store.getState().setTheme('dark');
  });
  expect(onRender).toHaveBeenCalledTimes(1);
  act(() => {
    screen.getByRole('button', { name: 'none' }).click();
  });
  expect(screen.getByRole('button', { name: 'visit' })).toBeInTheDocument();
});

it('says what is missing where there is no store', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => render(<Selected onRender={() => undefined} />)).toThrow('AppStoreProvider');
});
