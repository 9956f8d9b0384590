import { type RefObject, useEffect } from 'react';
import type { OverviewLayout } from '../../scene/overview';
import type { Day, Span } from '../../time/day';
import type { TimelineController } from './timeline-controller';

const GRAB_PX = 12;
const TOUCH_GRAB_PX = 22;
/** A press that hardly moves draws no brush: it centres the view there. */
const DRAW_FROM_PX = 4;

type Drag =
  | { readonly kind: 'move'; readonly fromDay: Day; readonly view: Span }
  | { readonly kind: 'start' | 'end'; readonly view: Span }
  | { readonly kind: 'draw'; readonly fromDay: Day; readonly fromX: number };

/** Moves, resizes or draws the brush anew; a double click shows all. */
export function useOverviewBrush(
  host: RefObject<HTMLElement | null>,
  controller: TimelineController,
  latest: RefObject<OverviewLayout | undefined>,
): void {
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let drag: Drag | undefined;
    let isFirst = true;
    const xOf = (event: PointerEvent) => event.clientX - element.getBoundingClientRect().left;
    const onDown = (event: PointerEvent) => {
      const { view } = controller.store.getState();
      if (event.button !== 0 || !latest.current || !view) return;
      controller.stop();
      const grabPx = event.pointerType === 'touch' ? TOUCH_GRAB_PX : GRAB_PX;
      drag = beginDrag(latest.current, view, { x: xOf(event), grabPx });
      isFirst = true;
      element.setPointerCapture(event.pointerId);
    };
    const onMove = (event: PointerEvent) => {
      if (!drag || !latest.current) return;
      const next = viewOf(drag, latest.current, xOf(event));
      if (!next) return;
      controller.show(next, isFirst ? 'push' : 'replace');
      isFirst = false;
    };
    const onUp = (event: PointerEvent) => {
      if (drag?.kind === 'draw' && Math.abs(xOf(event) - drag.fromX) < DRAW_FROM_PX) {
        const { view } = controller.store.getState();
        const half = view ? (view.endDay - view.startDay) / 2 : 0;
        controller.travel({ startDay: drag.fromDay - half, endDay: drag.fromDay + half });
      }
      drag = undefined;
    };
    const onDoubleClick = () => {
      const whole = controller.whole();
      if (whole) controller.travel(whole);
    };
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
    element.addEventListener('dblclick', onDoubleClick);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
      element.removeEventListener('dblclick', onDoubleClick);
    };
  }, [host, controller, latest]);
}

function beginDrag(
  { brush, dayOfX }: OverviewLayout,
  view: Span,
  { x, grabPx }: { readonly x: number; readonly grabPx: number },
): Drag {
  const toStart = Math.abs(x - brush.x0);
  const toEnd = Math.abs(x - brush.x1);
  // Handles lie outside the frame: inside a narrow one a press moves it.
  const isInside = x > brush.x0 + 1 && x < brush.x1 - 1;
  const isWide = brush.x1 - brush.x0 > 2 * grabPx;
  if (Math.min(toStart, toEnd) <= grabPx && (!isInside || isWide)) {
    return { kind: toStart < toEnd ? 'start' : 'end', view };
  }
  if (isInside) return { kind: 'move', fromDay: dayOfX(x), view };
  return { kind: 'draw', fromDay: dayOfX(x), fromX: x };
}

function viewOf(drag: Drag, { dayOfX }: OverviewLayout, x: number): Span | undefined {
  const day = dayOfX(x);
  switch (drag.kind) {
    case 'move': {
      const by = day - drag.fromDay;
      return { startDay: drag.view.startDay + by, endDay: drag.view.endDay + by };
    }
    case 'start':
      return ordered(day, drag.view.endDay);
    case 'end':
      return ordered(drag.view.startDay, day);
    case 'draw':
      return Math.abs(x - drag.fromX) < DRAW_FROM_PX ? undefined : ordered(drag.fromDay, day);
  }
}

function ordered(a: Day, b: Day): Span {
  return { startDay: Math.min(a, b), endDay: Math.max(a, b, Math.min(a, b) + 1) };
}
