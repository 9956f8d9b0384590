import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3-zoom';
import { findHit } from '../../scene/hit-test';
import { dayOfX, projectionOf } from '../../scene/projection';
import type { Hit } from '../../scene/timeline-input';
import { clampView, panBy, zoomAbout } from '../../scene/view-moves';
import type { Span } from '../../time/day';
import { animateInertia } from './animate-view';
import type { TimelineController } from './timeline-controller';

export interface PointerPlace {
  readonly x: number;
  readonly y: number;
  /** A finger is there, which covers what lies under and below it. */
  readonly isTouch?: boolean;
}

export interface GestureHandlers {
  /** A click or tap that was no drag. */
  readonly onPick: (hit: Hit | undefined, place: PointerPlace) => void;
  readonly onHover: (hit: Hit | undefined, place: PointerPlace) => void;
  /** Days under a drag of the as-of line; `isFirst` begins a step of the history. Gives whether it changed the as-of day. */
  readonly onAsOf: (day: number, drag: { isFirst: boolean; snaps: boolean }) => boolean;
  /** The hand that drags it rests, or lets go. */
  readonly onAsOfRest: () => void;
  /** A Shift-drag, in fractional days. */
  readonly onRange: (span: Span) => void;
}

const INERTIA_FROM_PX = 2;
/** How far from what it is for a finger may come down. */
const TOUCH_SLACK_PX = 18;
/** From the as-of line less, as it crosses all that may be panned. */
const TOUCH_LINE_SLACK_PX = 10;
/** Notches of a wheel come as 100 px or so; a trackpad's pinch as a few. */
const MOST_WHEEL_PX = 60;

/** Binds mouse, wheel and touch. d3-zoom knows a transform whose k is px a day and whose x is that of day 0. */
export function bindGestures(
  controller: TimelineController,
  host: HTMLElement,
  handlers: GestureHandlers,
): () => void {
  const { store } = controller;
  const selection = select<HTMLElement, unknown>(host);
  const placeOf = (event: { clientX: number; clientY: number }): PointerPlace => {
    const box = host.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const hitAt = ({ x, y }: PointerPlace, slackPx?: number) =>
    findHit(controller.picture()?.hits ?? [], x, y, slackPx);
  const viewOf = (transform: ZoomTransform): Span => {
    const { widthPx } = controller.size();
    return { startDay: transform.invertX(0), endDay: transform.invertX(widthPx) };
  };
  const transformOf = (view: Span): ZoomTransform => {
    const { pxPerDay: k } = projectionOf(view, controller.size().widthPx);
    return zoomIdentity.translate(-view.startDay * k, 0).scale(k);
  };
  const constrain = (transform: ZoomTransform): ZoomTransform => {
    const limits = controller.whole();
    return limits ? transformOf(clampView(viewOf(transform), limits)) : transform;
  };

  let track: TrackPoint[] = [];
  let fingerY: number | undefined;
  const behavior = zoom<HTMLElement, unknown>()
    .filter((event: Event) => isForZoom(event, hitAt, placeOf))
    .wheelDelta((event: WheelEvent) => {
      const px = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      return -Math.max(-MOST_WHEEL_PX, Math.min(MOST_WHEEL_PX, px)) * 0.009;
    })
    .clickDistance(4)
    .tapDistance(8)
    .constrain(constrain)
    .on('start', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      controller.stop();
      track = [];
      fingerY = undefined;
      if (event.sourceEvent?.type === 'mousedown') host.dataset['dragging'] = 'true';
    })
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (!event.sourceEvent) return;
      const { x, k } = event.transform;
      // Zooming moves day 0, years away, by more than any hand does.
      if (track.at(-1)?.k !== k) track = [];
      track = [...track.slice(-5), { x, k, ms: event.sourceEvent.timeStamp }];
      const source = event.sourceEvent as MouseEvent | TouchEvent;
      if ('touches' in source) {
        const y = source.touches.length === 1 ? source.touches[0]?.clientY : undefined;
        if (fingerY !== undefined && y !== undefined) controller.scrollLanes(fingerY - y);
        fingerY = y;
      } else if (source.type === 'mousemove') controller.scrollLanes(-source.movementY);
      store.getState().setView(viewOf(event.transform), 'replace');
    })
    .on('end', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      delete host.dataset['dragging'];
      const type = event.sourceEvent?.type ?? '';
      if (type === 'mouseup' || type === 'touchend')
        glide(controller, track, event.sourceEvent.timeStamp);
    });
  const sync = () => {
    const { view } = store.getState();
    const { widthPx } = controller.size();
    if (!view || widthPx === 0) return;
    const limits = controller.whole();
    const most = widthPx;
    const least = limits ? projectionOf(limits, widthPx).pxPerDay : 0;
    behavior.scaleExtent([least, most]);
    const next = transformOf(view);
    const now = zoomTransform(host);
    if (now.k !== next.k || now.x !== next.x) selection.property('__zoom', next);
  };
  const doubleClick = (event: MouseEvent) => {
    const { view } = store.getState();
    const { widthPx } = controller.size();
    if (!view || hitAt(placeOf(event))?.kind === 'as-of') return;
    event.preventDefault();
    const about = dayOfX(view, widthPx, placeOf(event).x);
    controller.travel(zoomAbout(view, event.shiftKey ? 0.5 : 2, about));
  };
  const unsubscribe = store.subscribe(sync);
  const observer = new ResizeObserver(sync);
  observer.observe(host);
  selection.call(behavior).on('dblclick.zoom', doubleClick);
  const unbind = [
    bindWheel(controller, host),
    bindDrags(controller, host, { handlers, hitAt, placeOf }),
    bindHover(host, { handlers, hitAt, placeOf }),
  ];
  sync();
  return () => {
    unsubscribe();
    observer.disconnect();
    selection.on('.zoom', null);
    for (const each of unbind) each();
  };
}

