import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishedPage } from '../../formats/publication';
import { largestScale } from '../../io/rasterise';
import { paintCanvas } from '../../paint/paint-canvas';
import type { Palette } from '../../paint/palette';
import type { Scene } from '../../scene/scene';
import { Choice } from './Choice';
import { Pager } from './Pager';
import styles from './Preview.module.css';

export interface PreviewProps {
  readonly pages: readonly PublishedPage[];
  readonly at: number;
  readonly onGo: (at: number) => void;
  /** Further ones are being made. */
  readonly isBusy: boolean;
  readonly palette: Palette;
  readonly lang: string;
}

type Zoom = 'fit' | 'actual';

/** The pages themselves, one at a time: whole, or at their own size. */
export function Preview({ pages, at, onGo, isBusy, palette, lang }: PreviewProps) {
  const { t } = useTranslation('export');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const page = pages[at];
  return (
    <div className={styles.preview}>
      <PageFrame page={page} zoom={zoom} isBusy={isBusy} palette={palette} lang={lang} />
      <div className={styles.foot}>
        <Pager count={pages.length} at={at} onGo={onGo} />
        <Choice
          label={t('preview')}
          hidesLabel
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'fit', name: t('fit') },
            { value: 'actual', name: t('actualSize') },
          ]}
        />
      </div>
    </div>
  );
}

interface PageFrameProps extends Pick<PreviewProps, 'isBusy' | 'palette' | 'lang'> {
  readonly page: PublishedPage | undefined;
  readonly zoom: Zoom;
}

function PageFrame({ page, zoom, isBusy, palette, lang }: PageFrameProps) {
  const { t } = useTranslation('export');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const room = useSize(frame);
  const scene = page?.scene;
  const scale = scene ? scaleFor(scene, zoom, room) : 1;
  useEffect(() => {
    if (canvas.current && scene) paintPreview(canvas.current, { scene, palette, scale });
  }, [scene, palette, scale]);
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-zoom={zoom}
      aria-busy={isBusy}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={zoom === 'actual' ? 0 : -1}
    >
      <canvas
        ref={canvas}
        className={styles.page}
        role="img"
        lang={lang}
        aria-label={page && t('previewAlt', { title: page.title, alt: page.alt })}
        hidden={!scene}
        style={scene && { width: scene.widthPx * scale, height: scene.heightPx * scale }}
      />
    </div>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function useSize(frame: { readonly current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      const { paddingLeft, paddingTop } = getComputedStyle(element);
      setSize({
        width: element.clientWidth - 2 * Number.parseFloat(paddingLeft),
        height: element.clientHeight - 2 * Number.parseFloat(paddingTop),
      });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

function scaleFor({ widthPx, heightPx }: Scene, zoom: Zoom, { width, height }: Size): number {
  if (zoom === 'actual' || width === 0) return 1;
  return Math.min(1, width / widthPx, height / heightPx);
}

function paintPreview(
  canvas: HTMLCanvasElement,
  { scene, palette, scale }: { scene: Scene; palette: Palette; scale: number },
): void {
  const wanted = scale * (globalThis.devicePixelRatio || 1);
  // A canvas higher than browsers can make would stay empty; a coarser one does not.
  const pixelRatio = Math.min(wanted, largestScale(scene));
  canvas.width = Math.round(scene.widthPx * pixelRatio);
  canvas.height = Math.round(scene.heightPx * pixelRatio);
  const context = canvas.getContext('2d');
  if (context) paintCanvas(context, scene, { palette, pixelRatio });
}
