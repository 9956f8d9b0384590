import { beginBusy, markReady } from '../../io/document-signals';
import type { EventTable } from '../../model/event-table';
import { paintCanvas } from '../../paint/paint-canvas';
import { DARK, LIGHT } from '../../paint/palette';
import type { Capital } from '../../scene/capital';
import { shownUnitOf } from '../../scene/density-unit';
import { type EventBoxes, eventBoxes } from '../../scene/hit-test';
import type { Lane } from '../../scene/lanes';
import type { MeasureText, Scene } from '../../scene/scene';
import type { TimelinePicture } from '../../scene/timeline';
import type { SceneTheme, TimelineWords } from '../../scene/timeline-input';
import type { LayoutPeeks } from '../../scene/timeline-peeks';
import { clampView } from '../../scene/view-moves';
import { deriveTable, deriveVisibleRows } from '../../state/derive';
import { recordExtent, wholeSpan } from '../../state/record-extent';
import type { HistoryMode } from '../../state/state';
import type { AppStore } from '../../state/store';
import type { Span } from '../../time/day';
import { type Animation, animateView, ZOOM_MS } from './animate-view';
import type { LargePicture } from './large-picture';
import { pictureFacts } from './picture-facts';
import { createPictureSource, type LayoutLinks, type MakeBand } from './picture-source';
import { createHighlight } from './run-highlight';
import { createTransition } from './run-transition';

/** The list and the overlays follow when the picture has rested for so long. */
const SETTLE_MS = 90;
const SCROLL_MARGIN_PX = 12;

/** The picture at rest, for the accessible list and the overlays. */
export interface SettledPicture {
  readonly picture: TimelinePicture;
  readonly table: EventTable;
  readonly lanes: readonly Lane[];
  /** Matching rows in view, in time order. */
  readonly rows: Uint32Array;
  readonly boxes: EventBoxes;
  readonly view: Span;
  readonly widthPx: number;
}

export interface TimelineController {
  readonly store: AppStore;
  /** The picture painted last. */
  picture: () => TimelinePicture | undefined;
  size: () => { readonly widthPx: number; readonly heightPx: number };
  /** What is on screen, laid out light at another size, scrolled to its top; at least so high that no lane is cut. */
  still: (size: { readonly widthPx: number; readonly heightPx: number }) => Scene | undefined;
  settled: () => SettledPicture | undefined;
  onSettled: (listener: () => void) => () => void;
  /** The list and the overlays of a picture at rest are in the page. */
  confirm: (shown: SettledPicture) => void;
  setWords: (words: TimelineWords, measure: MeasureText) => void;
  setTheme: (theme: SceneTheme) => void;
  setHovered: (row: number | undefined) => void;
  /** From then on the chosen event's links are drawn. */
  setLinks: (layoutLinks: LayoutLinks) => void;
  /** From then on the lanes of two capitals are drawn; `null` for as ordinary ones. */
  setCapital: (capital: Capital | null) => void;
  /** Draws what came of forecasts; undefined for not. */
  setPeeks: (layoutPeeks: LayoutPeeks | undefined) => void;
  /** The strips over and under the lanes. */
  setBands: (bands: readonly MakeBand[]) => void;
  /** Something that they show has come. */
  redraw: () => void;
  /** From then on packed datasets are drawn. */
  setLarge: (create: (onChange: () => void) => LargePicture) => void;
  /** Moves lanes that overflow; false where there is nothing to scroll. */
  scrollLanes: (px: number) => boolean;
  /** Moves them so far that an event that stands in them is in view. */
  scrollTo: (row: number) => void;
  /** Shows a view at once, kept inside the record. */
  show: (view: Span, mode: HistoryMode) => void;
  /** Travels to a view; one step of the history. */
  travel: (view: Span, durationMs?: number) => void;
  /** Runs an animation of one's own; anything that begins later stops it. */
  run: (start: (end: () => void) => Animation) => void;
  stop: () => void;
  whole: () => Span | undefined;
  destroy: () => void;
}

