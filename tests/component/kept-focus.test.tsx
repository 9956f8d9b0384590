import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useKeptFocus } from '../../src/ui/shell/use-kept-focus';

afterEach(cleanup);

interface PageProps {
  readonly chips: readonly string[];
  readonly events: readonly string[];
}

function Page({ chips, events }: PageProps) {
  useKeptFocus('home');
  return (
    <div data-keeps-focus="">
      {chips.length > 0 && (
        <div>
          {chips.map((chip) => (
            <button key={chip} type="button">
              {chip}
            </button>
          ))}
        </div>
      )}
      <div id="home" tabIndex={-1}>
        <ul key={events.join()}>
          {events.map((id, i) => (
            <li key={id}>
              <button type="button" data-event={id} tabIndex={i === 0 ? 0 : -1}>
                {id}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const NOTHING: PageProps = { chips: [], events: [] };

/** Focuses a button of the first page, shows the second, and tells where the focus is then. */
async function focusAfter(name: string, before: PageProps, after: PageProps) {
  const { rerender } = render(<Page {...before} />);
  act(() => screen.getByRole('button', { name }).focus());
  rerender(<Page {...after} />);
  await act(async () => {
    await Promise.resolve();
  });
  return document.activeElement;
}

test('a removed chip hands the focus to the next one', async () => {
  const chips = ['Security', 'Summit'];
  const focused = await focusAfter(
    'Security',
    { ...NOTHING, chips },
    { ...NOTHING, chips: ['Summit'] },
  );
  expect(focused?.textContent).toBe('Summit');
});

test('the last chip hands the focus to the timeline', async () => {
  const focused = await focusAfter('Security', { ...NOTHING, chips: ['Security'] }, NOTHING);
  expect(focused?.id).toBe('home');
});

test('an event that is drawn anew keeps the focus', async () => {
  const focused = await focusAfter(
    'b',
    { ...NOTHING, events: ['a', 'b'] },
    { ...NOTHING, events: ['a', 'b', 'c'] },
  );
  expect(focused?.textContent).toBe('b');
});

test('an event that has left the view hands the focus to the timeline’s stop', async () => {
  const focused = await focusAfter(
    'b',
    { ...NOTHING, events: ['a', 'b'] },
    { ...NOTHING, events: ['c', 'd'] },
  );
  expect(focused?.textContent).toBe('c');
});
