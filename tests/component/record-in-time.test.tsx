import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { noteVisit, visitOf } from '../../src/io/visits';
import { AsOfControl } from '../../src/ui/asof/AsOfControl';
import { DetailPanel } from '../../src/ui/detail/DetailPanel';
import { loadMessages } from '../../src/ui/i18n';
import { LedgerDialog } from '../../src/ui/ledger/LedgerDialog';
import { WhatsNew } from '../../src/ui/whats-new/WhatsNew';
import { datasetOf, eventJson, isoDay } from '../support/model-dataset';
import { openShellPage } from '../support/shell-page';

const TOKYO = { name: { en: 'Tokyo', ja: '東京' }, country: 'JP' };
const WASHINGTON = { name: { en: 'Washington', ja: 'ワシントン' }, country: 'US' };

const record = () =>
  datasetOf({
    sources: [{ id: 'daily', title: 'Daily', publisher: 'The Daily', published: '2023-03-01' }],
    events: [
      eventJson({
        id: 'summit',
        title: { en: 'Leaders meet', ja: '首脳が会談' },
        date: '2023-08-18',
        place: WASHINGTON,
        importance: 5,
        revisions: [
          {
            known: '2023-03-01',
            status: 'possible',
            date: '2023-06/2023-07',
            title: { en: 'Leaders may meet', ja: '首脳会談の可能性' },
            place: TOKYO,
            sources: ['daily'],
          },
        ],
      }),
      eventJson({
        id: 'deal',
        title: { en: 'A deal is due', ja: '合意の見込み' },
        status: 'expected',
        date: '2023-09',
        known: '2023-03-01',
      }),
      ...['one', 'two', 'three'].map((id) =>
        eventJson({ id, title: { en: `Talks ${id}`, ja: `会談 ${id}` }, date: '2023-03-01' }),
      ),
    ],
  });

const at = (iso: string | undefined) => (iso === undefined ? undefined : isoDay(iso));

function openRecord(part: React.ReactNode, asOf?: string, language: 'en' | 'ja' = 'en') {
  const page = openShellPage(part, { dataset: record(), language });
  act(() => page.store.setState({ asOf: at(asOf) }));
  return page;
}

describe('stepping through the record', () => {
  it('tells what the next change brought, and points it out for a while', async () => {
    const { store, user } = openRecord(<AsOfControl />, '2023-03-01');
    const pointedOut: (readonly string[])[] = [];
    store.subscribe(({ highlightedIds }, before) => {
      if (highlightedIds !== before.highlightedIds) pointedOut.push(highlightedIds);
    });
    await user.click(screen.getByRole('button', { name: 'As of the next change' }));
    const said =
      '18 August 2023: Leaders meet: came about 18 days later than said (possible, June–July 2023), at Washington instead of Tokyo';
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(said));
    await waitFor(() => expect(pointedOut).toEqual([['summit'], []]));
  });

  it('tells the first two of many, and the rest on demand', async () => {
    const { store, user } = openRecord(<AsOfControl />, '2023-01-01');
    await user.click(screen.getByRole('button', { name: 'As of the next change' }));
    const strip = await screen.findByRole('region', { name: 'What changed' });
    expect(within(strip).getAllByRole('listitem')).toHaveLength(2);
    expect(within(strip).getByText('Leaders may meet')).toBeVisible();
    await user.click(within(strip).getByRole('button', { name: 'and 3 more' }));
    expect(within(strip).getAllByRole('listitem')).toHaveLength(5);
    await user.click(within(strip).getByRole('button', { name: /A deal is due/ }));
    expect(store.getState().selectedId).toBe('deal');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'What changed' })).toBeNull();
  });

  it('tells on the way back what the day arrived at had brought', async () => {
    const { user } = openRecord(<AsOfControl />, '2023-08-18');
    await user.click(screen.getByRole('button', { name: 'As of the previous change' }));
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(/^1 March 2023: Leaders may meet: new/),
    );
  });

  it('says nothing of a day set by other means', () => {
    openRecord(<AsOfControl />, '2023-08-18');
    expect(screen.queryByRole('status')).toBeNull();
  });
});

