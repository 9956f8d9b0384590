import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RangeSelection } from '../../src/ui/timeline/RangeSelection';
import type { SettledPicture, TimelineController } from '../../src/ui/timeline/timeline-controller';
import { day, openShellPage } from '../support/shell-page';

it('has the focus on its button when the export opens, so that the dialog can give it back', () => {
  const view = { startDay: day('2023-01-01'), endDay: day('2024-01-01') };
  let focused: Element | null = null;
  const { store } = openShellPage(
    <RangeSelection
      controller={{} as TimelineController}
      settled={{ view, widthPx: 1000 } as SettledPicture}
      onExport={() => {
        focused = document.activeElement;
      }}
    />,
  );
  act(() => {
    store.getState().selectRange({ startDay: day('2023-03-01'), endDay: day('2023-04-01') });
  });
  const button = screen.getByRole('button', { name: 'Export range' });
  // As Safari does: a click without focus.
  fireEvent.click(button);
  expect(focused).toBe(button);
});
