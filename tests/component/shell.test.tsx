import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressDialog } from '../../src/ui/shell/AddressDialog';
import { DatasetMenu } from '../../src/ui/shell/DatasetMenu';
import { FileDrop } from '../../src/ui/shell/FileDrop';
import { KeysDialog } from '../../src/ui/shell/KeysDialog';
import { LanguageToggle } from '../../src/ui/shell/LanguageToggle';
import { Preferences } from '../../src/ui/shell/Preferences';
import { SearchBox } from '../../src/ui/shell/SearchBox';
import { ShareButton } from '../../src/ui/shell/ShareButton';
import { Toolbar } from '../../src/ui/shell/Toolbar';
import { pictureFacts } from '../../src/ui/timeline/picture-facts';
import { timelineActions } from '../../src/ui/timeline/timeline-actions';
import { stubMedia } from '../support/media';
import { openShellPage } from '../support/shell-page';

afterEach(() => {
  vi.useRealTimers();
});

const searchBox = () => screen.getByRole('searchbox', { name: 'Search events, people, places' });

it('filters by text once the typing rests', () => {
  vi.useFakeTimers();
  const { store } = openShellPage(<SearchBox />);
  fireEvent.change(searchBox(), { target: { value: 'dri' } });
  act(() => void vi.advanceTimersByTime(100));
  fireEvent.change(searchBox(), { target: { value: 'drill' } });
  expect(store.getState().filter.text).toBe('');
  act(() => void vi.advanceTimersByTime(150));
  expect(store.getState().filter.text).toBe('drill');
});

it('does not filter while Japanese is being composed', () => {
  vi.useFakeTimers();
  const { store } = openShellPage(<SearchBox />);
  fireEvent.compositionStart(searchBox());
  fireEvent.change(searchBox(), { target: { value: 'にほ' } });
  act(() => void vi.advanceTimersByTime(1000));
  expect(store.getState().filter.text).toBe('');
  fireEvent.change(searchBox(), { target: { value: '日本' } });
  fireEvent.compositionEnd(searchBox());
  act(() => void vi.advanceTimersByTime(150));
  expect(store.getState().filter.text).toBe('日本');
});

it('clears the search by Escape and shows a text that was changed elsewhere', async () => {
  const { store, user } = openShellPage(<SearchBox />);
  act(() => store.getState().changeFilter({ text: 'drill' }));
  expect(searchBox()).toHaveValue('drill');
  await user.type(searchBox(), '{Escape}');
  expect(searchBox()).toHaveValue('');
  expect(store.getState().filter.text).toBe('');
});

it('gives the focus back by Escape to where it was, else to the timeline', async () => {
  const { user } = openShellPage(
    <>
      <SearchBox />
      <button type="button">Before</button>
      <div id="timeline" tabIndex={-1}>
        <button type="button" data-event="a" tabIndex={-1}>
          First
        </button>
        <button type="button" data-event="b" tabIndex={0}>
          Stop
        </button>
      </div>
    </>,
  );
  act(() => searchBox().focus());
  await user.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Stop' })).toHaveFocus();
  act(() => screen.getByRole('button', { name: 'Before' }).focus());
  act(() => searchBox().focus());
  await user.keyboard('d{Escape}');
  expect(searchBox()).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Before' })).toHaveFocus();
});

it('makes one step of history of a whole search', () => {
  vi.useFakeTimers();
  const { store } = openShellPage(<SearchBox />);
  const before = store.getState().historyStep;
  for (const text of ['d', 'dr', 'dri']) {
    fireEvent.change(searchBox(), { target: { value: text } });
    act(() => void vi.advanceTimersByTime(200));
  }
  expect(store.getState().historyStep).toBe(before + 1);
});

it('offers both languages by their own names', async () => {
  const { store, user } = openShellPage(<LanguageToggle />);
  const japanese = screen.getByRole('radio', { name: '日本語' });
  expect(japanese.querySelector('[lang="ja"]')).not.toBeNull();
  await user.click(japanese);
  expect(store.getState().language).toBe('ja');
});

it('says that the link was copied', async () => {
  const { user } = openShellPage(<ShareButton />);
  await user.click(screen.getByRole('button', { name: 'Share' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Link copied'));
  expect(await navigator.clipboard.readText()).toBe(location.href);
});

it('shows the link to copy by hand where the clipboard is refused', async () => {
  const { user } = openShellPage(<ShareButton />);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  await user.click(screen.getByRole('button', { name: 'Share' }));
  expect(await screen.findByRole('textbox', { name: 'Link to this view' })).toHaveValue(
    location.href,
  );
});

describe('by touch', () => {
  const share = vi.fn<Navigator['share']>();

  beforeEach(() => {
    share.mockReset();
    Object.assign(navigator, { share });
    stubMedia('(pointer: coarse)');
  });

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'share');
    stubMedia();
  });

  const press = async () => {
    const { user } = openShellPage(<ShareButton />);
    await navigator.clipboard.writeText('as before');
    await user.click(screen.getByRole('button', { name: 'Share' }));
    await waitFor(() =>
      expect(share).toHaveBeenCalledWith(expect.objectContaining({ url: location.href })),
    );
  };

  it('the system is asked to pass the link on, and nothing more where the reader thinks better of it', async () => {
    share.mockRejectedValue(new DOMException('', 'AbortError'));
    await press();
    expect(await navigator.clipboard.readText()).toBe('as before');
  });

  it('the link is copied where the system refuses it', async () => {
    share.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    await press();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Link copied'));
  });
});

it('chooses a theme', async () => {
  const { store, user } = openShellPage(<Preferences onShowKeys={() => undefined} />);
  await user.click(screen.getByRole('button', { name: 'Preferences' }));
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  expect(store.getState().theme).toBe('dark');
});