type HitAt = (place: PointerPlace, slackPx?: number) => Hit | undefined;
type PlaceOf = (event: { clientX: number; clientY: number }) => PointerPlace;
interface Finders {
  readonly handlers: GestureHandlers;
  readonly hitAt: HitAt;
  readonly placeOf: PlaceOf;
}

/** Wheels without Ctrl or ⌘ scroll, Shift picks a range, and the as-of line has its own drag. */
function isForZoom(event: Event, hitAt: HitAt, placeOf: PlaceOf): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (event instanceof MouseEvent) {
    if (event.type === 'dblclick') return true;
    return (
      event.button === 0 &&
      !event.shiftKey &&
      !event.ctrlKey &&
      hitAt(placeOf(event))?.kind !== 'as-of'
    );
  }
  if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) {
    const touch = event.touches[0];
    if (event.touches.length > 1 || !touch) return true;
    return hitAt(placeOf(touch), TOUCH_LINE_SLACK_PX)?.kind !== 'as-of';
  }
  return true;
}

/** Where day 0 was at a moment of a drag, in px, at `k` px a day. */
interface TrackPoint {
  readonly x: number;
  readonly k: number;
  readonly ms: number;
}

/** The pan goes on at the speed of the last moments of the drag. */
function glide(controller: TimelineController, track: readonly TrackPoint[], nowMs: number): void {
  const first = track[0];
  const last = track.at(-1);
  if (!first || !last || nowMs - last.ms > 60 || last.ms - first.ms < 4) return;
  const speed = ((last.x - first.x) / (last.ms - first.ms)) * (1000 / 60);
  if (Math.abs(speed) < INERTIA_FROM_PX) return;
  controller.run((end) =>
    animateInertia(
      speed,
      (px) => {
        const { view } = controller.store.getState();
        if (view) controller.show(panBy(view, -px / controller.size().widthPx), 'replace');
      },
      end,
    ),
  );
}

/** The wheel scrolls time; with Shift, lanes that overflow. In a page within a page it waits for the focus. */
function bindWheel(controller: TimelineController, host: HTMLElement): () => void {
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (window.parent !== window && !host.contains(document.activeElement)) return;
    const { view } = controller.store.getState();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const px =
      (Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY) * unit;
    if (!view || px === 0) return;
    event.preventDefault();
    controller.stop();
    if (event.shiftKey && controller.scrollLanes(px)) return;
    controller.show(panBy(view, px / controller.size().widthPx), 'replace');
  };
  host.addEventListener('wheel', onWheel, { passive: false });
  return () => {
    host.removeEventListener('wheel', onWheel);
  };
}

/** A hand that drags the as-of line and stays for so long rests. */
const REST_MS = 90;

