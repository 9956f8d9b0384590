import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestScale } from '../../io/rasterise';
import { paintCanvas } from '../../paint/paint-canvas';
import type { Palette } from '../../paint/palette';
import type { Scene } from '../../scene/scene';
import { Choice } from './Choice';
import styles from './ExportDialog.module.css';
import type { Picture } from './picture';

export interface PreviewProps {
  readonly picture: Picture | undefined;
  /** A further one is being made. */
  readonly isBusy?: boolean;
  readonly palette: Palette;
}

type Zoom = 'fit' | 'actual';

/** The picture itself, whole or at its own size. */
export function Preview({ picture, isBusy = false, palette }: PreviewProps) {
  const { t } = useTranslation('export');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const room = useSize(frame);
  const scene = picture?.scene;
  const scale = scene ? scaleFor(scene, zoom, room) : 1;
  useEffect(() => {
    if (canvas.current && scene) paintPreview(canvas.current, { scene, palette, scale });
  }, [scene, palette, scale]);
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <Choice
          label={t('preview')}
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'fit', name: t('fit') },
            { value: 'actual', name: t('actualSize') },
          ]}
        />
      </div>
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
          role="img"
          aria-label={
            picture &&
            t('previewAlt', {
              title: picture.input.title,
              subtitle: picture.input.subtitle,
              desc: picture.desc,
            })
          }
          style={scene && { width: scene.widthPx * scale, height: scene.heightPx * scale }}
        />
      </div>
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
      setSize({ width: element.clientWidth, height: element.clientHeight });
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
