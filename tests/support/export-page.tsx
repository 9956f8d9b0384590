import { render, screen } from '@testing-library/react';
import { I18nProvider } from 'react-aria-components';
import { vi } from 'vitest';
import type { Publisher } from '../../src/io/publish/publisher';
import type { Dataset } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';
import { type AppStore, createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { parseIsoDay } from '../../src/time/day';
import { AppStoreProvider } from '../../src/ui/app-store';
import { ExportDialog } from '../../src/ui/export/ExportDialog';
import { setMessageLanguage, startMessages } from '../../src/ui/i18n';
import { eventually } from './eventually';
import { createNearPublisher } from './publisher';
import { smallRecord } from './small-record';

export const day = (text: string) => parseIsoDay(text) ?? Number.NaN;

/** A store with a record, the first half of 2023 on screen. */
export function openRecord(dataset: Dataset = smallRecord()): AppStore {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  startMessages('en');
  setMessageLanguage('en');
  const store = createAppStore({
    today: day('2026-11-22'),
    language: 'en',
    theme: 'light',
    opening: EMPTY_URL,
  });
  store.getState().finishLoading({ dataset, address: 'small', issues: [] });
  store
    .getState()
    .setView({ startDay: day('2023-01-01') + 0.4, endDay: day('2023-06-30') + 0.7 }, 'replace');
  return store;
}

interface Shown {
  readonly name?: string;
  readonly onClose?: () => void;
  readonly publisher?: Publisher;
}

export function showExport(
  store: AppStore,
  { name = 'Export', onClose = () => {}, publisher }: Shown = {},
) {
  const { unmount } = render(
    <I18nProvider locale="en-GB">
      <AppStoreProvider store={store}>
        <ExportDialog
          isOpen
          onClose={onClose}
          createWriter={() => publisher ?? createNearPublisher()}
        />
      </AppStoreProvider>
    </I18nProvider>,
  );
  return { dialog: screen.getByRole('dialog', { name }), unmount };
}

/** Waits until the pages are there and can be saved. */
export async function pagesMade(): Promise<void> {
  await eventually(() => {
    const button = screen.getByRole('button', { name: 'Download' });
    if (button.hasAttribute('disabled')) throw new Error('not yet');
  });
}

/** So many events in the first half of 2023, one in fifty of the highest importance, and one in 2022. */
export function manyEvents(count: number, change: Readonly<Record<string, unknown>> = {}): Dataset {
  const { dataset } = parseDataset({
    format: 'entente/1',
    id: 'many',
    title: 'Many',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    events: Array.from({ length: count + 1 }, (_, i) => ({
      id: `e${i}`,
      title: `Event ${i}`,
      kind: 'meeting',
      domains: ['economy'],
      parties: ['JP', 'US'],
      date: i === 0 ? '2022-06-01' : `2023-0${1 + (i % 6)}-${10 + (i % 18)}`,
      importance: i % 50 === 7 ? 5 : 2,
    })),
    ...change,
  });
  if (!dataset) throw new Error('no dataset was read');
  return dataset;
}

/** What is handed to the browser's downloads, by name. */
export function catchDownloads(): Map<string, Blob> {
  const saved = new Map<string, Blob>();
  let latest = new Blob();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      latest = blob;
      return 'blob:x';
    },
    revokeObjectURL: () => {},
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.set(this.download, latest);
  });
  return saved;
}
