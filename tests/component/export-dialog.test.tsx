import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nProvider } from 'react-aria-components';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDataset } from '../../src/model/parse-dataset';
import { MOST_SLIDE_EVENTS } from '../../src/scene/slide-limits';
import { type AppStore, createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { parseIsoDay } from '../../src/time/day';
import { AppStoreProvider } from '../../src/ui/app-store';
import { ExportDialog } from '../../src/ui/export/ExportDialog';
import { setMessageLanguage, startMessages } from '../../src/ui/i18n';
import { smallRecord } from '../support/small-record';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;

let store: AppStore;

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  startMessages('en');
  setMessageLanguage('en');
  store = createAppStore({
    today: day('2026-11-22'),
    language: 'en',
    theme: 'light',
    opening: EMPTY_URL,
  });
  store.getState().finishLoading({ dataset: smallRecord(), address: 'small', issues: [] });
  store
    .getState()
    .setView({ startDay: day('2023-01-01') + 0.4, endDay: day('2023-06-30') + 0.7 }, 'replace');
});

function show(onClose = () => {}, name = 'Export') {
  render(
    <I18nProvider locale="en-GB">
      <AppStoreProvider store={store}>
        <ExportDialog isOpen onClose={onClose} />
      </AppStoreProvider>
    </I18nProvider>,
  );
  return screen.getByRole('dialog', { name });
}

const field = (dialog: HTMLElement, name: string) => within(dialog).getByRole('group', { name });

describe('the export dialog', { timeout: 30_000 }, () => {
  it('begins with whole days about what is visible', () => {
    const dialog = show();
    expect(field(dialog, 'From')).toHaveTextContent('01/01/2023');
    expect(field(dialog, 'To')).toHaveTextContent('30/06/2023');
  });

  it('begins with a range that was picked', () => {
    store.getState().selectRange({ startDay: day('2023-05-01'), endDay: day('2023-06-01') });
    const dialog = show();
    expect(field(dialog, 'From')).toHaveTextContent('01/05/2023');
    expect(field(dialog, 'To')).toHaveTextContent('31/05/2023');
  });

  it('names the parties and the months in the title', () => {
    show();
    expect(screen.getByLabelText('Title')).toHaveValue(
      'Japan and the United States, January to June 2023',
    );
  });

  it('puts count, range and filters into the subtitle', () => {
    store.getState().changeFilter({ domains: ['economy'], importance: [3, 5] });
    show();
    expect(screen.getByLabelText('Subtitle')).toHaveValue(
      '1 event, 1 Jan – 30 Jun 2023. Domains: Economy; importance 3 to 5.',
    );
  });

  it('gives an emptied title back its words', async () => {
    const user = userEvent.setup();
    show();
    const title = screen.getByLabelText('Title');
    await user.clear(title);
    expect(title).toHaveValue('');
    await user.tab();
    expect(title).toHaveValue('Japan and the United States, January to June 2023');
  });

  it('refuses a range that ends before it begins', async () => {
    const user = userEvent.setup();
    const dialog = show();
    const year = within(field(dialog, 'To')).getByRole('spinbutton', { name: /year/ });
    await user.click(year);
    await user.keyboard('1999');
    expect(screen.getByRole('alert')).toHaveTextContent('From is after To.');
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled();
  });

  it('asks for a size only of a PNG', async () => {
    const user = userEvent.setup();
    const dialog = show();
    expect(within(dialog).getByRole('radio', { name: '4×' })).toBeInTheDocument();
    await user.click(within(dialog).getByRole('radio', { name: 'SVG' }));
    expect(within(dialog).queryByRole('radio', { name: '4×' })).not.toBeInTheDocument();
  });

  it('lets itself be closed by Escape', async () => {
    const onClose = vi.fn();
    show(onClose);
    await userEvent.setup().keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });

  it('offers the picture once it is laid out', async () => {
    show();
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Download' })).toBeEnabled());
    expect(
      screen.getByRole('img', { name: /^Preview: Japan and the United States/ }),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('3 events');
  });
});

/** One event more than a picture can hold in 2023, and one in 2022. */
function openTooMany() {
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
      date: i === 0 ? '2022-06-01' : `2023-0${1 + (i % 6)}-${10 + (i % 18)}`,
      importance: i % 50 === 7 ? 5 : 2,
    })),
  });
  if (!dataset) throw new Error('no dataset was read');
  store.getState().finishLoading({ dataset, address: 'many', issues: [] });
  store.getState().setView({ startDay: day('2023-01-01'), endDay: day('2023-07-01') }, 'replace');
}

describe('the export dialog of a range that holds too much', { timeout: 30_000 }, () => {
  const reason =
    'This range holds 1,501 events. A picture can hold 1,500, each by its whole name. Choose a shorter range, or filter further.';

  it('says how many there are and how many a picture can hold, and neither shows nor saves one', () => {
    openTooMany();
    show();
    expect(screen.getByRole('alert')).toHaveTextContent(reason);
    const download = screen.getByRole('button', { name: 'Download' });
    expect(download).toBeDisabled();
    expect(download).toHaveAccessibleDescription(reason);
    expect(screen.queryByRole('img', { name: /^Preview/ })).not.toBeInTheDocument();
    expect(screen.getByText('No preview: too many events for a picture.')).toBeVisible();
    expect(document.documentElement).not.toHaveAttribute('data-busy');
  });

  it('says it in Japanese', () => {
    openTooMany();
    store.getState().setLanguage('ja');
    setMessageLanguage('ja');
    show(undefined, '書き出す');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'この期間には1,501件の出来事があります。名称を省かずに画像へ収められるのは1,500件までです。',
    );
  });

  it('offers a shorter range, of which there is a picture', async () => {
    openTooMany();
    show();
    await userEvent.setup().click(screen.getByRole('button', { name: /^Take .* 2023 \(/ }));
    expect(screen.queryByText(/^This range holds/)).not.toBeInTheDocument();
    expect(screen.queryByText(/^No preview/)).not.toBeInTheDocument();
    await vi.waitFor(
      () => expect(screen.getByRole('img', { name: /^Preview: Japan/ })).toBeVisible(),
      { timeout: 20_000 },
    );
  });

  it('offers the importance from which on all events fit', async () => {
    openTooMany();
    show();
    await userEvent
      .setup()
      .click(screen.getByRole('button', { name: /^Take importance 3 to 5 \(30 events\)/ }));
    expect(store.getState().filter.importance).toEqual([3, 5]);
    expect(screen.queryByText(/^No preview/)).not.toBeInTheDocument();
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Download' })).toBeEnabled());
    expect(screen.getByRole('status')).toHaveTextContent('30 events');
  });
});