/** Paints the picture whenever what it depends on changes, once a frame at most, and tells when it rests. */
export function createTimelineController(
  store: AppStore,
  host: HTMLElement,
  canvas: HTMLCanvasElement,
): TimelineController {
  const source = createPictureSource();
  const transition = createTransition();
  const highlight = createHighlight(() => request());
  const listeners = new Set<() => void>();
  let words: { words: TimelineWords; measure: MeasureText } | undefined;
  let theme: SceneTheme = 'light';
  let hoveredRow: number | undefined;
  let layoutLinks: LayoutLinks | undefined;
  let capital: Capital | null | undefined;
  let layoutPeeks: LayoutPeeks | undefined;
  let bands: readonly MakeBand[] = [];
  let large: LargePicture | undefined;
  let scrollPx = 0;
  let widthPx = 0;
  let heightPx = 0;
  let picture: TimelinePicture | undefined;
  let settled: SettledPicture | undefined;
  let confirmed: SettledPicture | undefined;
  /** What `settled` stands for; later ones may differ in what the pointer rests on. */
  let rested: TimelinePicture | undefined;
  let isLate = false;
  let isOnlyHover = true;
  let mayResize = true;
  let frame = 0;
  let settleTimer = 0;
  let settleAt = 0;
  let endBusy: (() => void) | undefined;
  let animation: Animation | undefined;
  let endAnimation: (() => void) | undefined;

  const request = () => {
    if (!words || widthPx === 0) return;
    endBusy ??= beginBusy();
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const schedule = () => {
    isOnlyHover = false;
    request();
  };
  const draw = () => {
    frame = 0;
    const state = store.getState();
    if (!words) return;
    // A filter may have brought or taken a row of chips: fit now rather than paint twice.
    if (mayResize) fit();
    mayResize = false;
    const highlightStrength = highlight.strengthOf(state.highlightedIds);
    const size = { widthPx, heightPx, scrollPx, theme };
    const next = source(state, { ...settingOf(words), ...size, highlightStrength });
    // Until the picture of a large set is ready the earlier one stays.
    const isComing = state.grouping === 'capital' && capital === undefined;
    isLate = next === undefined && (isComing || state.dataset?.packed !== undefined);
    const isAsRested = isOnlyHover && !isLate && picture !== undefined && picture === rested;
    isOnlyHover = true;
    if (!isLate) picture = next;
    if (next && picture) {
      const context = canvas.getContext('2d');
      const scene = transition.of(picture, deriveTable(state));
      if (transition.isRunning()) frame = requestAnimationFrame(draw);
      const pixelRatio = window.devicePixelRatio || 1;
      if (context)
        paintCanvas(context, scene, {
          palette: theme === 'dark' ? DARK : LIGHT,
          pixelRatio,
        });
    }
    // The page stays as it was till the as-of line rests, and so do the list and the overlays.
    if (state.asOfMoving) return;
    if (isAsRested) {
      // The list and the overlays would be the same.
      rested = picture;
      window.setTimeout(rest, 0);
      return;
    }
    // A view that moves will move on; any other change is done at once.
    settleIn(settled && settled.view !== state.view ? SETTLE_MS : 0);
  };
  const settingOf = (written: { words: TimelineWords; measure: MeasureText }) => ({
    ...written,
    hoveredRow,
    layoutLinks,
    capital,
    layoutPeeks,
    bands,
    large,
  });
  const still: TimelineController['still'] = (size) => {
    if (!words) return undefined;
    const setting = {
      ...settingOf(words),
      scrollPx: 0,
      theme: 'light',
      hoveredRow: undefined,
      highlightStrength: 0,
    } as const;
    const next = source(store.getState(), { ...setting, ...size });
    const cutPx = next ? Math.ceil(next.lanesHeightPx - next.groundPx) : 0;
    if (cutPx <= 0) return next?.scene;
    return source(store.getState(), { ...setting, ...size, heightPx: size.heightPx + cutPx })
      ?.scene;
  };
  /** A timer that runs already is let run, and then waits for what is left: new ones take their time in each frame. */
  const settleIn = (ms: number) => {
    settleAt = performance.now() + ms;
    if (settleTimer !== 0 && ms > 0) return;
    window.clearTimeout(settleTimer);
    settleTimer = window.setTimeout(settle, ms);
  };
  const settle = () => {
    settleTimer = 0;
    // Once that frame is painted it begins anew.
    if (frame !== 0 || transition.isRunning() || isLate || store.getState().asOfMoving) return;
    const leftMs = settleAt - performance.now();
    if (leftMs > 1) {
      settleTimer = window.setTimeout(settle, leftMs);
      return;
    }
    const state = store.getState();
    const rows = deriveVisibleRows(state);
    const table = deriveTable(state);
    if (picture && rows && table && state.view) {
      const { lanes } = picture;
      settled = {
        picture,
        table,
        lanes,
        rows,
        boxes: eventBoxes(picture.hits),
        view: state.view,
        widthPx,
      };
      rested = picture;
      tellFacts(settled);
      for (const listener of listeners) listener();
    }
    // React puts counts in place by tasks of its own, which come before the task after the next frame.
    window.requestAnimationFrame(() => window.setTimeout(rest, 0));
  };
  const rest = () => {
    if (frame !== 0 || animation || picture?.placement.isPending?.()) return;
    // The list still shows an earlier picture, or what is painted has not come to rest yet.
    if (isLate || settled !== confirmed || rested !== picture) return;
    if (settled) markReady();
    endBusy?.();
    endBusy = undefined;
  };
  const stop = () => {
    animation?.stop();
    animation = undefined;
    endAnimation?.();
    endAnimation = undefined;
  };
  /** True where the canvas took on a new size; it is blank then. */
  const fit = (): boolean => {
    const { clientWidth, clientHeight } = host;
    if (clientWidth === widthPx && clientHeight === heightPx) return false;
    widthPx = clientWidth;
    heightPx = clientHeight;
    const pixelRatio = window.devicePixelRatio || 1;
    canvas.width = Math.round(widthPx * pixelRatio);
    canvas.height = Math.round(heightPx * pixelRatio);
    return true;
  };
  const resize = () => {
    if (!fit()) return;
    // Paint before the browser does.
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
    isOnlyHover = false;
    if (words && widthPx > 0) {
      endBusy ??= beginBusy();
      draw();
    }
  };
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  const unsubscribe = store.subscribe(({ view }, before) => {
    // To ask for the size has the browser lay out the page; where view and page change at once, the observer tells.
    if (view === before.view) mayResize = true;
    schedule();
  });
  const whole = () => {
    const { dataset } = store.getState();
    return dataset && wholeSpan(recordExtent(dataset));
  };
  const show = (view: Span, mode: HistoryMode) => {
    const limits = whole();
    if (limits) store.getState().setView(clampView(view, limits), mode);
  };
  const run = (start: (end: () => void) => Animation) => {
    stop();
    endAnimation = beginBusy();
    let ended = false;
    const started = start(() => {
      ended = true;
      stop();
      schedule();
    });
    if (!ended) animation = started;
  };
  const scrollLanes = (px: number): boolean => {
    const most = Math.max(0, (picture?.lanesHeightPx ?? 0) - (picture?.groundPx ?? 0));
    const next = Math.min(most, Math.max(0, scrollPx + px));
    if (most === 0) return false;
    if (next !== scrollPx) {
      scrollPx = next;
      schedule();
    }
    return true;
  };
  return {
    store,
    picture: () => picture,
    size: () => ({ widthPx, heightPx }),
    still,
    settled: () => settled,
    onSettled: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    confirm: (shown) => {
      confirmed = shown;
      window.setTimeout(rest, 0);
    },
    setWords: (next, measure) => {
      words = { words: next, measure };
      schedule();
    },
    setTheme: (next) => {
      theme = next;
      schedule();
    },
    setLarge: (create) => {
      large = create(schedule);
      schedule();
    },
    setPeeks: (next) => {
      layoutPeeks = next;
      schedule();
    },
    redraw: schedule,
    setBands: (next) => {
      bands = next;
      schedule();
    },
    setCapital: (next) => {
      capital = next;
      schedule();
    },
    setLinks: (next) => {
      layoutLinks = next;
      schedule();
    },
    setHovered: (row) => {
      if (row === hoveredRow) return;
      hoveredRow = row;
      request();
    },
    scrollLanes,
    scrollTo: (row) => {
      const box = settled?.boxes.get(row);
      if (!box || !picture) return;
      const { groundTopPx: top, groundPx } = picture;
      const [over, under] = [box.y - top, box.y + box.height - top - groundPx];
      if (over < 0) scrollLanes(over - SCROLL_MARGIN_PX);
      else if (under > 0) scrollLanes(under + SCROLL_MARGIN_PX);
    },
    show,
    travel: (view, durationMs = ZOOM_MS) => {
      const from = store.getState().view;
      const limits = whole();
      if (!from || !limits) return;
      const to = clampView(view, limits);
      let mode: HistoryMode = 'push';
      run((end) =>
        animateView({ from, to, durationMs }, (between, isLast) => {
          store.getState().setView(between, mode);
          mode = 'replace';
          if (isLast) end();
        }),
      );
    },
    run,
    stop,
    whole,
    destroy: () => {
      stop();
      highlight.stop();
      observer.disconnect();
      unsubscribe();
      cancelAnimationFrame(frame);
      window.clearTimeout(settleTimer);
      endBusy?.();
    },
  };
}

function tellFacts({ picture, rows, table, view, widthPx }: SettledPicture): void {
  let namedCount = 0;
  for (const row of picture.shown) {
    const isInView =
      (table.startDay[row] ?? 0) < view.endDay && (table.endDay[row] ?? 0) > view.startDay;
    if (isInView) namedCount++;
  }
  const { regime: drawn } = picture;
  const isDense = drawn !== 'marks' && picture.placement.densityOf !== undefined;
  const pxPerDay = widthPx / (view.endDay - view.startDay);
  const regime = drawn !== 'marks' && isDense ? shownUnitOf(drawn, pxPerDay) : drawn;
  pictureFacts.set({ eventCount: rows.length, namedCount, regime, isDense });
}
