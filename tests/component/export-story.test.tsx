import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nProvider } from 'react-aria-components';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDataset } from '../../src/model/parse-dataset';
import { MOST_SLIDE_EVENTS } from '../../src/scene/slide-limits';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { dayOf } from '../../src/time/day';
import { AppStoreProvider } from '../../src/ui/app-store';
import { ExportDialog } from '../../src/ui/export/ExportDialog';
import { startMessages } from '../../src/ui/i18n';
import { smallRecord } from '../support/small-record';

/** What was handed to the browser's downloads, by name. */
const saved = new Map<string, Blob>();
const createObjectURL = vi.fn<(blob: Blob) => string>();

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  saved.clear();
  let latest = new Blob();
  createObjectURL.mockReset().mockImplementation((blob) => {
    latest = blob;
    return 'blob:x';
  });
  Object.assign(URL, { createObjectURL, revokeObjectURL: () => {} });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.set(this.download, latest);
  });
});

function show(dataset = smallRecord()) {
  startMessages('en');
  const store = createAppStore({
    today: dayOf(2026, 11, 22),
    language: 'en',
    theme: 'light',
    opening: EMPTY_URL,
  });
  store.getState().finishLoading({ dataset, address: 'small', issues: [] });
  render(
    <I18nProvider locale="en-GB">
      <AppStoreProvider store={store}>
        <ExportDialog isOpen onClose={() => {}} />
      </AppStoreProvider>
    </I18nProvider>,
  );
  return { store, user: userEvent.setup(), dialog: screen.getByRole('dialog', { name: 'Export' }) };
}

async function chooseViews(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole('radio', { name: 'Each view of the story' }));
  await user.click(screen.getByRole('radio', { name: 'SVG' }));
}

describe('pictures of the story', { timeout: 60_000 }, () => {
  it('are not offered of a record without views', () => {
    show(smallRecord({ views: [] }));
    expect(screen.queryByRole('radio', { name: 'Each view of the story' })).not.toBeInTheDocument();
  });

  it('show each view with its range, filters, as-of day and words, and leave the page as it is', async () => {
    const { store, user, dialog } = show();
    const before = store.getState();
    await chooseViews(user);
    await user.click(await screen.findByRole('button', { name: 'Download all 2' }));
    expect(await screen.findByText('2 pictures saved', {}, { timeout: 20_000 })).toBeVisible();
    expect([...saved.keys()]).toEqual([
      'entente-small-01-spring.svg',
      'entente-small-02-trade.svg',
    ]);
    const [spring = '', trade = ''] = await Promise.all(
      [...saved.values()].map((file) => file.text()),
    );
    expect(spring).toContain('>Spring<');
    expect(spring).toContain('2 events, 1 Mar – 30 Jun 2023.');
    expect(spring).toContain('As of 12 June 2023');
    expect(trade).toContain('>Trade<');
    expect(trade).toContain('Domains: Economy.');
    expect(trade).toContain('As of 22 November 2026');
    expect(trade).not.toContain('G7 at Hiroshima');
    expect(within(dialog).getByText('2 of 2')).toBeVisible();
    expect(store.getState()).toBe(before);
    expect(document.documentElement).not.toHaveAttribute('data-busy');
  });

  it('go page by page, each to be saved alone', async () => {
    const { user } = show();
    await chooseViews(user);
    await user.click(screen.getByRole('button', { name: 'Next view' }));
    const download = screen.getByRole('button', { name: 'Download' });
    await vi.waitFor(() => expect(download).toBeEnabled(), { timeout: 10_000 });
    await user.click(download);
    await vi.waitFor(() => expect([...saved.keys()]).toEqual(['entente-small-02-trade.svg']));
  });

  it('leave out a view that holds too many events, and say so', async () => {
    const { user } = show(overfullRecord());
    await chooseViews(user);
    await user.click(await screen.findByRole('button', { name: 'Download all 2' }));
    expect(await screen.findByText('1 picture saved', {}, { timeout: 20_000 })).toBeVisible();
    expect(screen.getByText(/^1 view left out/)).toBeVisible();
    expect([...saved.keys()]).toEqual(['entente-many-02-few.svg']);
  });

  it('stop where one cannot be made, and say so', async () => {
    createObjectURL.mockImplementation(() => {
      throw new Error('no room');
    });
    const { user } = show();
    await chooseViews(user);
    await user.click(await screen.findByRole('button', { name: 'Download all 2' }));
    expect(await screen.findByRole('alert', {}, { timeout: 20_000 })).toHaveTextContent(
      /^The picture could not be saved/,
    );
    expect(createObjectURL).toHaveBeenCalledTimes(1);
    expect(document.documentElement).not.toHaveAttribute('data-busy');
  });
});

/** A view of more events than a picture can hold, and one of a single event. */
function overfullRecord() {
  const { dataset } = parseDataset({
    format: 'entente/1',
    id: 'many',
    title: 'Many',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    events: Array.from({ length: MOST_SLIDE_EVENTS + 2 }, (_, i) => ({
      id: `e${i}`,
      title: `Event ${i}`,
      kind: 'meeting',
      domains: ['economy'],
      parties: ['JP', 'US'],
      date: i === 0 ? '2022-06-01' : '2023-02-03',
    })),
    views: [
      { id: 'all', title: 'All', from: '2022-01-01', to: '2023-12-31' },
      { id: 'few', title: 'Few', from: '2022-01-01', to: '2022-12-31' },
    ],
  });
  if (!dataset) throw new Error('no dataset was read');
  return dataset;
}
