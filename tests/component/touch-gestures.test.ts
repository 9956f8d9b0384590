import { act, fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../src/scene/timeline-input';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import type { Span } from '../../src/time/day';
import { bindGestures, type GestureHandlers } from '../../src/ui/timeline/gestures';
import type { TimelineController } from '../../src/ui/timeline/timeline-controller';

type Finger = readonly [x: number, y: number];

const SIZE = { widthPx: 400, heightPx: 600 };
const MARK: Hit = { kind: 'event', row: 7, box: { x: 100, y: 100, width: 8, height: 8 } };
const LINE: Hit = { kind: 'as-of', box: { x: 295, y: 0, width: 10, height: 600 } };
const STRIP: Hit = { kind: 'band', band: 'tenor', box: { x: 0, y: 390, width: 200, height: 40 } };
const VIEW = { startDay: 19_000, endDay: 19_400 };

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'maxTouchPoints');
  document.body.replaceChildren();
});

/** A picture 400 px wide of 400 days, with a mark, the as-of line and a button over it, in reach of fingers. */
function openPicture() {
  Object.defineProperty(navigator, 'maxTouchPoints', { value: 5, configurable: true });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const store = createAppStore({
    opening: EMPTY_URL,
    today: 20_000,
    language: 'en',
    theme: 'light',
  });
  const host = document.body.appendChild(document.createElement('div'));
  const button = host.appendChild(document.createElement('button'));
  const scrolled: number[] = [];
  const runs: unknown[] = [];
  let ms = 0;
  const controller = {
    store,
    picture: () => ({ hits: [LINE, MARK, STRIP] }),
    size: () => SIZE,
    whole: () => ({ startDay: -10_000, endDay: 30_000 }),
    scrollLanes: (px: number) => scrolled.push(px) > 0,
    run: (start: unknown) => runs.push(start),
    stop: () => undefined,
    show: (view: Span) => store.getState().setView(view, 'replace'),
  } as unknown as TimelineController;
  store.getState().setView(VIEW, 'replace');
  const handlers = {
    onPick: vi.fn<GestureHandlers['onPick']>(),
    onHover: vi.fn<GestureHandlers['onHover']>(),
    onAsOf: vi.fn<GestureHandlers['onAsOf']>(() => true),
    onAsOfRest: vi.fn(),
    onRange: vi.fn(),
  };
  bindGestures(controller, host, handlers);
  const touch = (type: string, fingers: readonly Finger[], changed = fingers) => {
    const asTouches = (all: readonly Finger[]) =>
      all.map(([clientX, clientY], identifier) => ({ identifier, clientX, clientY, target: host }));
    const event = new TouchEvent(type, { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'touches', { value: asTouches(fingers) });
    Object.defineProperty(event, 'changedTouches', { value: asTouches(changed) });
    // A frame from one to the next.
    Object.defineProperty(event, 'timeStamp', { value: (ms += 16) });
    Object.defineProperty(event, 'view', { value: window });
    act(() => void host.dispatchEvent(event));
  };
  const finger = (type: string, [clientX, clientY]: Finger) => {
    const init = { bubbles: true, clientX, clientY };
    const event = Object.assign(new MouseEvent(type, init), {
      pointerType: 'touch',
      isPrimary: true,
    });
    fireEvent(host, event);
  };
  return { store, host, button, handlers, touch, finger, scrolled, runs };
}

describe('by touch', () => {
  it('a finger that goes up scrolls the lanes down, and one that goes sideways the time', () => {
    const { store, touch, scrolled } = openPicture();
    touch('touchstart', [[200, 300]]);
    touch('touchmove', [[200, 280]]);
    touch('touchmove', [[180, 250]]);
    expect(scrolled.reduce((sum, px) => sum + px, 0)).toBe(30);
    expect(store.getState().view).toEqual({ startDay: 19_020, endDay: 19_420 });
  });

  it('two fingers zoom about the day between them, and nothing flies on when they are lifted', () => {
    const { store, touch, scrolled, runs } = openPicture();
    const pinch = (px: number): Finger[] => [
      [200 - px, 300],
      [200 + px, 300],
    ];
    touch('touchstart', pinch(50));
    for (const px of [60, 70, 80, 90, 100]) touch('touchmove', pinch(px));
    touch('touchend', [], pinch(100));
    expect(store.getState().view?.startDay).toBeCloseTo(19_100, 3);
    expect(store.getState().view?.endDay).toBeCloseTo(19_300, 3);
    expect(scrolled).toEqual([]);
    expect(runs).toEqual([]);
  });

  it('a tap meets a mark from as far as a finger is wide, and a mouse does not', () => {
    const { host, handlers, finger } = openPicture();
    finger('pointerdown', [104, 124]);
    fireEvent.click(host, { clientX: 104, clientY: 124 });
    expect(handlers.onPick).toHaveBeenLastCalledWith(MARK, expect.anything());
    fireEvent.pointerDown(host, { clientX: 104, clientY: 124 });
    fireEvent.click(host, { clientX: 104, clientY: 124 });
    expect(handlers.onPick).toHaveBeenLastCalledWith(undefined, expect.anything());
  });

  it('a tap on a strip tells what is there, which a mouse is told by pointing', () => {
    const { host, handlers, finger } = openPicture();
    finger('pointerdown', [50, 400]);
    fireEvent.click(host, { clientX: 50, clientY: 400 });
    const place = { x: 50, y: 400, isTouch: true };
    expect(handlers.onHover).toHaveBeenLastCalledWith(STRIP, place);
    fireEvent.pointerDown(host, { clientX: 50, clientY: 400 });
    fireEvent.click(host, { clientX: 50, clientY: 400 });
    expect(handlers.onHover).toHaveBeenLastCalledWith(undefined, { x: 0, y: 0 });
  });

  it('a long press shows what lies there, though the finger trembles, and opens nothing when it is lifted', () => {
    vi.useFakeTimers();
    const { button, handlers, finger } = openPicture();
    const clicked = vi.fn();
    button.addEventListener('click', clicked);
    finger('pointerdown', [104, 104]);
    finger('pointermove', [107, 102]);
    vi.advanceTimersByTime(600);
    expect(handlers.onHover).toHaveBeenLastCalledWith(MARK, { x: 104, y: 104, isTouch: true });
    fireEvent.click(button);
    expect(clicked).not.toHaveBeenCalled();
    finger('pointerdown', [104, 104]);
    fireEvent.click(button);
    expect(clicked).toHaveBeenCalledTimes(1);
  });

  it('a finger that moves off shows nothing', () => {
    vi.useFakeTimers();
    const { handlers, finger } = openPicture();
    finger('pointerdown', [104, 104]);
    finger('pointermove', [130, 104]);
    vi.advanceTimersByTime(600);
    expect(handlers.onHover).not.toHaveBeenCalledWith(MARK, expect.anything());
  });

  it('the as-of line is dragged from beside it, and the picture does not move with it', () => {
    const { store, host, handlers, touch, finger } = openPicture();
    host.setPointerCapture = () => undefined;
    finger('pointerdown', [312, 400]);
    touch('touchstart', [[312, 400]]);
    finger('pointermove', [340, 400]);
    touch('touchmove', [[340, 400]]);
    expect(handlers.onAsOf).toHaveBeenCalledWith(19_340, { isFirst: true, snaps: false });
    expect(store.getState().view).toEqual(VIEW);
  });
});
