import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { busyWith } from '../../io/document-signals';
import { paintCanvas } from '../../paint/paint-canvas';
import { DARK, LIGHT } from '../../paint/palette';
import { type YearCounts, yearCounts } from '../../query/histogram';
import { layoutOverview, type OverviewLayout } from '../../scene/overview';
import { yearsPerColumn } from '../../scene/overview-bins';
import type { TenorPoint } from '../../scene/overview-tenor';
import { asOfDayOf } from '../../state/derive';
import { recordExtent, wholeSpan } from '../../state/record-extent';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import { yearsText, yearText } from '../../time/date-words';
import { civilOf, type Span } from '../../time/day';
import { useAppState } from '../app-store';
import { loadFontsFor } from '../fonts';
import { useMasks, useMatching, useTable } from '../use-derived';
import { useServiceYears } from '../use-service-facts';
import { createMeasure } from './measure-text';
import styles from './Timeline.module.css';
import type { TimelineController } from './timeline-controller';
import { useIsDark } from './use-is-dark';
import { useOverviewBrush } from './use-overview-brush';

const SLIM_PX = 52;

/** The whole record by years, with a brush on what is in view. */
export function Overview({ controller }: { readonly controller: TimelineController }) {
  const { t } = useTranslation('timeline');
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(host);
  const measure = useMeasure();
  const language = useAppState((state) => state.language);
  const dataset = useAppState((state) => state.dataset);
  const hasView = useAppState((state) => state.view !== undefined);
  const asOfDay = useAppState(asOfDayOf);
  const isSlim = useAppState((state) => state.railFolded);
  const isDark = useIsDark();
  const years = useYears();
  const tenor = useTenorPoints(size.widthPx);
  const counts = useMemo(() => {
    if (!years) return undefined;
    const { firstYear, years: count, domains, counts: flat } = years;
    const perDomain = Array.from({ length: domains }, (_, domain) =>
      Uint32Array.from({ length: count }, (__, year) => flat[year * domains + domain] ?? 0),
    );
    return { firstYear, years: count, perDomain };
  }, [years]);
  const total = useMemo(
    () => counts?.perDomain.reduce((sum, each) => sum + each.reduce((a, b) => a + b, 0), 0) ?? 0,
    [counts],
  );
  const overview = useMemo(() => {
    if (!counts || !dataset || !measure || size.widthPx === 0) return undefined;
    const extent = wholeSpan(recordExtent(dataset));
    return layoutOverview({
      counts,
      extent,
      widthPx: size.widthPx,
      heightPx: size.heightPx,
      asOfDay,
      ...(tenor && { tenor }),
      lang: language,
      title: extentText(extent, language),
      note: t('overview.title', {
        count: total,
        column: t(`overview.column.${yearsPerColumn(counts.years, size.widthPx)}`),
      }),
      measure,
    });
  }, [counts, dataset, measure, size, asOfDay, tenor, language, t, total]);
  const shown = usePainted({ controller, host, canvas, overview, isDark, hasView });
  useOverviewBrush(host, controller, shown);
  const ratio = typeof window === 'undefined' ? 1 : window.devicePixelRatio || 1;
  return (
    <div
      ref={host}
      className={styles.overview}
      data-slim={isSlim || size.heightPx === SLIM_PX || undefined}
      role="group"
      aria-label={t('overview.label')}
    >
      <canvas
        ref={canvas}
        className={styles.canvas}
        width={Math.round(size.widthPx * ratio)}
        height={Math.round(size.heightPx * ratio)}
        aria-hidden="true"
      />
      {overview && hasView && (
        <>
          <Handle controller={controller} end="startDay" label={t('overview.start')} />
          <Handle controller={controller} end="endDay" label={t('overview.end')} />
        </>
      )}
    </div>
  );
}

interface Painting {
  readonly controller: TimelineController;
  readonly host: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly overview: ReturnType<typeof layoutOverview> | undefined;
  readonly isDark: boolean;
  readonly hasView: boolean;
}

/** A brush that moves by less looks the same, as most do while a pan goes over a few days. */
const SEEN_PX = 0.1;

