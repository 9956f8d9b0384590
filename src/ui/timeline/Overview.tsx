import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paintCanvas } from '../../paint/paint-canvas';
import { DARK, LIGHT } from '../../paint/palette';
import { type YearCounts, yearCounts } from '../../query/histogram';
import { layoutOverview } from '../../scene/overview';
import { yearsPerColumn } from '../../scene/overview-bins';
import { asOfDayOf } from '../../state/derive';
import { recordExtent, wholeSpan } from '../../state/record-extent';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import { yearsText, yearText } from '../../time/date-words';
import { civilOf, type Span } from '../../time/day';
import { useAppState } from '../app-store';
import { loadFontsFor } from '../fonts';
import { useMasks, useTable } from '../use-derived';
import { useServiceFacts } from '../use-service-facts';
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
  const view = useAppState((state) => state.view);
  const asOfDay = useAppState(asOfDayOf);
  const isSlim = useAppState((state) => state.railFolded);
  const isDark = useIsDark();
  const years = useYears();
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
    if (!counts || !dataset || !view || !measure || size.widthPx === 0) return undefined;
    const extent = wholeSpan(recordExtent(dataset));
    return layoutOverview({
      counts,
      extent,
      view,
      widthPx: size.widthPx,
      heightPx: size.heightPx,
      asOfDay,
      lang: language,
      title: extentText(extent, language),
      note: t('overview.title', {
        count: total,
        column: t(`overview.column.${yearsPerColumn(counts.years, size.widthPx)}`),
      }),
      measure,
    });
  }, [counts, dataset, view, measure, size, asOfDay, language, t, total]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !overview) return;
    const pixelRatio = window.devicePixelRatio || 1;
    paintCanvas(context, overview.scene, { palette: isDark ? DARK : LIGHT, pixelRatio });
  }, [overview, isDark]);
  useOverviewBrush(host, controller, overview);
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
      {overview && view && (
        <>
          <Handle
            controller={controller}
            end="startDay"
            x={overview.brush.x0}
            label={t('overview.start')}
          />
          <Handle
            controller={controller}
            end="endDay"
            x={overview.brush.x1}
            label={t('overview.end')}
          />
        </>
      )}
    </div>
  );
}

const ANY_SPAN: Span = { startDay: 0, endDay: 1 };

/** A click on a filter is answered by the picture first, and a large dataset's worker counts for it. */
function useYears(): YearCounts | undefined {
  const table = useDeferredValue(useTable());
  const masks = useDeferredValue(useMasks());
  const service = useServiceFacts(ANY_SPAN);
  const isLarge = service !== undefined;
  const counted = useMemo(
    () => (isLarge || !table || !masks ? undefined : yearCounts(table, masks)),
    [isLarge, table, masks],
  );
  return service ? service.answer?.facts.years : counted;
}

interface HandleProps {
  readonly controller: TimelineController;
  readonly end: 'startDay' | 'endDay';
  readonly x: number;
  readonly label: string;
}

const STEP_SHARE = 0.05;

/** One end of the view as a slider for the keyboard; the pointer drags the brush as a whole. */
const Handle = memo(({ controller, end, x, label }: HandleProps) => {
  const language = useAppState((state) => state.language);
  const view = useAppState((state) => state.view);
  const dataset = useAppState((state) => state.dataset);
  if (!view || !dataset) return null;
  const whole = wholeSpan(recordExtent(dataset));
  const day = end === 'startDay' ? Math.floor(view.startDay) : Math.ceil(view.endDay) - 1;
  const move = (days: number) => {
    const next: Span = { ...view, [end]: view[end] + days };
    if (next.endDay - next.startDay >= 1) controller.show(next, 'replace');
  };
  return (
    <div
      className={styles.handle}
      style={{ left: x, translate: end === 'startDay' ? '-100% 0' : undefined }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={whole.startDay}
      aria-valuemax={whole.endDay - 1}
      aria-valuenow={day}
      aria-valuetext={formatDay(day, language, 'long')}
      data-end={end}
      onKeyDown={(event) => {
        const days = Math.max(1, (view.endDay - view.startDay) * STEP_SHARE);
        const by = { ArrowLeft: -days, ArrowDown: -days, ArrowRight: days, ArrowUp: days }[
          event.key
        ];
        if (by === undefined) return;
        event.preventDefault();
        move(by);
      }}
    />
  );
});

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
      await loadFontsFor([
        '0123456789–〜年紀元前西暦',
        t('overview.title', { count: 2, column: t('overview.column.100') }),
      ]);
      if (!isOver) setMeasure(() => createMeasure());
    };
    void start();
    return () => {
      isOver = true;
    };
  }, [t]);
  return measure;
}
