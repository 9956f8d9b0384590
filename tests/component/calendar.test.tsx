import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/model/calendar';
import type { Dataset } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';
import type { Language } from '../../src/state/state';
import { DetailPanel } from '../../src/ui/detail/DetailPanel';
import { loadMessages } from '../../src/ui/i18n';
import { Preferences } from '../../src/ui/shell/Preferences';
import timed from '../fixtures/timed-events.json' with { type: 'json' };
import { openShellPage } from '../support/shell-page';

function timedDataset(): Dataset {
  const { dataset } = parseDataset(timed);
  if (!dataset) throw new Error('no dataset');
  return dataset;
}

/** What the detail of an event says beside a term. */
async function openDetail(id: string, calendar?: string, language: Language = 'en') {
  await loadMessages(language);
  const { store } = openShellPage(<DetailPanel />, { language, dataset: timedDataset() });
  act(() => {
    store.getState().setCalendarOf(calendarOf);
    store.getState().setCalendar(calendar);
    store.getState().select(id);
  });
  const panel = screen.getByRole('complementary');
  return (term: string) =>
    within(panel).queryByText(term, { selector: 'dt' })?.nextElementSibling?.textContent;
}

describe('the detail of an event with a time of day', () => {
  it('tells the time at the place, and day and time in both capitals where the days differ', async () => {
    const fact = await openDetail('late-call');
    expect(fact('When')).toBe('18 August 202320:30 local time');
    expect(fact('Capitals')).toBe('18 Aug 20:30 Washington19 Aug 09:30 Tokyo');
  });

  it('tells them in Japanese', async () => {
    const fact = await openDetail('late-call', undefined, 'ja');
    expect(fact('日付')).toBe('2023年8月18日現地時間 20:30');
    expect(fact('両首都')).toBe('8月18日 20:30 ワシントン8月19日 09:30 東京');
  });

  it('tells the day of a chosen calendar, and beside it the one at the place', async () => {
    const fact = await openDetail('late-call', 'JP');
    expect(fact('When')).toBe('19 August 202309:30 Tokyo time18 Aug, 20:30 at the place');
    expect(fact('Capitals')).toBe('18 Aug 20:30 Washington19 Aug 09:30 Tokyo');
  });

  it('says nothing more where the calendar is the place’s own', async () => {
    const fact = await openDetail('early-call', 'JP');
    expect(fact('When')).toBe('19 August 202308:00 local time');
  });

  it('tells an event without a time as before, on every calendar', async () => {
    const fact = await openDetail('dated-only', 'JP');
    expect(fact('When')).toBe('18 August 2023');
    expect(fact('Capitals')).toBe('18 Aug Washington18–19 Aug Tokyo');
  });

  it('knows no day elsewhere of a time without a zone', async () => {
    const fact = await openDetail('nowhere', 'JP');
    expect(fact('When')).toBe('18 August 202323:00 local time');
    expect(fact('Capitals')).toBeUndefined();
  });
});

describe('the choice of a calendar', () => {
  it('is offered by the names of the capitals, and chosen', async () => {
    const { store, user } = openShellPage(<Preferences onShowKeys={() => undefined} />, {
      dataset: timedDataset(),
    });
    await user.click(screen.getByRole('button', { name: 'Preferences' }));
    const group = await screen.findByRole('radiogroup', { name: 'Calendar' });
    const names = within(group).getAllByRole('radio');
    expect(names.map(({ textContent }) => textContent)).toEqual(['Place', 'Tokyo', 'Washington']);
    expect(within(group).getByRole('radio', { name: 'Place' })).toBeChecked();
    const step = store.getState().historyStep;
    await user.click(within(group).getByRole('radio', { name: 'Tokyo' }));
    expect(store.getState().calendar).toBe('JP');
    expect(store.getState().historyStep).toBe(step + 1);
    await user.click(within(group).getByRole('radio', { name: 'Place' }));
    expect(store.getState().calendar).toBeUndefined();
  });

  it('is not offered where no event has a time of day', async () => {
    const { user } = openShellPage(<Preferences onShowKeys={() => undefined} />);
    await user.click(screen.getByRole('button', { name: 'Preferences' }));
    await screen.findByRole('radio', { name: 'Dark' });
    // What would be offered comes a moment later.
    await waitFor(() => expect(document.documentElement).not.toHaveAttribute('data-busy'));
    expect(screen.queryByRole('radiogroup', { name: 'Calendar' })).toBeNull();
  });
});
