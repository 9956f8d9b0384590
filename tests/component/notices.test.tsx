import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { noticeOfFailure } from '../../src/app/load-notice';
import type { Issue } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';
import { type AppStore, createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { AppStoreProvider } from '../../src/ui/app-store';
import { setMessageLanguage, startMessages } from '../../src/ui/i18n';
import { LoadingBar } from '../../src/ui/notices/LoadingBar';
import { Notices } from '../../src/ui/notices/Notices';

function createStore(): AppStore {
  return createAppStore({
    today: 20_000,
    language: 'en',
    theme: 'light',
    opening: EMPTY_URL,
  });
}

function show(store: AppStore) {
  return render(
    <AppStoreProvider store={store}>
      <LoadingBar />
      <Notices />
    </AppStoreProvider>,
  );
}

const EVENT = {
  title: 'A visit',
  date: '2023-01-13',
  domains: ['diplomacy'],
  kind: 'visit',
  parties: ['JP', 'US'],
};

/** Two events set aside, one of them for two reasons, and one with a lesser fault. */
function loadFaulty(store: AppStore): void {
  const { dataset, issues } = parseDataset({
    format: 'entente/1',
    id: 'faulty',
    title: 'Faulty',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    events: [
      { ...EVENT, id: 'good', sources: ['nowhere'] },
      { ...EVENT, id: 'bad-date', date: '2023-02-30', importance: 9 },
      { ...EVENT, id: 'bad-kind', kind: '<img src=x onerror=alert(1)>' },
    ],
  });
  if (!dataset) throw new Error('the dataset should stand');
  store.getState().finishLoading({ dataset, address: 'faulty', issues });
}

// The list is loaded when it is first asked for; here its first transform is not waited for in a test.
beforeAll(async () => {
  await import('../../src/ui/notices/IssueList');
});

beforeEach(() => {
  startMessages('en');
  setMessageLanguage('en');
  // The list builds only the rows in sight, and jsdom gives everything a height of 0.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(64);
});

describe('notices', () => {
  it('take no room while there is nothing to say', () => {
    const { container } = show(createStore());
    expect(container).toBeEmptyDOMElement();
  });

  it('interrupt for an error and only tell of an ignored part of the address', () => {
    const store = createStore();
    store.getState().addNotice({
      id: 'load:x',
      severity: 'error',
      message: { key: 'notices:load.http', values: { address: 'x.json', status: 404 } },
    });
    store.getState().addNotice({
      id: 'url:1',
      severity: 'warning',
      message: { key: 'notices:url.malformed', values: { parameter: 'from', found: '20x' } },
    });
    show(store);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'x.json could not be loaded: the server answered with status 404.',
    );
    expect(screen.getByRole('status')).toHaveTextContent('The address gives “20x” for from');
  });

  it('close one at a time', async () => {
    const store = createStore();
    for (const id of ['a', 'b']) {
      store.getState().addNotice({
        id,
        severity: 'error',
        message: { key: 'notices:load.empty', values: { address: id } },
      });
    }
    show(store);
    const first = screen.getAllByRole('alert')[0]!;
    await userEvent.click(within(first).getByRole('button', { name: 'Close this notice' }));
    expect(screen.getAllByRole('alert').map((strip) => strip.textContent)).toEqual([
      expect.stringMatching(/^b is empty/),
    ]);
  });

  it('show what stands in an address as text, whatever it holds', () => {
    const store = createStore();
    store.getState().addNotice({
      id: 'url:1',
      severity: 'warning',
      message: {
        key: 'notices:url.malformed',
        values: { parameter: 'q', found: '<b>$t(close)</b> {{close}}' },
      },
    });
    show(store);
    expect(screen.getByRole('status')).toHaveTextContent('“<b>$t(close)</b> {{close}}”');
  });

  it('do not let the name of a file turn their words round', () => {
    const store = createStore();
    store.getState().addNotice({
      id: 'x',
      severity: 'error',
      message: { key: 'notices:load.empty', values: { address: 'un\u202egnp.\u2066json' } },
    });
    show(store);
    expect(screen.getByRole('alert')).toHaveTextContent(/^ungnp\.json is empty/);
  });

  it('count events set aside, each once, apart from lesser faults', () => {
    const store = createStore();
    loadFaulty(store);
    show(store);
    expect(screen.getByRole('status')).toHaveTextContent(
      '2 events set aside and 1 lesser fault: show why',
    );
  });

  it('say at once what is wrong with a file that gives no dataset', () => {
    const store = createStore();
    store.getState().failLoading({
      id: 'load:x',
      severity: 'error',
      message: { key: 'notices:load.notDataset', values: { address: 'x.json' } },
      issues: parseDataset({ format: 'entente/9' }).issues,
    });
    show(store);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'x.json is not a dataset in the Entente format. format: expected “entente/1”, found “entente/9”',
    );
  });

  it.each([
    ['6 faults', undefined],
    ['The first 6 of 3,000 faults', 3000],
  ])(
    'say %s of a file that gives no dataset, and of no event that it is set aside',
    async (words, issueCount) => {
      const store = createStore();
      store.getState().failLoading(
        noticeOfFailure(
          {
            kind: 'notDataset',
            issues: parseDataset({ format: 'entente/9' }).issues,
            ...(issueCount !== undefined && { issueCount }),
          },
          'x.json',
        ),
      );
      show(store);
      await userEvent.click(screen.getByRole('button', { name: 'show why' }));
      const dialog = await screen.findByRole('dialog', { name: 'Faults in the file' });
      expect(dialog).toHaveTextContent(words);
      expect(dialog).not.toHaveTextContent(/set aside|set an event aside/i);
    },
  );

  it('list place, expected and found of each fault', async () => {
    const store = createStore();
    loadFaulty(store);
    show(store);
    await userEvent.click(screen.getByRole('button', { name: 'show why' }));
    const dialog = await screen.findByRole('dialog', { name: 'Faults in the file' });
    const rows = (await within(dialog).findAllByRole('row')).map((row) => row.textContent);
    expect(rows).toHaveLength(4);
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^events\[1\]\.date.*expected a date like 1972-02-21.*found “2023-02-30”$/,
      ),
    );
    expect(rows).toContainEqual(
      expect.stringMatching(/^events\[2\]\.kind.*found “<img src=x onerror=alert\(1\)>”$/),
    );
    expect(dialog.querySelector('img')).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('list very many faults without building them all', async () => {
    const store = createStore();
    loadFaulty(store);
    const { dataset, issues } = store.getState();
    const many = Array.from({ length: 1000 }, (_, i) => ({
      ...issues[0]!,
      path: `events[${i}].date`,
    }));
    store.getState().finishLoading({ dataset: dataset!, address: 'faulty', issues: many });
    show(store);
    await userEvent.click(screen.getByRole('button', { name: 'show why' }));
    const dialog = await screen.findByRole('dialog');
    const rows = await within(dialog).findAllByRole('row');
    expect(rows[0]).toHaveTextContent('events[0].date');
    expect(rows.length).toBeLessThan(60);
  });
});

