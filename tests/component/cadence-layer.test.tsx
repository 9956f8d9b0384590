import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { cadenceOf } from '../../src/query/cadence';
import { layoutCadenceStrip } from '../../src/scene/cadence-strip';
import { projectionOf } from '../../src/scene/projection';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { AppStoreProvider } from '../../src/ui/app-store';
import { CadenceLayer, findOccasion } from '../../src/ui/cadence/CadenceLayer';
import { startMessages } from '../../src/ui/i18n';
import { isoDay, tableOf } from '../support/model-dataset';

const WIDTH_PX = 365;
const VIEW = { startDay: isoDay('2022-01-01'), endDay: isoDay('2023-01-01') };
const { xOf } = projectionOf(VIEW, WIDTH_PX);

const table = tableOf(
  {
    recordedThrough: '2022-09-01',
    events: [
      { id: 'first', title: { en: 'First talks', ja: '第1回協議' }, date: '2022-02-01' },
      { id: 'second', title: { en: 'Second talks', ja: '第2回協議' }, date: '2022-02-11' },
      { id: 'third', title: { en: 'Third talks', ja: '第3回協議' }, date: '2022-06-11' },
      {
        id: 'next',
        title: { en: 'Fourth talks', ja: '第4回協議' },
        date: '2022-12-01',
        status: 'scheduled',
        known: '2022-06-11',
      },
    ].map((given) => ({
      domains: ['security'],
      kind: 'meeting',
      parties: ['JP', 'US'],
      ...given,
    })),
  },
  '2022-09-01',
);
const cadence = cadenceOf(table, [0, 1, 2, 3]);
if (!cadence) throw new Error('no cadence');
const strip = layoutCadenceStrip({
  cadence,
  xOf,
  widthPx: WIDTH_PX,
  topPx: 500,
  lang: 'en',
  words: { lengthOf: String, silenceOf: String },
  measure: (text) => 6 * text.length,
});

function show(pointedX?: number, language: 'en' | 'ja' = 'en') {
  const store = createAppStore({
    today: isoDay('2022-09-01'),
    language,
    theme: 'light',
    opening: EMPTY_URL,
  });
  startMessages(language);
  const page = render(
    <AppStoreProvider store={store}>
      <CadenceLayer
        table={table}
        cadence={cadence as NonNullable<typeof cadence>}
        strip={strip}
        topPx={500}
        widthPx={WIDTH_PX}
        pointedX={pointedX}
      />
    </AppStoreProvider>,
  );
  return { store, ...page };
}

const at = (iso: string) => xOf(isoDay(iso) + 0.5);

describe('the cadence for those who ask', () => {
  it('is read one by one with the keys, and Enter opens the event', async () => {
    const { store } = show();
    await userEvent.tab();
    const reader = screen.getByRole('slider', { name: 'Cadence, one by one' });
    expect(reader).toHaveFocus();
    const said = () => reader.getAttribute('aria-valuetext');
    expect(said()).toBe('1 Feb 2022; First talks; the first');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(said()).toBe(
      '11 Jun 2022; Third talks; 3.9 months after the one before; the longest gap',
    );
    await userEvent.keyboard('{Enter}');
    expect(store.getState().selectedId).toBe('third');
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toMatch(/^Jun – Sep 2022; 2\.7 months so far/);
    await userEvent.keyboard('{End}');
    expect(said()).toBe('1 December 2022; Fourth talks; Scheduled');
    await userEvent.keyboard('{Home}');
    expect(said()).toMatch(/^1 Feb 2022/);
  });

  it('says the same in Japanese', () => {
    show(undefined, 'ja');
    expect(screen.getByRole('slider', { name: '間隔を一つずつ' })).toHaveAttribute(
      'aria-valuetext',
      '2022年2月1日。第1回協議。最初の回',
    );
  });

  it.each([
    ['2022-02-11', 'Second talks', '10 days after the one before'],
    ['2022-04-10', 'Third talks', '3.9 months between; the longest gap'],
    ['2022-12-01', 'Fourth talks', 'Scheduled'],
  ])('tells what the pointer rests on at %s', (iso, title, note) => {
    show(at(iso));
    expect(screen.getByText(title)).toBeVisible();
    expect(screen.getByText(note)).toBeVisible();
  });

  it('tells nothing where the pointer is elsewhere', () => {
    show();
    expect(screen.queryByText('First talks')).toBeNull();
  });

  it('has one event under a tick, and none under a gap', () => {
    expect(findOccasion(strip, at('2022-02-11'))).toBe(1);
    expect(findOccasion(strip, at('2022-12-01'))).toBe(3);
    expect(findOccasion(strip, at('2022-04-10'))).toBeUndefined();
  });
});
