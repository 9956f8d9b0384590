import { type RefObject, useEffect, useRef } from 'react';
import { deriveMatching, deriveTable } from '../../state/derive';
import { selectNext, selectPrevious } from '../detail/step-selection';
import { findLaneStop, type LaneStop } from './lane-stop';
import { timelineActions } from './timeline-actions';
import type { TimelineController } from './timeline-controller';

/** A tenth of the view, or with Shift as much as it shows. */
const PAN_SHARE = 0.1;

type List = RefObject<HTMLUListElement | null>;
/** Asks for the focus on an event that may not be in view yet. */
type Seek = (eventId: string) => void;

interface Place {
  readonly controller: TimelineController;
  readonly list: List;
  readonly onSeek: Seek;
  readonly lastStop: RefObject<LaneStop | undefined>;
}

/** Keys of the picture, as the table of keys in the app says. Keys that move the view wait for the focus to be there. */
export function useTimelineKeys(
  controller: TimelineController | undefined,
  list: List,
  onSeek: Seek,
): void {
  const lastStop = useRef<LaneStop>(undefined);
  useEffect(() => {
    if (!controller) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (isBusyElsewhere(target)) return;
      // A click on the picture puts the focus on what surrounds the list.
      const isHere = list.current?.contains(target) === true || target.contains(list.current);
      if (act({ controller, list, onSeek, lastStop }, event, isHere)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [controller, list, onSeek]);
}

/** Where letters are typed, and in dialogs, menus and sliders, keys have their own meaning. */
export function isBusyElsewhere(target: HTMLElement): boolean {
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="dialog"], [role="menu"], [role="listbox"], [role="slider"], [role="spinbutton"]',
    ) !== null
  );
}

/** True where the key was meant for the timeline. */
function act(place: Place, event: KeyboardEvent, isHere: boolean): boolean {
  const { controller } = place;
  const share = event.shiftKey ? 1 : PAN_SHARE;
  switch (event.key) {
    case '+':
    case '=':
      timelineActions.zoomBy(2);
      return true;
    case '-':
    case '_':
      timelineActions.zoomBy(0.5);
      return true;
    case '0':
      timelineActions.showAll();
      return true;
    case 'n':
      return step(controller, selectNext);
    case 'p':
      return step(controller, selectPrevious);
    case 'Escape':
      return escape(controller);
    default:
      return isHere && moveHere(place, event.key, share);
  }
}

function moveHere(place: Place, key: string, share: number): boolean {
  switch (key) {
    case 'ArrowLeft':
      timelineActions.panBy(-share);
      return true;
    case 'ArrowRight':
      timelineActions.panBy(share);
      return true;
    case 'ArrowUp':
      return focusNextLane(place, -1);
    case 'ArrowDown':
      return focusNextLane(place, 1);
    case 'Home':
      return goToEnd(place, 0);
    case 'End':
      return goToEnd(place, -1);
    default:
      return false;
  }
}

type Step = typeof selectNext;

/** From the event that is open, else from the one that has the focus, else from the edge of the view. */
function step(controller: TimelineController, next: Step): boolean {
  const state = controller.store.getState();
  const table = deriveTable(state);
  const rows = deriveMatching(state)?.rows;
  const id = table && rows && next(table, rows, state.selectedId ?? focusedEvent(), state.view);
  if (id !== undefined) state.select(id);
  return true;
}

function goToEnd({ controller, onSeek }: Place, at: 0 | -1): boolean {
  const state = controller.store.getState();
  const matching = deriveMatching(state);
  const row = matching?.rowAt(at < 0 ? matching.count - 1 : 0);
  const id = row === undefined ? undefined : deriveTable(state)?.idOf(row);
  if (id === undefined) return true;
  timelineActions.reveal(id);
  onSeek(id);
  return true;
}

/** First the event closes, then the range goes. */
function escape(controller: TimelineController): boolean {
  const { selectedId, rangeSelection, select, selectRange } = controller.store.getState();
  if (selectedId !== undefined) select(undefined);
  else if (rangeSelection) selectRange(undefined);
  else return false;
  return true;
}

/** Moves the focus to the event nearest in time in the lane above or below. */
function focusNextLane({ controller, list, lastStop }: Place, by: 1 | -1): boolean {
  const settled = controller.settled();
  if (!settled || !list.current) return false;
  const { lanes, table, view } = settled;
  const focused = focusedEvent();
  const row = focused === undefined ? undefined : table.rowOf(focused);
  const stop = findLaneStop({ lanes, table, view, row, last: lastStop.current, by });
  const id = stop && table.idOf(stop.row);
  if (id === undefined) return true;
  lastStop.current = stop;
  const buttons = [...list.current.querySelectorAll<HTMLElement>('[data-event]')];
  buttons.find((button) => button.dataset['event'] === id)?.focus();
  return true;
}

function focusedEvent(): string | undefined {
  return document.activeElement?.getAttribute('data-event') ?? undefined;
}
