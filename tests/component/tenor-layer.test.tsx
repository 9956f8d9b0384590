import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { tenorWindowAt } from '../../src/query/tenor-window';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { AppStoreProvider } from '../../src/ui/app-store';
import { startMessages } from '../../src/ui/i18n';
import { TenorLayer, type TenorLayerProps } from '../../src/ui/tenor/TenorLayer';
import { isoDay, tableOf } from '../support/model-dataset';

const table = tableOf(
  {
    events: [
      { id: 'shock', title: { en: 'Shock', ja: 'ショック' }, tenor: -2, importance: 5 },
      { id: 'talks', title: { en: 'Talks', ja: '協議' }, tenor: 1, importance: 1 },
      { id: 'plan', title: { en: 'Plan', ja: '計画' }, tenor: 2, status: 'scheduled' },
    ].map((given) => ({
      date: '2022-07-02',
      domains: ['security'],
      kind: 'meeting',
      parties: ['JP', 'US'],
      ...given,
    })),
  },
  '2023-01-01',
);

function show(given: Partial<TenorLayerProps> = {}, language: 'en' | 'ja' = 'en') {
  const store = createAppStore({
    today: isoDay('2023-01-01'),
    language,
    theme: 'light',
    opening: EMPTY_URL,
  });
  startMessages(language);
  return render(
    <AppStoreProvider store={store}>
      <TenorLayer
        table={table}
        view={{ startDay: isoDay('2022-01-01'), endDay: isoDay('2023-01-01') }}
        widthPx={730}
        topPx={42}
        ribbon={{
          heightPx: 130,
          window: tenorWindowAt(2),
          hits: [{ kind: 'tenor-method', box: { x: 200, y: 45, width: 24, height: 24 } }],
        }}
        pointedX={undefined}
        {...given}
      />
    </AppStoreProvider>,
  );
}

describe('the tenor for those who ask', () => {
  it('is read day by day with the keys, with the events that make it up', async () => {
    show();
    await userEvent.tab();
    await userEvent.tab();
    const reader = screen.getByRole('slider', { name: 'Tenor, day by day' });
    expect(reader).toHaveFocus();
    expect(reader).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(
        /^2 July 2022: −1\.5 \(Strong conflict\), give or take \d\.\d\. From 2 events, the strongest: Shock \(Strong conflict\); Talks \(Cooperation\)$/,
      ),
    );
    await userEvent.keyboard('{Home}');
    expect(reader).toHaveAttribute('aria-valuetext', '1 January 2022: no events near this day');
    await userEvent.keyboard('{ArrowRight}');
    expect(reader).not.toHaveAttribute('aria-valuenow', String(isoDay('2022-01-01')));
    await userEvent.keyboard('{End}');
    expect(reader).toHaveAttribute('aria-valuenow', String(isoDay('2023-01-01')));
  });

  it('says the same in Japanese', () => {
    show({}, 'ja');
    const reader = screen.getByRole('slider', { name: '日ごとの関係の調子' });
    expect(reader.getAttribute('aria-valuetext')).toMatch(
      /^2022年7月2日：−1\.5（強い対立）、誤差±\d\.\d。2件の出来事から。影響の大きい順：ショック（強い対立）、協議（協調）$/,
    );
  });

  it('is told where the pointer rests, with shares, and of the filter’s events only', () => {
    const isIn = (row: number) => table.idOf(row) === 'talks';
    const { unmount } = show({ pointedX: 365 });
    expect(screen.getByText('Shock')).toBeInTheDocument();
    expect(screen.getByText('83 %')).toBeInTheDocument();
    expect(screen.queryByText('Plan')).toBeNull();
    unmount();
    show({ pointedX: 365, isIn });
    expect(screen.queryByText('Shock')).toBeNull();
    expect(screen.getByText('100 %')).toBeInTheDocument();
  });

  it('shows nothing over a gap', () => {
    show({ pointedX: 10 });
    expect(screen.queryByText(/From/)).toBeNull();
  });

  it('opens its method from a button, and closes it again', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'How the tenor is estimated' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('Now: window of');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