/** Drags of the as-of line, and with Shift of a range. */
function bindDrags(
  controller: TimelineController,
  host: HTMLElement,
  finders: Finders,
): () => void {
  const { handlers, hitAt, placeOf } = finders;
  let drag: { kind: 'as-of' | 'range'; startDay: number; moved: boolean } | undefined;
  let resting = 0;
  const dayAt = (event: PointerEvent) => {
    const { view } = controller.store.getState();
    return view ? dayOfX(view, controller.size().widthPx, placeOf(event).x) : 0;
  };
  const onDown = (event: PointerEvent) => {
    controller.stop();
    if (event.button !== 0) return;
    const slackPx = event.pointerType === 'touch' ? TOUCH_LINE_SLACK_PX : undefined;
    const isAsOf = hitAt(placeOf(event), slackPx)?.kind === 'as-of';
    if (!isAsOf && !(event.shiftKey && event.pointerType === 'mouse')) return;
    drag = { kind: isAsOf ? 'as-of' : 'range', startDay: dayAt(event), moved: false };
    host.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const onMove = (event: PointerEvent) => {
    if (!drag) return;
    const day = dayAt(event);
    if (drag.kind === 'as-of') {
      const isFirst = !drag.moved;
      drag.moved = handlers.onAsOf(day, { isFirst, snaps: event.altKey }) || drag.moved;
      window.clearTimeout(resting);
      resting = window.setTimeout(handlers.onAsOfRest, REST_MS);
    } else
      handlers.onRange({
        startDay: Math.min(day, drag.startDay),
        endDay: Math.max(day, drag.startDay),
      });
  };
  const onUp = () => {
    window.clearTimeout(resting);
    if (drag?.kind === 'as-of') handlers.onAsOfRest();
    drag = undefined;
  };
  host.addEventListener('pointerdown', onDown);
  host.addEventListener('pointermove', onMove);
  host.addEventListener('pointerup', onUp);
  host.addEventListener('pointercancel', onUp);
  return () => {
    onUp();
    host.removeEventListener('pointerdown', onDown);
    host.removeEventListener('pointermove', onMove);
    host.removeEventListener('pointerup', onUp);
    host.removeEventListener('pointercancel', onUp);
  };
}

const LONG_PRESS_MS = 450;
/** A finger that is held still trembles by so much. */
const TREMBLE_PX = 8;

/** Hover, click, and the long press that stands in for hover by touch. */
function bindHover(host: HTMLElement, { handlers, hitAt, placeOf }: Finders): () => void {
  let press = 0;
  let pressed = false;
  let touched: PointerPlace | undefined;
  const endPress = () => {
    window.clearTimeout(press);
  };
  const onMove = (event: PointerEvent) => {
    const place = placeOf(event);
    if (event.pointerType === 'touch') {
      const { x, y } = touched ?? place;
      if (Math.hypot(place.x - x, place.y - y) > TREMBLE_PX) endPress();
      return;
    }
    endPress();
    if (event.buttons === 0) handlers.onHover(hitAt(place), place);
  };
  const onLeave = (event: PointerEvent) => {
    // A finger that is lifted leaves too, and what it asked to see stays to be read.
    if (event.pointerType !== 'touch') handlers.onHover(undefined, { x: 0, y: 0 });
  };
  const onDown = (event: PointerEvent) => {
    pressed = false;
    endPress();
    handlers.onHover(undefined, { x: 0, y: 0 });
    touched = undefined;
    // Two fingers zoom.
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const place = { ...placeOf(event), isTouch: true };
    touched = place;
    press = window.setTimeout(() => {
      pressed = true;
      handlers.onHover(hitAt(place, TOUCH_SLACK_PX), place);
    }, LONG_PRESS_MS);
  };
  const onClick = (event: MouseEvent) => {
    // Buttons on the canvas act for themselves.
    if (event.shiftKey || (event.target as Element).closest('button, [role="dialog"]')) return;
    const place = placeOf(event);
    const hit = hitAt(place, touched && TOUCH_SLACK_PX);
    // What the pointer reads on tenor and cadence has no other way to a finger.
    if (touched && hit?.kind === 'band') handlers.onHover(hit, { ...place, isTouch: true });
    handlers.onPick(hit, place);
  };
  /** The end of a long press is no tap, on an event's button either. */
  const onAnyClick = (event: MouseEvent) => {
    if (!pressed) return;
    pressed = false;
    event.stopPropagation();
    event.preventDefault();
  };
  host.addEventListener('pointermove', onMove);
  host.addEventListener('pointerleave', onLeave);
  host.addEventListener('pointerdown', onDown);
  host.addEventListener('pointerup', endPress);
  host.addEventListener('pointercancel', endPress);
  host.addEventListener('click', onAnyClick, true);
  host.addEventListener('click', onClick);
  return () => {
    endPress();
    host.removeEventListener('pointermove', onMove);
    host.removeEventListener('pointerleave', onLeave);
    host.removeEventListener('pointerdown', onDown);
    host.removeEventListener('pointerup', endPress);
    host.removeEventListener('pointercancel', endPress);
    host.removeEventListener('click', onAnyClick, true);
    host.removeEventListener('click', onClick);
  };
}
