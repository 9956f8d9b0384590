import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { startOwnViews } from '../../src/io/own-views';
import { parseDataset } from '../../src/model/parse-dataset';
import type { Language } from '../../src/state/state';
import { ViewList } from '../../src/ui/filters/ViewList';
import { SaveDataset } from '../../src/ui/story/SaveDataset';
import { StoryPlace } from '../../src/ui/story/StoryPlace';
import { fullStorage, memoryStorage } from '../support/fake-storage';
import { day, openShellPage } from '../support/shell-page';

const HOSTILE = '<img src=x onerror="alert(1)">&amp;';

interface Opening {
  readonly storage?: Storage;
  /** A record without views. */
  readonly bare?: boolean;
  readonly language?: Language;
}

/** The rail's views and the place of the story, over a record with two views, with a storage that takes own ones. */
function open({ storage = memoryStorage(), bare = false, language = 'en' }: Opening = {}) {
  const page = openShellPage(
    <>
      <ViewList />
      <StoryPlace />
      <SaveDataset onClose={() => {}} />
    </>,
    { language, ...(bare && { dataset: withoutViews() }) },
  );
  act(() => void startOwnViews({ store: page.store, storage, window }));
  return { ...page, state: page.store.getState };
}

function withoutViews() {
  const { dataset } = parseDataset({
    format: 'entente/1',
    id: 'bare',
    title: 'Bare',
    parties: ['FR', 'DE'],
    recordedThrough: '2023-12-31',
    events: [],
  });
  if (!dataset) throw new Error('no dataset');
  return dataset;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const told = () => screen.findByRole('region', { name: /, \d of \d$/ });

async function save(user: ReturnType<typeof open>['user'], title: string, note = '') {
  await user.click(button('Save this view…'));
  const dialog = await screen.findByRole('dialog', { name: 'Save this view' });
  const name = within(dialog).getByLabelText('Name');
  await user.clear(name);
  if (title !== '') await user.type(name, title.replaceAll(/[[{]/g, '$&$&'));
  if (note !== '') await user.type(within(dialog).getByLabelText(/^Note/), note);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  return dialog;
}

describe('the story', { timeout: 30_000 }, () => {
  it('begins at the first view and goes on to its end, by buttons that stay where they are', async () => {
    const { user, state } = open();
    await user.click(button('Tell as a story'));
    expect(await told()).toHaveAccessibleName('The whole year, 1 of 2');
    expect(button('Previous view')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Next view'));
    expect(await told()).toHaveAccessibleName('Spring, 2 of 2');
    expect(state().view).toEqual({ startDay: day('2023-03-01'), endDay: day('2023-06-01') });
    expect(button('Next view')).toHaveFocus();
    await user.click(button('Next view'));
    expect(state().storyId).toBe('spring');
    await user.click(screen.getAllByRole('button', { name: 'End the story' })[0]!);
    expect(state().storyId).toBeUndefined();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });

  it('goes by Page Down and Page Up, and ends with Escape once nothing else is open', async () => {
    const { state } = open();
    act(() => state().applyView('year'));
    await told();
    fireEvent.keyDown(document.body, { key: 'PageDown' });
    expect(state().storyId).toBe('spring');
    fireEvent.keyDown(document.body, { key: 'PageUp' });
    expect(state().storyId).toBe('year');
    fireEvent.keyDown(document.body, { key: 'PageDown', shiftKey: true });
    expect(state().storyId).toBe('year');
    act(() => state().select('jan'));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(state().storyId).toBe('year');
    act(() => state().select(undefined));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(state().storyId).toBeUndefined();
  });

  it('leads back to its view once the reader has gone elsewhere', async () => {
    const { user, state } = open();
    await user.click(button('Spring'));
    await told();
    expect(button('Spring')).toHaveAttribute('aria-current', 'true');
    expect(screen.queryByRole('button', { name: 'Return to this view' })).not.toBeInTheDocument();
    act(() => state().changeFilter({ kinds: ['summit'] }));
    await user.click(button('Return to this view'));
    expect(state().filter.kinds).toEqual([]);
  });

  it('is told in Japanese', async () => {
    const { user } = open({ language: 'ja' });
    await user.click(button('順に見る'));
    expect(await screen.findByRole('region', { name: /1／2$/ })).toHaveTextContent('一年');
  });
});

describe('own views', { timeout: 60_000 }, () => {
  it('are offered where a dataset has none, and the first is saved by its range’s name', async () => {
    const { user, state } = open({ bare: true });
    expect(screen.getByText(/^This dataset has no views yet/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Tell as a story' })).not.toBeInTheDocument();
    await user.click(button('Save this view…'));
    const name = await screen.findByLabelText('Name');
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toHaveValue('2023');
    await user.keyboard('{Enter}');
    expect(state().ownViews).toMatchObject([{ id: '2023', title: '2023' }]);
    expect(screen.queryByText(/^This dataset has no views yet/)).not.toBeInTheDocument();
  });

  it('say what they hold and what they cannot', async () => {
    const { user, state } = open();
    act(() => {
      state().changeFilter({ domains: ['economy'], actors: ['ann'], kinds: ['summit'] });
      state().select('feb');
    });
    await user.click(button('Save this view…'));
    const dialog = await screen.findByRole('dialog');
    const held = within(dialog)
      .getAllByRole('definition')
      .map(({ textContent }) => textContent);
    expect(held).toEqual(['2023', '1 June 2023', 'Economy', 'Ann Abe', 'February deal']);
    expect(dialog).toHaveTextContent('A view cannot hold these filters: Kind.');
  });

  it('need a name', async () => {
    const { user, state } = open();
    const dialog = await save(user, '');
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Give the view a name.');
    expect(within(dialog).getByLabelText('Name')).toBeInvalid();
    expect(state().ownViews).toEqual([]);
  });

  it('are told after the dataset’s, as text whatever they are called', async () => {
    const { user } = open();
    await save(user, HOSTILE, HOSTILE);
    expect(screen.getByRole('heading', { name: 'Your views' })).toBeVisible();
    await user.click(button(HOSTILE));
    const strip = await told();
    expect(strip).toHaveAccessibleName(`${HOSTILE}, 3 of 3`);
    expect(within(strip).getByText('Your view')).toBeVisible();
    expect(within(strip).getAllByText(HOSTILE)).toHaveLength(2);
    expect(document.querySelector('img')).toBeNull();
  });

  it('are renamed, put in order and deleted by keys, and a deleted one comes back', async () => {
    const { user, state } = open();
    for (const title of ['One', 'Two', 'Three']) await save(user, title);
    const titles = () => state().ownViews?.map(({ title }) => title);
    await user.click(button('Edit…'));
    const dialog = await screen.findByRole('dialog', { name: 'Your views' });
    const press = async (name: string) => {
      const found = within(dialog).getByRole('button', { name });
      act(() => found.focus());
      await user.keyboard('{Enter}');
    };
    await press('Move up: Three');
    expect(titles()).toEqual(['One', 'Three', 'Two']);
    expect(within(dialog).getByRole('button', { name: 'Move up: Three' })).toHaveFocus();
    expect(within(dialog).getByRole('status')).toHaveTextContent('“Three” is now 2 of 3.');
    await press('Move up: One');
    expect(titles()).toEqual(['One', 'Three', 'Two']);
    await press('Rename: Two');
    await user.keyboard('Zwei{Enter}');
    expect(state().ownViews?.[2]).toMatchObject({ id: 'two', title: 'Zwei' });
    await press('Delete: One');
    await press('Delete: Three');
    expect(titles()).toEqual(['Zwei']);
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Undo' })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(titles()).toEqual(['Three', 'Zwei']);
    await press('Undo');
    expect(titles()).toEqual(['One', 'Three', 'Zwei']);
  });

  it('say where the browser cannot keep them', async () => {
    const { user, state } = open({ storage: fullStorage() });
    await save(user, 'Mine');
    expect(await screen.findByRole('alert')).toHaveTextContent(/its storage is full or blocked/);
    expect(state().ownViews).toHaveLength(1);
  });

  it('go into the dataset’s file', async () => {
    const saved: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => {
          saved.push(blob);
          return 'blob:x';
        },
        revokeObjectURL: () => {},
      }),
    );
    const { user } = open();
    await save(user, 'Mine');
    await user.click(button(/^Save dataset file… *With your view$/));
    const file = JSON.parse(await saved[0]!.text()) as { views: { id: string }[] };
    expect(file.views.map(({ id }) => id)).toEqual(['year', 'spring', 'mine']);
    vi.unstubAllGlobals();
  });
});
