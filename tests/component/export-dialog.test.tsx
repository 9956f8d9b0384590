import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppStore } from '../../src/state/store';
import { MOST_MADE_EVENTS } from '../../src/ui/export/excess';
import { ManyPages } from '../../src/ui/export/ManyPages';
import { setMessageLanguage } from '../../src/ui/i18n';
import { eventually } from '../support/eventually';
import { day, manyEvents, openRecord, pagesMade, showExport } from '../support/export-page';

let store: AppStore;

beforeEach(() => {
  store = openRecord();
});

const field = (name: string) => screen.getByRole('group', { name });
const radio = (name: RegExp | string) => screen.getByRole('radio', { name });

describe('the export dialog', { timeout: 30_000 }, () => {
  it('begins with whole days about what is visible', () => {
    showExport(store);
    expect(field('From')).toHaveTextContent('01/01/2023');
    expect(field('To')).toHaveTextContent('30/06/2023');
    expect(radio('On screen')).toBeChecked();
  });

  it('begins with a range that was picked, and takes others by a press', async () => {
    store.getState().selectRange({ startDay: day('2023-05-01'), endDay: day('2023-06-01') });
    showExport(store);
    expect(field('From')).toHaveTextContent('01/05/2023');
    expect(radio('Selected')).toBeChecked();
    await userEvent.setup().click(radio('Whole record'));
    expect(field('From')).toHaveTextContent('01/01/2023');
    expect(field('To')).toHaveTextContent('31/12/2023');
  });

  it('draws the links of a road unless that is not wished', async () => {
    const user = userEvent.setup();
    const links = () => screen.getByRole('checkbox', { name: 'Links between events' });
    store.getState().changeFilter({ road: { event: 'talks', way: 'before' } });
    showExport(store);
    await user.click(screen.getByText('Included'));
    expect(links()).toBeChecked();
    await user.click(links());
    expect(links()).not.toBeChecked();
  });

  it('shows the pages with their alt text once they are laid out, and says how many there are', async () => {
    showExport(store);
    await pagesMade();
    expect(
      screen.getByRole('img', {
        name: /^Preview: Japan and the United States, January to June 2023\. A timeline from/,
      }),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('3 events on 1 page');
    expect(screen.getByText('Page 1 of 1')).toBeVisible();
  });

  it('puts count, range and filters into the subtitle, and gives emptied words back', async () => {
    const user = userEvent.setup();
    store.getState().changeFilter({ domains: ['economy'], importance: [3, 5] });
    showExport(store);
    await pagesMade();
    expect(screen.getByLabelText('Subtitle')).toHaveValue(
      '1 event, 1 Jan – 30 Jun 2023. Domains: Economy; importance 3 to 5.',
    );
    await user.click(screen.getByText('Title and footer'));
    const title = screen.getByLabelText('Title');
    await user.clear(title);
    expect(title).toHaveValue('');
    await user.tab();
    expect(title).toHaveValue('Japan and the United States, January to June 2023');
  });

  it('refuses a range that ends before it begins', async () => {
    const user = userEvent.setup();
    showExport(store);
    const year = within(field('To')).getByRole('spinbutton', { name: /year/ });
    await user.click(year);
    await user.keyboard('1999');
    expect(screen.getByRole('alert')).toHaveTextContent('From is after To.');
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled();
    expect(screen.getByText('No preview without a range.')).toBeVisible();
    expect(radio('These days')).toBeChecked();
  });

  it('says what a page of one’s own may measure, and waits for it', async () => {
    const user = userEvent.setup();
    showExport(store);
    await user.selectOptions(screen.getByLabelText('Size'), 'Own size …');
    const width = screen.getByLabelText('Width');
    await user.clear(width);
    await user.type(width, '12');
    expect(screen.getByRole('alert')).toHaveTextContent('A width can be 400 to 8,000 px.');
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled();
    await user.type(width, '00');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await pagesMade();
    expect(screen.getByRole('status')).toHaveTextContent('2400 × 1800 pixels');
  });

  it('tells of a title that no page has room for, and shortens it', async () => {
    const user = userEvent.setup();
    showExport(store);
    await user.click(screen.getByText('Title and footer'));
    await user.click(screen.getByLabelText('Title'));
    await user.paste('word '.repeat(1000));
    expect(screen.getByRole('alert')).toHaveTextContent(
      /^This title has 5,\d{3} letters\. A page has room for 300\./,
    );
    expect(screen.getByText('No preview: a text is too long for a page.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Shorten to 300' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await pagesMade();
  });

  it('makes the pages in another language than the page’s', async () => {
    const user = userEvent.setup();
    showExport(store);
    await user.click(radio('日本語'));
    await eventually(() =>
      expect(screen.getByRole('img', { name: /日本と米国、2023年1〜6月/ })).toBeVisible(),
    );
    expect(store.getState().language).toBe('en');
  });

  it('remembers what was chosen, but not the range', async () => {
    const user = userEvent.setup();
    const { unmount } = showExport(store);
    await user.click(radio('SVG'));
    await user.click(radio('Dark'));
    await user.click(radio('Whole record'));
    unmount();
    showExport(store);
    expect(radio('SVG')).toBeChecked();
    expect(radio('Dark')).toBeChecked();
    expect(radio('On screen')).toBeChecked();
  });

  it('lets itself be closed by Escape', async () => {
    const onClose = vi.fn<() => void>();
    showExport(store, { onClose });
    await userEvent.setup().keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });
});

describe('the export dialog with columns', { timeout: 30_000 }, () => {
  it('says what they are, and leaves out what only names have', async () => {
    showExport(store);
    expect(screen.getByLabelText('Names')).toBeChecked();
    expect(screen.getByLabelText('Summaries')).toBeInTheDocument();
    await userEvent.setup().click(screen.getByLabelText('Columns'));
    expect(screen.getByText(/^Counts instead of names, on one page/)).toBeVisible();
    expect(screen.queryByLabelText('Summaries')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Sources')).toBeChecked();
  });

  it('are offered where names take very many pages', async () => {
    const onColumns = vi.fn<() => void>();
    const { rerender } = render(<ManyPages pageCount={20} onColumns={onColumns} />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    rerender(<ManyPages pageCount={21} onColumns={onColumns} />);
    await userEvent.setup().click(screen.getByRole('button', { name: /^Show as columns/ }));
    expect(onColumns).toHaveBeenCalledOnce();
  });
});

describe('the export dialog of a range that holds very much', { timeout: 30_000 }, () => {
  const openMany = (count: number) => {
    store.getState().finishLoading({ dataset: manyEvents(count), address: 'many', issues: [] });
    store.getState().setView({ startDay: day('2023-01-01'), endDay: day('2023-07-01') }, 'replace');
  };
  const reason = 'This range holds 1,501 events. By their whole names they take about 54 pages.';

  it('says how many pages that is, and neither makes nor saves any unasked', () => {
    openMany(1501);
    showExport(store);
    expect(screen.getByRole('alert')).toHaveTextContent(reason);
    expect(screen.getByRole('button', { name: 'Make 54 pages' })).toBeEnabled();
    const download = screen.getByRole('button', { name: 'Download' });
    expect(download).toBeDisabled();
    expect(download).toHaveAccessibleDescription(reason);
    expect(screen.queryByRole('img', { name: /^Preview/ })).not.toBeInTheDocument();
    expect(document.documentElement).not.toHaveAttribute('data-busy');
  });

  it('says it in Japanese', () => {
    openMany(1501);
    store.getState().setLanguage('ja');
    setMessageLanguage('ja');
    showExport(store, { name: '書き出す' });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'この期間には1,501件の出来事があり、名称を省かずに載せると約54ページになります。',
    );
  });

  it('makes the pages once they are asked for, and gives up where that takes too long', async () => {
    const user = userEvent.setup();
    openMany(1501);
    showExport(store);
    await user.click(screen.getByRole('button', { name: 'Make 54 pages' }));
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    expect(cancel).toHaveFocus();
    expect(screen.getByText('Making about 54 pages …')).toBeVisible();
    await user.click(cancel);
    expect(screen.getByRole('alert')).toHaveTextContent(reason);
    expect(document.documentElement).not.toHaveAttribute('data-busy');
  });

  it('offers a shorter range', async () => {
    openMany(1501);
    showExport(store);
    await userEvent.setup().click(screen.getByRole('button', { name: /^Take .* 2023 \(/ }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(radio('These days')).toBeChecked();
    // Which of the two it says already is for the machine to tell.
    expect(screen.getByRole('status')).toHaveTextContent(/^Making the pages …|^1,418 events on 34/);
  });

  it('offers the importance from which on all events fit', async () => {
    openMany(1501);
    showExport(store);
    await userEvent
      .setup()
      .click(screen.getByRole('button', { name: /^Take importance 3 to 5 \(30 events\)/ }));
    expect(store.getState().filter.importance).toEqual([3, 5]);
    await pagesMade();
    expect(screen.getByRole('status')).toHaveTextContent('30 events');
  });

  it('refuses more than pages can be made of, and points to data', () => {
    openMany(MOST_MADE_EVENTS + 1);
    showExport(store);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'This range holds 20,001 events. Pages can be made of up to 20,000. As columns all of them fit on one page; as data all of them can be saved.',
    );
    expect(screen.queryByRole('button', { name: /^Make/ })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Show as columns on one page' })).toBeEnabled();
  });

  it('shows them as columns on one page, and goes back to names', async () => {
    const user = userEvent.setup();
    openMany(1501);
    showExport(store);
    await user.click(screen.getByRole('button', { name: 'Show as columns on one page' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(radio('Columns')).toBeChecked();
    await pagesMade();
    expect(screen.getByRole('status')).toHaveTextContent('1,501 events on 1 page');
    expect(
      screen.getByRole('img', {
        name: /as columns that count the events of each day\. 1,501 events: Economy 1,501\./,
      }),
    ).toBeVisible();
    await user.click(radio('Names'));
    expect(screen.getByRole('alert')).toHaveTextContent(reason);
  });
});