describe('the faults of a large file', () => {
  const fault = (path: string): Issue => ({
    path,
    severity: 'error',
    expected: { key: 'date' },
    found: '“soon”',
  });

  async function list(issues: readonly Issue[], issueCount?: number) {
    const store = createStore();
    loadFaulty(store);
    const dataset = store.getState().dataset!;
    store.getState().finishLoading({
      dataset,
      address: 'faulty',
      issues,
      ...(issueCount !== undefined && { issueCount, setAsideCount: issueCount }),
    });
    show(store);
    const text = screen.getByRole('status').textContent;
    await userEvent.click(screen.getByRole('button', { name: /^show why$|^理由を表示$/ }));
    return { text, dialog: await screen.findByRole('dialog') };
  }

  it('are named by their lines and rows', async () => {
    const { dialog } = await list(['line 12: date', 'line 7', 'row 3: date'].map(fault));
    const rows = await within(dialog).findAllByRole('row');
    const places = rows.map((row) => row.getAttribute('aria-label'));
    expect(places).toEqual(['line 12: date', 'line 7', 'row 3: date']);
  });

  it('are named so in Japanese too', async () => {
    setMessageLanguage('ja');
    const { dialog } = await list([fault('line 12: date')]);
    expect(dialog).toHaveTextContent('12行目：date');
  });

  it('are listed up to the first thousand, and counted beyond', async () => {
    const first = Array.from({ length: 1000 }, (_, i) => fault(`line ${i + 2}: date`));
    const { text, dialog } = await list(first, 9999);
    expect(text).toBe('9,999 events set aside: show why');
    expect(dialog).toHaveTextContent('The first 1,000 of 9,999 faults');
  });
});

describe('the loading bar', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows only once loading takes longer than a moment, and goes with its end', () => {
    const store = createStore();
    show(store);
    act(() => store.getState().startLoading('japan-us'));
    expect(screen.queryByRole('progressbar')).toBeNull();
    act(() => {
      vi.advanceTimersByTime(399);
    });
    expect(screen.queryByRole('progressbar')).toBeNull();
    act(() => {
      vi.advanceTimersByTime(1);
    });
    expect(screen.getByRole('progressbar')).toHaveAccessibleName('Loading the dataset');
    act(() => store.getState().stopLoading());
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});