/** Has canvas and handles follow the view frame by frame, with no render; gives what is painted. */
function usePainted({ controller, host, canvas, overview, isDark, hasView }: Painting) {
  const shown = useRef<OverviewLayout>(undefined);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const { store } = controller;
    shown.current = undefined;
    if (!context || !overview || !hasView) return;
    const palette = isDark ? DARK : LIGHT;
    const handles = host.current?.querySelectorAll<HTMLElement>('[role="slider"]') ?? [];
    let frame = 0;
    const paint = () => {
      frame = 0;
      const { view } = store.getState();
      if (!view) return;
      const next = overview(view);
      const { x0, x1 } = next.brush;
      const before = shown.current?.brush;
      if (before && Math.abs(x0 - before.x0) + Math.abs(x1 - before.x1) < SEEN_PX) return;
      shown.current = next;
      paintCanvas(context, next.scene, { palette, pixelRatio: window.devicePixelRatio || 1 });
      for (const handle of handles) {
        handle.style.transform = `translateX(${handle.dataset['end'] === 'endDay' ? x1 : x0}px)`;
      }
    };
    paint();
    const unsubscribe = store.subscribe((state, { view }) => {
      if (state.view !== view && frame === 0) frame = requestAnimationFrame(paint);
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [controller, host, canvas, overview, isDark, hasView]);
  return shown;
}

/** A click on a filter is answered by the picture first, and a large dataset's worker counts for it. */
function useYears(): YearCounts | undefined {
  const table = useDeferredValue(useTable());
  const masks = useDeferredValue(useMasks());
  const service = useServiceYears();
  const isLarge = service !== undefined;
  const counted = useMemo(
    () => (isLarge || !table || !masks ? undefined : yearCounts(table, masks)),
    [isLarge, table, masks],
  );
  return service ? service.answer : counted;
}

/** The tenor's points where it is shown; its code comes then. */
function useTenorPoints(widthPx: number): readonly TenorPoint[] | undefined {
  const isShown = useAppState((state) => state.tenor);
  const table = useDeferredValue(useTable());
  const matching = useDeferredValue(useMatching());
  const filter = useAppState((state) => state.filter);
  const [source, setSource] = useState<typeof import('../tenor/overview-tenor-points')>();
  useEffect(() => {
    if (!isShown) return;
    // Without it the strip goes without the line.
    busyWith(import('../tenor/overview-tenor-points')).then(setSource, () => undefined);
  }, [isShown]);
  const remote = isShown && table ? source?.remoteTenorOf(table, filter) : undefined;
  const version = useSyncExternalStore(remote?.subscribe ?? unchanging, remote?.version ?? zero);
  return useMemo(() => {
    if (!isShown || !source || !table || !matching || widthPx === 0) return undefined;
    const strip = { extent: wholeSpan(recordExtent(table.dataset)), widthPx };
    // A version is a number of what has come by then.
    return remote && version >= 0
      ? source.remotePointsOf(remote, strip)
      : source.tenorPointsOf(table, matching, strip);
  }, [isShown, source, table, matching, widthPx, remote, version]);
}

const unchanging = () => () => undefined;
const zero = () => 0;

interface HandleProps {
  readonly controller: TimelineController;
  readonly end: 'startDay' | 'endDay';
  readonly label: string;
}

const STEP_SHARE = 0.05;

/** One end of the view as a slider for the keyboard; the pointer drags the brush as a whole. */
function Handle({ controller, end, label }: HandleProps) {
  const language = useAppState((state) => state.language);
  const { store } = controller;
  // What it says follows the view at rest.
  const view = useSyncExternalStore(
    controller.onSettled,
    () => controller.settled()?.view ?? store.getState().view,
  );
  const dataset = useAppState((state) => state.dataset);
  if (!view || !dataset) return null;
  const whole = wholeSpan(recordExtent(dataset));
  const day = end === 'startDay' ? Math.floor(view.startDay) : Math.ceil(view.endDay) - 1;
  const move = (share: number) => {
    const now = store.getState().view ?? view;
    const days = share * Math.max(1, (now.endDay - now.startDay) * STEP_SHARE);
    const next: Span = { ...now, [end]: now[end] + days };
    if (next.endDay - next.startDay >= 1) controller.show(next, 'replace');
  };
  return (
    <div
      className={styles.handle}
      style={{ left: 0, translate: end === 'startDay' ? '-100% 0' : undefined }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={whole.startDay}
      aria-valuemax={whole.endDay - 1}
      aria-valuenow={day}
      aria-valuetext={formatDay(day, language, 'long')}
      data-end={end}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(by);
      }}
    />
  );
}

export function extentText({ startDay, endDay }: Span, language: Language): string {
  const [first, last] = [civilOf(startDay).year, civilOf(endDay - 1).year];
  return first === last ? yearText(first, language) : yearsText(first, last, language);
}

function useSize(host: React.RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ widthPx: 0, heightPx: 0 });
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [host]);
  return size;
}

/** Measures once the fonts for numbers and a few words are there; before that there is no overview. */
function useMeasure() {
  const { t } = useTranslation('timeline');
  const [measure, setMeasure] = useState<ReturnType<typeof createMeasure>>();
  useEffect(() => {
    let isOver = false;
    const start = async () => {
      await busyWith(
        loadFontsFor([
          '0123456789–〜年紀元前西暦',
          t('overview.title', { count: 2, column: t('overview.column.100') }),
        ]),
      );
      if (!isOver) setMeasure(() => createMeasure());
    };
    void start();
    return () => {
      isOver = true;
    };
  }, [t]);
  return measure;
}