it('opens a dataset by a full web address only', async () => {
  const opened = vi.fn<(address: string) => void>();
  const closed = vi.fn<() => void>();
  const { user } = openShellPage(<AddressDialog onClose={closed} onOpenDataset={opened} />);
  const field = screen.getByRole('textbox', { name: 'Address of a dataset file' });
  await user.type(field, 'javascript:alert(1){Enter}');
  expect(screen.getByRole('alert')).toHaveTextContent('http://');
  expect(opened).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, ' https://example.org/a.json {Enter}');
  expect(opened).toHaveBeenCalledWith('https://example.org/a.json');
  expect(closed).toHaveBeenCalled();
});

it('names the dataset by its title, and in the other language', () => {
  openShellPage(<DatasetMenu bundled={['small']} onOpenDataset={() => undefined} />);
  const button = screen.getByRole('button', { name: 'Dataset: A small record' });
  expect(button.querySelector('[lang="ja"]')).toHaveTextContent('小さな記録');
});

/** Answers the next question for a file, as the browser's own dialog would. */
function answerWithFile(file: File) {
  const asked: HTMLInputElement[] = [];
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
    this: HTMLInputElement,
  ) {
    asked.push(this);
    Object.defineProperty(this, 'files', { value: [file] });
    this.dispatchEvent(new Event('change'));
  });
  return asked;
}

it('opens a file of the reader’s own', async () => {
  const onOpen = vi.fn<(source: string | File) => void>();
  const { user } = openShellPage(<DatasetMenu bundled={['small']} onOpenDataset={onOpen} />);
  const file = new File(['{}'], 'own.ndjson');
  const asked = answerWithFile(file);
  await user.click(screen.getByRole('button', { name: /^Dataset/ }));
  await user.click(await screen.findByRole('button', { name: 'Open a file…' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(file);
  expect(asked[0]).toMatchObject({
    type: 'file',
    accept: '.json,.ndjson,.jsonl,.parquet,.png,.svg,.pdf',
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

/** jsdom knows no drags: an event with as much of one as is looked at. */
function drag(type: string, more: object) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  act(() => void document.body.dispatchEvent(Object.assign(event, more)));
  return event;
}

it('takes a file that is dropped on the page, and says so while it is held over it', () => {
  const onOpen = vi.fn<(file: File) => void>();
  openShellPage(<FileDrop onOpen={onOpen} />);
  const file = new File(['{}'], 'own.json');
  const dataTransfer = { types: ['Files'], files: [file] };
  expect(drag('dragover', { dataTransfer }).defaultPrevented).toBe(true);
  expect(screen.getByText('Drop the file to open it')).toBeVisible();
  drag('dragleave', { relatedTarget: document.body });
  expect(screen.getByText('Drop the file to open it')).toBeVisible();
  drag('dragleave', { relatedTarget: null });
  expect(screen.queryByText('Drop the file to open it')).toBeNull();
  drag('dragover', { dataTransfer });
  expect(drag('drop', { dataTransfer }).defaultPrevented).toBe(true);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(file);
  expect(screen.queryByText('Drop the file to open it')).toBeNull();
});

it('leaves text that is dragged alone', () => {
  const onOpen = vi.fn<(file: File) => void>();
  openShellPage(<FileDrop onOpen={onOpen} />);
  const dataTransfer = { types: ['text/plain'], files: [] };
  expect(drag('dragover', { dataTransfer }).defaultPrevented).toBe(false);
  expect(drag('drop', { dataTransfer }).defaultPrevented).toBe(false);
  expect(onOpen).not.toHaveBeenCalled();
});

it('lists every key', () => {
  openShellPage(<KeysDialog onClose={() => undefined} />);
  const dialog = screen.getByRole('dialog', { name: 'Keys and gestures' });
  for (const key of ['←', '0', 'Home', 'n', '[', 'Esc', '/', '?']) {
    expect(dialog).toHaveTextContent(key);
  }
});

it('says the span and what the picture holds', () => {
  openShellPage(<Toolbar />);
  act(() => pictureFacts.set({ eventCount: 57, namedCount: 43, regime: 'marks', isDense: false }));
  expect(screen.getByRole('status')).toHaveTextContent('57 events, 43 named');
  expect(screen.getByRole('heading')).toHaveTextContent('2023');
});

it.each(['en', 'ja'] as const)('parts the thousands in what it says, in %s', (language) => {
  openShellPage(<Toolbar />, { language });
  act(() =>
    pictureFacts.set({ eventCount: 12_345, namedCount: 1043, regime: 'marks', isDense: false }),
  );
  expect(screen.getByRole('status')).toHaveTextContent(/12,345.*[^\d,]1,043/);
});

it.each([
  ['en', '57,210 events in columns by week, 43 named'],
  ['ja', '57,210件を週ごとの列で表示、うち43件に名称を表示'],
] as const)('says that there is no room for marks, in %s', (language, words) => {
  openShellPage(<Toolbar />, { language });
  act(() =>
    pictureFacts.set({ eventCount: 57_210, namedCount: 43, regime: 'weeks', isDense: true }),
  );
  expect(screen.getByRole('status')).toHaveTextContent(words);
});

it('asks the timeline to zoom, and groups the lanes', async () => {
  const zoomBy = vi.spyOn(timelineActions, 'zoomBy');
  const { store, user } = openShellPage(<Toolbar />);
  await user.click(screen.getByRole('button', { name: 'Zoom in' }));
  expect(zoomBy).toHaveBeenCalledWith(2);
  await user.click(screen.getByRole('radio', { name: 'None' }));
  expect(store.getState().grouping).toBe('none');
});