describe('the detail of an event', () => {
  const summit = async (asOf?: string) => {
    const page = openRecord(<DetailPanel />, asOf);
    act(() => page.store.getState().select('summit'));
    await screen.findByRole('heading', { name: /Leaders/, level: 2 });
    return page;
  };

  it('holds what came against what had been said', async () => {
    await summit('2023-09-01');
    expect(
      screen.getByText('Came about 18 days later than said (possible, June–July 2023), elsewhere.'),
    ).toBeVisible();
  });

  it('gives nothing away of what came later, unless asked for it', async () => {
    const { store, user } = await summit('2023-06-01');
    expect(screen.getByText('Still open.')).toBeVisible();
    expect(screen.queryByText(/18 Aug/)).toBeNull();
    await user.click(screen.getByRole('switch', { name: 'Show what came later' }));
    expect(store.getState().showLater).toBe(true);
    expect(screen.getByText('18 August 2023')).toBeVisible();
    expect(screen.getByText(/^Came about 18 days later than said/)).toBeVisible();
  });

  it('says how long what is open is overdue', async () => {
    await summit('2023-08-10');
    expect(screen.getByText('Still open, 10 days after the last day given.')).toBeVisible();
  });

  it('offers no later states as of the latest day', async () => {
    await summit();
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

describe('the ledger', () => {
  const open = (asOf?: string, language: 'en' | 'ja' = 'en') =>
    openRecord(<LedgerDialog onClose={() => undefined} />, asOf, language);

  it('counts what came of every statement, and says who said it', async () => {
    open('2023-09-01');
    expect(await screen.findByText('2 statements')).toBeVisible();
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/A deal is due.*Expected.*Sept? 2023.*Still open.*none recorded/),
      expect.stringMatching(
        /Leaders may meet.*Possible.*Held later.*Elsewhere: Washington.*\+18.*The Daily/,
      ),
    ]);
    expect(screen.getByText('Held later', { selector: 'dt' }).parentElement).toHaveTextContent(
      '1 (50%)',
    );
  });

  it('knows as of a day only what was known then', async () => {
    open('2023-08-01');
    expect(await screen.findByText('2 statements')).toBeVisible();
    expect(screen.queryByText(/Washington/)).toBeNull();
    expect(screen.getByText('1 day overdue')).toBeVisible();
  });

  it('is sorted by the column chosen, and the other way round by the same again', async () => {
    const { user } = open('2023-09-01');
    const head = async (name: string) => screen.findByRole('columnheader', { name });
    expect(await head('Said on')).toHaveAttribute('aria-sort', 'descending');
    const titles = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
    await user.click(screen.getByRole('button', { name: 'What was said' }));
    expect(await head('What was said')).toHaveAttribute('aria-sort', 'ascending');
    expect(titles()).toEqual(['A deal is due', 'Leaders may meet']);
    await user.click(screen.getByRole('button', { name: 'What was said' }));
    expect(titles()).toEqual(['Leaders may meet', 'A deal is due']);
  });

  it('can be narrowed to what is filtered and in view', async () => {
    const { store, user } = open('2023-09-01');
    act(() => store.getState().changeFilter({ importance: [5, 5] }));
    act(() =>
      store
        .getState()
        .setView({ startDay: isoDay('2023-01-01'), endDay: isoDay('2024-01-01') }, 'replace'),
    );
    await user.click(await screen.findByRole('radio', { name: 'Filtered and in view' }));
    expect(await screen.findByText('1 statement')).toBeVisible();
    act(() => store.getState().changeFilter({ kinds: ['exercise'] }));
    expect(await screen.findByText(/No event that matches/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show the whole record' }));
    expect(await screen.findByText('2 statements')).toBeVisible();
  });

  it('leads to an event', async () => {
    const { store, user } = open('2023-09-01');
    await user.click(await screen.findByRole('button', { name: 'A deal is due' }));
    expect(store.getState().selectedId).toBe('deal');
  });

  it('says that there is nothing to count', async () => {
    open('2022-01-01');
    expect(await screen.findByText(/holds no statement about the future/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save as CSV' })).toBeDisabled();
  });

  it('has only a window of many rows in the page, and says how many there are', async () => {
    const events = Array.from({ length: 700 }, (_, i) =>
      eventJson({ id: `e-${i}`, status: 'expected', date: '2023-09' }),
    );
    openShellPage(<LedgerDialog onClose={() => undefined} />, { dataset: datasetOf({ events }) });
    const table = await screen.findByRole('table');
    expect(table).toHaveAttribute('aria-rowcount', '701');
    expect(within(table).getAllByRole('rowheader').length).toBeLessThan(100);
  });

  it('speaks Japanese', async () => {
    await loadMessages('ja');
    open('2023-09-01', 'ja');
    expect(await screen.findByText('見通し2件')).toBeVisible();
    expect(screen.getAllByText('遅れて実現')[0]).toBeVisible();
  });
});

describe('what is new', () => {
  beforeEach(() => localStorage.clear());
  const open = (asOf?: string) => openRecord(<WhatsNew onClose={() => undefined} />, asOf);

  it('lists what changed between two days by what became of it', async () => {
    const { store, user } = open('2023-09-01');
    expect(await screen.findByText('5 changes')).toBeVisible();
    const added = screen.getByRole('region', { name: /^Added/ });
    expect(within(added).getAllByRole('listitem')).toHaveLength(5);
    await user.click(within(added).getByRole('button', { name: /Talks two/ }));
    expect(store.getState().selectedId).toBe('two');
  });

  it('tells what came since the record as last seen', async () => {
    const visit = visitOf(record(), isoDay('2023-06-01'));
    noteVisit(localStorage, 'test', visit);
    noteVisit(localStorage, 'test', { ...visit, day: isoDay('2024-01-01') });
    open();
    expect(await screen.findByText(/as you last saw it, through 1 June 2023/)).toBeVisible();
    const fulfilled = screen.getByRole('region', { name: /^Fulfilled/ });
    expect(within(fulfilled).getByRole('button')).toHaveTextContent(
      /Leaders meet came about 18 days later/,
    );
  });

  it('says on the first visit that there is none to compare with', async () => {
    const { user } = open('2023-09-01');
    await user.click(await screen.findByRole('radio', { name: 'Your last visit' }));
    expect(screen.getByText(/first visit to this record/)).toBeVisible();
  });
});
