import {
  lazy,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { beginBusy, busyWith } from '../../io/document-signals';
import { findNearestChange } from '../../model/change-days';
import { clusterSize } from '../../scene/hit-test';
import type { Hit } from '../../scene/timeline-input';
import { middleOf, panBy, revealSpan, zoomAbout } from '../../scene/view-moves';
import { useAppState, useAppStore } from '../app-store';
import { loadFontsFor } from '../fonts';
import { Later } from '../Later';
import { useViewPrint } from '../print/use-view-print';
import { useMatching, useTable } from '../use-derived';
import { ClusterSheet } from './ClusterSheet';
import { EdgeHints } from './EdgeHints';
import { EventList } from './EventList';
import type { GestureHandlers, PointerPlace } from './gestures';
import { HoverTip } from './HoverTip';
import { createMeasure } from './measure-text';
import { Overview } from './Overview';
import { viewThatParts } from './part-cluster';
import { pictureTexts } from './picture-texts';
import { RangeSelection } from './RangeSelection';
import styles from './Timeline.module.css';
import { timelineActions } from './timeline-actions';
import {
  createTimelineController,
  type SettledPicture,
  type TimelineController,
} from './timeline-controller';
import { useBands } from './use-bands';
import { useIsDark } from './use-is-dark';
import { usePeeks } from './use-peeks';
import { useSceneWords } from './use-scene-words';
import { useTimelineKeys } from './use-timeline-keys';

const HOVER_MS = 150;

/** Comes while the dataset does: the picture can be painted before it can be moved. */
const loadGestures = () => import('./gestures');
loadGestures().catch(() => undefined);

export interface TimelineProps {
  /** Opens the export of the selected range. */
  readonly onExport: () => void;
  /** What a dataset without events offers instead. */
  readonly emptyActions: ReactNode;
}

/** What the pointer rests on. */
export interface Pointed {
  readonly hit: Hit;
  readonly place: PointerPlace;
}

/** The picture with its gestures and keys, the list of its events for those who cannot see it, and the overview. */
export function Timeline({ onExport, emptyActions }: TimelineProps) {
  const { t } = useTranslation('timeline');
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [controller, setController] = useState<TimelineController>();
  const [pointed, setPointed] = useState<Pointed>();
  const [opened, setOpened] = useState<Pointed>();
  const store = useAppStore();
  const table = useTable();
  useEffect(() => {
    if (!host.current || !canvas.current) return;
    const made = createTimelineController(store, host.current, canvas.current);
    setController(made);
    return () => {
      made.destroy();
    };
  }, [store]);
  const closeSheet = useCallback(() => setOpened(undefined), []);
  useWordsAndFonts(controller);
  useGestures(controller, host, { setPointed, setOpened });
  useActions(controller);
  useBands(controller);
  usePeeks(controller);
  const { soughtId, seek, endSeek } = useSought();
  useTimelineKeys(controller, list, seek);
  const latest = useSyncExternalStore(
    controller?.onSettled ?? neverSettled,
    controller?.settled ?? noPicture,
  );
  // Hundreds of buttons follow the picture in steps that leave room for frames.
  const settled = useDeferredValue(latest);
  useEffect(() => {
    if (settled) controller?.confirm(settled);
  }, [controller, settled]);
  useViewPrint(controller, settled !== undefined);
  const isCurrent = settled && table === settled.table;
  return (
    <section className={styles.region} aria-label={t('region')}>
      <div ref={host} className={styles.host} data-testid="timeline-canvas">
        <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
        {controller && isCurrent && (
          <EventList
            settled={settled}
            table={settled.table}
            listRef={list}
            soughtId={soughtId}
            onFound={endSeek}
            onReach={controller.scrollTo}
          />
        )}
        {controller && settled && (
          <>
            <RangeSelection controller={controller} settled={settled} onExport={onExport} />
            <EdgeHints settled={settled} emptyActions={emptyActions} />
          </>
        )}
        <TenorOverlay settled={settled} pointed={pointed} />
        <CadenceOverlay settled={settled} pointed={pointed} />
        {pointed && settled && !opened && <HoverTip pointed={pointed} widthPx={settled.widthPx} />}
        {opened && <ClusterSheet opened={opened} onClose={closeSheet} />}
      </div>
      {controller && <Overview controller={controller} />}
    </section>
  );
}

const TenorLayer = lazy(async () => ({
  default: (await import('../tenor/TenorLayer')).TenorLayer,
}));

interface OverlayProps {
  readonly settled: SettledPicture | undefined;
  readonly pointed: Pointed | undefined;
}

/** What can be asked of the tenor ribbon, where it is shown. */
function TenorOverlay({ settled, pointed }: OverlayProps) {
  const matching = useMatching();
  const isIn = useMemo(() => matching && ((row: number) => matching.has(row)), [matching]);
  const shown = settled?.picture.bands.find(({ tenor }) => tenor)?.tenor;
  if (!settled || !shown) return null;
  const isPointed = pointed?.hit.kind === 'band' && pointed.hit.band === 'tenor';
  return (
    <Later>
      <TenorLayer
        table={settled.table}
        isIn={isIn}
        view={settled.view}
        widthPx={settled.widthPx}
        topPx={shown.topPx}
        ribbon={shown.ribbon}
        pointedX={isPointed ? pointed.place.x : undefined}
      />
    </Later>
  );
}

const loadCadenceLayer = () => import('../cadence/CadenceLayer');
const CadenceLayer = lazy(async () => ({ default: (await loadCadenceLayer()).CadenceLayer }));

/** What can be asked of the cadence strip, where it is shown. */
function CadenceOverlay({ settled, pointed }: OverlayProps) {
  const shown = settled?.picture.bands.find(({ cadence }) => cadence)?.cadence;
  if (!settled || !shown) return null;
  const isPointed = pointed?.hit.kind === 'band' && pointed.hit.band === 'cadence';
  return (
    <Later>
      <CadenceLayer
        {...shown}
        table={settled.table}
        widthPx={settled.widthPx}
        pointedX={isPointed ? pointed.place.x : undefined}
      />
    </Later>
  );
}

/** Opens the event of a tick. */
async function pickOccasion(controller: TimelineController, x: number): Promise<void> {
  const shown = controller.picture()?.bands.find(({ cadence }) => cadence)?.cadence;
  if (!shown) return;
  const row = (await loadCadenceLayer()).findOccasion(shown.strip, x);
  if (row !== undefined) controller.store.getState().select(idOf(controller, row));
}

/** The event that shall have the focus as soon as it is in the list; whatever the reader does next ends that. */
function useSought() {
  const [soughtId, setSoughtId] = useState<string>();
  const endSeek = useCallback(() => setSoughtId(undefined), []);
  useEffect(() => {
    if (soughtId === undefined) return;
    document.addEventListener('keydown', endSeek, true);
    document.addEventListener('pointerdown', endSeek, true);
    return () => {
      document.removeEventListener('keydown', endSeek, true);
      document.removeEventListener('pointerdown', endSeek, true);
    };
  }, [soughtId, endSeek]);
  return { soughtId, seek: setSoughtId, endSeek };
}

const neverSettled = () => () => undefined;
const noPicture = () => undefined;

/** Gives the controller its words, once the fonts for all that it may write are there. */
function useWordsAndFonts(controller: TimelineController | undefined): void {
  const language = useAppState((state) => state.language);
  const dataset = useAppState((state) => state.dataset);
  const words = useSceneWords(language);
  const isDark = useIsDark();
  useEffect(() => {
    if (!controller) return;
    let isOver = false;
    const start = async () => {
      await busyWith(loadFontsFor(pictureTexts(dataset, language, words)));
      if (!isOver) controller.setWords(words, createMeasure());
    };
    void start();
    return () => {
      isOver = true;
    };
  }, [controller, dataset, language, words]);
  useEffect(() => {
    controller?.setTheme(isDark ? 'dark' : 'light');
  }, [controller, isDark]);
  const isByCapital = useAppState((state) => state.grouping === 'capital');
  useEffect(() => {
    if (!controller || !isByCapital) return;
    const bring = async () => {
      const end = beginBusy();
      try {
        controller.setCapital((await import('../../scene/capital')).capital);
      } catch {
        // Lanes as of any other grouping say as much.
        controller.setCapital(null);
      }
      end();
    };
    void bring();
  }, [controller, isByCapital]);
  const isPacked = dataset?.packed !== undefined;
  useEffect(() => {
    if (!controller || !isPacked) return;
    const bring = async () => {
      const end = beginBusy();
      try {
        controller.setLarge((await import('./large-picture')).createLargePicture);
      } catch {
        // Without the code a large set has no picture; the notice of the failed load says so.
      }
      end();
    };
    void bring();
  }, [controller, isPacked]);
}

interface PointerSetters {
  readonly setPointed: (pointed: Pointed | undefined) => void;
  readonly setOpened: (opened: Pointed | undefined) => void;
}

function useGestures(
  controller: TimelineController | undefined,
  host: React.RefObject<HTMLDivElement | null>,
  { setPointed, setOpened }: PointerSetters,
): void {
  const store = useAppStore();
  useEffect(() => {
    const element = host.current;
    if (!controller || !element) return;
    let timer = 0;
    const forget = () => {
      window.clearTimeout(timer);
      timer = 0;
      setPointed(undefined);
    };
    // A view that moves takes away what the pointer rests on.
    const unsubscribe = store.subscribe(({ view }, before) => {
      if (view !== before.view && timer !== 0) forget();
    });
    const handlers: GestureHandlers = {
      onHover: (hit, place) => {
        forget();
        element.dataset['over'] = hit?.kind ?? '';
        controller.setHovered(hit && 'row' in hit ? hit.row : undefined);
        if (hit && hit.kind !== 'as-of') {
          timer = window.setTimeout(() => setPointed({ hit, place }), HOVER_MS);
        }
      },
      onPick: (hit, place) => {
        setPointed(undefined);
        setOpened(undefined);
        const only = hit && onlyRowOf(hit);
        if (only !== undefined) store.getState().select(idOf(controller, only));
        if (hit?.kind === 'band' && hit.band === 'cadence') void pickOccasion(controller, place.x);
        if (hit?.kind === 'later') timelineActions.reveal(idOf(controller, hit.row) ?? '');
        if (hit?.kind === 'cluster' && only === undefined && !zoomInto(controller, hit))
          setOpened({ hit, place });
      },
      onAsOf: (day, { isFirst, snaps }) => {
        const { dataset, today, asOf, moveAsOf } = store.getState();
        const exact = Math.round(day) - 1;
        const snapped = snaps && dataset ? findNearestChange(dataset, exact) : exact;
        moveAsOf(snapped >= today ? undefined : snapped, isFirst ? 'push' : 'replace');
        return store.getState().asOf !== asOf;
      },
      onAsOfRest: () => store.getState().restAsOf(),
      onRange: (span) => {
        const startDay = Math.floor(span.startDay);
        const endDay = Math.max(startDay + 1, Math.ceil(span.endDay));
        store.getState().selectRange({ startDay, endDay });
      },
    };
    const unbind = bindOnceLoaded(controller, element, handlers);
    return () => {
      window.clearTimeout(timer);
      unsubscribe();
      unbind();
    };
  }, [controller, host, store, setPointed, setOpened]);
}

/** Gives back an end, whether the code has come by then or not. */
function bindOnceLoaded(
  controller: TimelineController,
  host: HTMLElement,
  handlers: GestureHandlers,
): () => void {
  let isOver = false;
  let unbind: (() => void) | undefined;
  const bind = async () => {
    const end = beginBusy();
    try {
      const { bindGestures } = await loadGestures();
      if (!isOver) unbind = bindGestures(controller, host, handlers);
    } catch {
      // Keys and buttons move the picture still.
    }
    end();
  };
  void bind();
  return () => {
    isOver = true;
    unbind?.();
  };
}

function idOf(controller: TimelineController, row: number): string | undefined {
  return controller.settled()?.table.idOf(row);
}

/** The event that a hit stands for alone. */
function onlyRowOf(hit: Hit): number | undefined {
  if (hit.kind === 'event') return hit.row;
  return hit.kind === 'cluster' && clusterSize(hit) === 1 ? hit.rows[0] : undefined;
}

/** Zooms until events part; false where they all lie on one day or no zoom would part them. */
function zoomInto(controller: TimelineController, hit: Extract<Hit, { kind: 'cluster' }>): boolean {
  const table = controller.settled()?.table;
  const whole = controller.whole();
  const { view } = controller.store.getState();
  const target = table && whole && view && viewThatParts(table, hit, { view, whole });
  if (!target) return false;
  controller.travel(target);
  return true;
}

/** What the toolbar, the detail and the keys ask of the timeline; and selection that lies outside the view moves it. */
function useActions(controller: TimelineController | undefined): void {
  useEffect(() => {
    if (!controller) return;
    const { store } = controller;
    timelineActions.register({
      zoomBy: (factor) => {
        const { view } = store.getState();
        if (view) controller.travel(zoomAbout(view, factor, middleOf(view)));
      },
      panBy: (share) => {
        const { view } = store.getState();
        if (view) controller.travel(panBy(view, share));
      },
      showAll: () => {
        const whole = controller.whole();
        if (whole) controller.travel(whole);
      },
      reveal: (id) => {
        const { view } = store.getState();
        const table = controller.settled()?.table;
        const row = table?.rowOf(id);
        if (!view || !table || row === undefined) return;
        const span = { startDay: table.startDay[row] ?? 0, endDay: table.endDay[row] ?? 0 };
        const target = revealSpan(view, span);
        if (target !== view) controller.travel(target);
      },
      run: controller.run,
    });
    const unsubscribe = store.subscribe(({ selectedId: id, view }, before) => {
      // What comes with a view of its own, as by Back, is shown in that view.
      if (id !== undefined && id !== before.selectedId && view === before.view)
        timelineActions.reveal(id);
    });
    return () => {
      unsubscribe();
      timelineActions.register(undefined);
    };
  }, [controller]);
  const hasLinks = useAppState(
    (state) => state.selectedId !== undefined || state.filter.road !== undefined,
  );
  useEffect(() => {
    if (!controller || !hasLinks) return;
    const bringLinks = async () => {
      const end = beginBusy();
      try {
        controller.setLinks((await import('../../scene/timeline-links')).layoutLinks);
      } catch {
        // The picture stands without arrows; the panel lists the links.
      }
      end();
    };
    void bringLinks();
  }, [controller, hasLinks]);
}
