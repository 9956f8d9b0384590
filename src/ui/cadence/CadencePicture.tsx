import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paintCanvas } from '../../paint/paint-canvas';
import { DARK, LIGHT } from '../../paint/palette';
import type { Cadence } from '../../query/cadence';
import { layoutAxis } from '../../scene/axis';
import { CADENCE_STRIP_PX, layoutCadenceStrip } from '../../scene/cadence-strip';
import type { CadenceWords } from '../../scene/cadence-texts';
import { projectionOf } from '../../scene/projection';
import type { Font, MeasureText, Scene, SceneNode } from '../../scene/scene';
import type { Language } from '../../state/state';
import type { Span } from '../../time/day';
import { useAppState } from '../app-store';
import { loadFontsFor } from '../fonts';
import { createMeasure } from '../timeline/measure-text';
import { useIsDark } from '../timeline/use-is-dark';
import styles from './Cadence.module.css';

interface PictureProps {
  readonly cadence: Cadence;
  readonly words: CadenceWords;
}

const AXIS_PX = 42;
const TOP_PX = 4;
const LEFT_PX = 24;
const RIGHT_PX = 24;
/** The stronger of the two that it may be written in. */
const SILENCE_FONT: Font = { family: 'ui', sizePx: 11, weight: 600 };

/** All of it along one line of time; the sentence and the table tell the same in words. */
export function CadencePicture({ cadence, words }: PictureProps) {
  const { t } = useTranslation('cadence');
  const language = useAppState((state) => state.language);
  const isDark = useIsDark();
  const canvas = useRef<HTMLCanvasElement>(null);
  const widthPx = useWidth(canvas);
  useEffect(() => {
    const context = widthPx === 0 ? undefined : canvas.current?.getContext('2d');
    if (!context) return;
    let isOver = false;
    const paint = () => {
      if (isOver || !canvas.current) return;
      const scene = sceneOf({ cadence, words, widthPx, language, measure: createMeasure() });
      const ratio = window.devicePixelRatio || 1;
      canvas.current.width = Math.round(widthPx * ratio);
      canvas.current.height = Math.round(scene.heightPx * ratio);
      paintCanvas(context, scene, { palette: isDark ? DARK : LIGHT, pixelRatio: ratio });
    };
    const texts = [words.title ?? '', words.silenceOf(1), words.lengthOf(100), '0123456789年月日'];
    void loadFontsFor(texts).then(paint);
    return () => {
      isOver = true;
    };
  }, [cadence, words, widthPx, language, isDark]);
  return <canvas ref={canvas} className={styles.picture} role="img" aria-label={t('picture')} />;
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(0);
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidthPx(Math.floor(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}

interface SceneOf extends PictureProps {
  readonly widthPx: number;
  readonly language: Language;
  readonly measure: MeasureText;
}

function sceneOf({ cadence, words, widthPx, language, measure }: SceneOf): Scene {
  const { silence } = cadence;
  const silencePx = silence ? measure(words.silenceOf(silence.days), SILENCE_FONT) : 0;
  const view = viewOf(cadence, widthPx, RIGHT_PX + silencePx);
  const { xOf } = projectionOf(view, widthPx);
  const stripTop = AXIS_PX + TOP_PX;
  const heightPx = stripTop + CADENCE_STRIP_PX + TOP_PX;
  const { axis, grid } = layoutAxis({
    view,
    widthPx,
    heightPx: AXIS_PX,
    gridHeightPx: heightPx - AXIS_PX,
    lang: language,
    showEras: language === 'ja',
    measure,
  });
  const { lengthOf, silenceOf } = words;
  const strip = layoutCadenceStrip({
    cadence,
    xOf,
    widthPx,
    topPx: stripTop,
    lang: language,
    // The sentence above it says what it is about.
    words: { lengthOf, silenceOf },
    measure,
  });
  const x = xOf(cadence.asOfDay + 1);
  const asOfLine: SceneNode = {
    kind: 'polygon',
    points: [x, AXIS_PX, x, heightPx],
    closed: false,
    stroke: { ink: 'ink-1', widthPx: 1.75 },
  };
  const ground: SceneNode = {
    kind: 'rect',
    x: 0,
    y: 0,
    width: widthPx,
    height: heightPx,
    fill: 'canvas',
  };
  return { widthPx, heightPx, nodes: [ground, grid, axis, asOfLine, ...strip.nodes] };
}

/** From the first to the as-of day or the next, with room for the length of the silence beyond. */
function viewOf({ occasions, asOfDay, next }: Cadence, widthPx: number, rightPx: number): Span {
  const startDay = occasions[0]?.minDay ?? asOfDay;
  const endDay = Math.max(asOfDay + 1, (next?.day ?? asOfDay) + 1);
  const daysPerPx = (endDay - startDay) / Math.max(widthPx / 4, widthPx - LEFT_PX - rightPx);
  return { startDay: startDay - LEFT_PX * daysPerPx, endDay: endDay + rightPx * daysPerPx };
}
