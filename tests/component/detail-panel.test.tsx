import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDataset } from '../../src/model/parse-dataset';
import { NO_FILTER } from '../../src/query/filter';
import type { Language } from '../../src/state/state';
import { type AppStore, createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { parseIsoDay } from '../../src/time/day';
import { AppStoreProvider } from '../../src/ui/app-store';
import { DetailPanel } from '../../src/ui/detail/DetailPanel';
import { setMessageLanguage, startMessages } from '../../src/ui/i18n';

const FILE = {
  format: 'entente/1',
  id: 'small',
  title: { en: 'Japan–US', ja: '日米' },
  parties: ['JP', 'US'],
  languages: ['en', 'ja'],
  recordedThrough: '2023-12-31',
  actors: [
    {
      id: 'joe-biden',
      name: { en: 'Joe Biden', ja: 'ジョー・バイデン' },
      kind: 'person',
      party: 'US',
    },
    { id: 'quad', name: { en: 'Quad', ja: 'クアッド' }, kind: 'group' },
  ],
  sources: [
    {
      id: 'kantei',
      title: 'Summit at Camp David',
      publisher: 'Kantei',
      url: 'https://example.org/kantei',
      published: '2023-08-19',
      language: 'en',
    },
    { id: 'teneo', title: 'Outlook', publisher: 'Teneo', published: '2023-06' },
  ],
  events: [
    {
      id: 'visit',
      title: { en: 'Kishida visits the White House', ja: '岸田首相、ホワイトハウス訪問' },
      date: '2023-01-13',
      place: { name: { en: 'Washington', ja: 'ワシントン' }, timeZone: 'America/New_York' },
      domains: ['diplomacy'],
      kind: 'visit',
      parties: ['JP', 'US'],
      links: [{ to: 'camp-david', rel: 'prepares' }],
    },
    {
      id: 'camp-david',
      title: { en: 'Camp David summit', ja: 'キャンプ・デービッド首脳会合' },
      summary: { en: 'Three leaders <b>met</b>.', ja: '3首脳が会談した。' },
      date: '2023-08-18',
      place: { name: 'Camp David', timeZone: 'America/New_York' },
      domains: ['diplomacy', 'security'],
      kind: 'summit',
      parties: ['JP', 'US', 'KR'],
      actors: [{ actor: 'joe-biden', role: { en: 'President', ja: '大統領' } }, 'quad'],
      importance: 5,
      tenor: 2,
      tags: ['trilateral'],
      sources: ['teneo', 'kantei'],
      links: [{ to: 'plan', rel: 'leads-to' }],
      revisions: [
        {
          known: '2023-05-21',
          status: 'possible',
          date: '2023~',
          title: { en: 'Three leaders may meet', ja: '3首脳会合の可能性' },
        },
        {
          known: '2023-07-28',
          status: 'scheduled',
          date: '2023-08-18',
          title: { en: 'Biden to host at Camp David', ja: 'バイデン氏が招待' },
        },
      ],
    },
    {
      id: 'plan',
      title: { en: 'Warning data shared', ja: '警戒データ共有' },
      date: '2023-12',
      domains: ['security'],
      kind: 'plan',
      parties: ['JP', 'US'],
      confidence: 'low',
    },
  ],
};

const day = (iso: string): number => parseIsoDay(iso)!;

function open(id: string, { asOf, language = 'en' }: { asOf?: string; language?: Language } = {}) {
  setMessageLanguage(language);
  const store: AppStore = createAppStore({
    today: day('2026-01-01'),
    language,
    theme: 'light',
    opening: EMPTY_URL,
  });
  const { dataset, issues } = parseDataset(FILE);
  if (!dataset) throw new Error(JSON.stringify(issues));
  expect(issues).toEqual([]);
  store.getState().finishLoading({ dataset, address: 'small', issues });
  if (asOf) store.getState().setAsOf(day(asOf));
  const view = render(
    <AppStoreProvider store={store}>
      <button type="button" onClick={() => store.getState().select(id)}>
        opener
      </button>
      <DetailPanel />
    </AppStoreProvider>,
  );
  const act = userEvent.setup();
  return { store, view, act, panel: () => screen.getByRole('complementary') };
}

/** What the panel says beside a term. */
function fact(panel: HTMLElement, term: string): string | null | undefined {
  return within(panel).getByText(term, { selector: 'dt' }).nextElementSibling?.textContent;
}

beforeEach(() => {
  startMessages('en');
});

describe('the detail panel', () => {
  it('is absent until an event is selected', () => {
    open('camp-david');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('names the event in both languages, each marked with its own', async () => {
    const { act, panel } = open('camp-david');
    await act.click(screen.getByText('opener'));
    expect(panel()).toHaveAccessibleName('Event');
    expect(within(panel()).getByText('Camp David summit')).toHaveAttribute('lang', 'en');
    expect(within(panel()).getByText('キャンプ・デービッド首脳会合')).toHaveAttribute('lang', 'ja');
  });

  it('puts Japanese first for a reader of Japanese', async () => {
    const { act, panel } = open('camp-david', { language: 'ja' });
    await act.click(screen.getByText('opener'));
    expect(panel()).toHaveAccessibleName('出来事');
    expect(within(panel()).getByRole('heading', { level: 2 })).toHaveTextContent(
      'キャンプ・デービッド首脳会合',
    );
    expect(fact(panel(), '日付')).toBe('2023年8月18日');
  });

  it('gives the calendar day in both capitals', async () => {
    const { act, panel } = open('camp-david');
    await act.click(screen.getByText('opener'));
    expect(fact(panel(), 'Capitals')).toBe('18 Aug Washington18–19 Aug Tokyo');
  });

  it('gives no day in the capitals where the day itself is not known', async () => {
    const { act, panel } = open('plan');
    await act.click(screen.getByText('opener'));
    expect(within(panel()).queryByText('Capitals')).toBeNull();
    expect(fact(panel(), 'When')).toContain('exact day not recorded');
  });

  it('says only what was known on the as-of day', async () => {
    const { act, panel } = open('camp-david', { asOf: '2023-06-12' });
    await act.click(screen.getByText('opener'));
    expect(within(panel()).getByRole('heading', { level: 2 })).toHaveTextContent(
      'Three leaders may meet',
    );
    expect(fact(panel(), 'Status')).toBe('Possibleas of 12 June 2023');
    expect(panel()).not.toHaveTextContent('Biden to host');
    expect(panel()).not.toHaveTextContent('Camp David summit');
    expect(panel()).not.toHaveTextContent('Summit at Camp David');
    // What was said once, and a switch that gives nothing away.
    const section = within(panel()).getByRole('region', { name: 'Forecast and outcome' });
    expect(within(section).getAllByRole('listitem')).toHaveLength(1);
    expect(within(section).getByRole('switch', { name: 'Show what came later' })).not.toBeChecked();
    expect(panel()).not.toHaveTextContent('Warning data shared');
  });

  it('tells earlier states up to the as-of day, oldest first', async () => {
    const { act, panel } = open('camp-david', { asOf: '2023-07-30' });
    await act.click(screen.getByText('opener'));
    const section = within(panel()).getByRole('region', { name: 'Forecast and outcome' });
    const rows = within(section).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      '21 May 2023Three leaders may meetPossibleabout 2023',
      '28 Jul 2023Scheduled18 August 2023',
    ]);
  });

  it('shows markup in a summary as text', async () => {
    const { act, panel } = open('camp-david');
    await act.click(screen.getByText('opener'));
    expect(panel()).toHaveTextContent('Three leaders <b>met</b>.');
  });

  it('folds the summary in the other language', async () => {
    const { act, panel } = open('camp-david');
    await act.click(screen.getByText('opener'));
    expect(within(panel()).getByText('3首脳が会談した。')).not.toBeVisible();
    await act.click(within(panel()).getByText('Summary in Japanese'));
    expect(within(panel()).getByText('3首脳が会談した。')).toBeVisible();
  });

  it('filters by an actor at a click and stops at a second', async () => {
    const { act, panel, store } = open('camp-david');
    await act.click(screen.getByText('opener'));
    const biden = within(panel()).getByRole('button', { name: 'US Joe Biden' });
    await act.click(biden);
    expect(store.getState().filter.actors).toEqual(['joe-biden']);
    expect(biden).toHaveAttribute('aria-pressed', 'true');
    await act.click(biden);
    expect(store.getState().filter.actors).toEqual([]);
  });

  it('filters by a tag at a click', async () => {
    const { act, panel, store } = open('camp-david');
    await act.click(screen.getByText('opener'));
    await act.click(within(panel()).getByRole('button', { name: 'trilateral' }));
    expect(store.getState().filter.tags).toEqual(['trilateral']);
  });

  it('words links in both directions and goes to the linked event', async () => {
    const { act, panel, store } = open('camp-david');
    await act.click(screen.getByText('opener'));
    const section = within(panel()).getByRole('region', { name: 'Links' });
    const rows = within(section).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Leads toWarning data shared December',
      'Prepared byKishida visits the White House 13 Jan',
    ]);
    await act.click(within(section).getByRole('button', { name: /Warning data shared/ }));
    expect(store.getState().selectedId).toBe('plan');
    expect(within(panel()).getByRole('heading', { level: 2 })).toHaveFocus();
  });

  it('numbers sources and opens them apart, with no way back for them', async () => {
    const { act, panel } = open('camp-david');
    await act.click(screen.getByText('opener'));
    const link = within(panel()).getByRole('link', { name: /Summit at Camp David/ });
    expect(link).toHaveAttribute('href', 'https://example.org/kantei');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    const section = within(panel()).getByRole('region', { name: 'Sources' });
    expect(
      within(section)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual([
      '1Outlook. Teneo, June 2023',
      '2Summit at Camp David (opens in a new tab). Kantei, 19 August 2023',
    ]);
  });

  it('warns of an event without a source and of low confidence', async () => {
    const { act, panel } = open('plan');
    await act.click(screen.getByText('opener'));
    expect(panel()).toHaveTextContent('No source yet');
    expect(fact(panel(), 'Confidence')).toBe('Low confidence');
  });

  it('steps through the matching events in time order and stops at the end', async () => {
    const { act, panel, store } = open('camp-david');
    await act.click(screen.getByText('opener'));
    expect(fact(panel(), 'In order')).toBe('2 of 3');
    await act.click(within(panel()).getByRole('button', { name: 'Next event' }));
    expect(store.getState().selectedId).toBe('plan');
    const next = within(panel()).getByRole('button', { name: 'Next event' });
    expect(next).toHaveAttribute('aria-disabled', 'true');
    await act.click(next);
    expect(store.getState().selectedId).toBe('plan');
    await act.click(within(panel()).getByRole('button', { name: 'Previous event' }));
    expect(store.getState().selectedId).toBe('camp-david');
  });

  it('takes the focus when the keyboard opened it, and gives it back on Escape', async () => {
    const { act, panel, store } = open('camp-david');
    await act.tab();
    await act.keyboard('{Enter}');
    expect(within(panel()).getByRole('heading', { level: 2 })).toHaveFocus();
    await act.keyboard('{Escape}');
    expect(store.getState().selectedId).toBeUndefined();
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(screen.getByText('opener')).toHaveFocus();
  });

  it('copies the link to the view', async () => {
    const { act, panel } = open('camp-david');
    await act.click(screen.getByText('opener'));
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    await act.click(within(panel()).getByRole('button', { name: 'Copy link' }));
    expect(await within(panel()).findByText('Link copied')).toBeVisible();
    expect(write).toHaveBeenCalledWith(window.location.href);
  });

  it('says where the link stands when it cannot be copied', async () => {
    const { act, panel } = open('camp-david');
    await act.click(screen.getByText('opener'));
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await act.click(within(panel()).getByRole('button', { name: 'Copy link' }));
    expect(await within(panel()).findByText(/could not be copied/)).toBeVisible();
  });

  it('copies a citation with dataset, version and days, or shows it where it may not', async () => {
    const { act, panel } = open('camp-david');
    await act.click(screen.getByText('opener'));
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    await act.click(within(panel()).getByRole('button', { name: 'Copy citation' }));
    expect(await within(panel()).findByText('Citation copied')).toBeVisible();
    const citation = write.mock.calls[0]?.[0] ?? '';
    expect(citation).toMatch(
      /^“Camp David summit.*” \(event camp-david\), .* \(dataset \S+, version [0-9a-f]{12}\), as of /,
    );
    write.mockRejectedValue(new Error('denied'));
    await act.click(within(panel()).getByRole('button', { name: 'Copy citation' }));
    const field = await screen.findByRole('textbox', { name: 'Citation of this event' });
    expect(field).toHaveValue(citation);
  });

  it('says that filters hide the event, and clears them', async () => {
    const { act, panel, store } = open('camp-david');
    store.getState().changeFilter({ kinds: ['plan'] });
    await act.click(screen.getByText('opener'));
    expect(panel()).toHaveTextContent('Hidden by the filters');
    expect(panel()).toHaveTextContent('Camp David summit');
    await act.click(within(panel()).getByRole('button', { name: 'Clear filters' }));
    expect(store.getState().filter).toEqual(NO_FILTER);
    expect(panel()).not.toHaveTextContent('Hidden by the filters');
  });

  it('does not tell an event before it was known, but leads to the day it became known', async () => {
    const { act, panel, store } = open('camp-david', { asOf: '2023-02-01' });
    await act.click(screen.getByText('opener'));
    expect(panel()).toHaveTextContent('Not yet known on 1 February 2023');
    expect(panel()).not.toHaveTextContent('Three leaders');
    await act.click(within(panel()).getByRole('button', { name: 'Go to 21 May 2023' }));
    expect(store.getState().asOf).toBe(day('2023-05-21'));
    expect(panel()).toHaveTextContent('Three leaders may meet');
  });

  it('says so where the record has no such event', async () => {
    const { act, panel } = open('nothing');
    await act.click(screen.getByText('opener'));
    expect(panel()).toHaveTextContent('No such event');
    await act.click(within(panel()).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});
