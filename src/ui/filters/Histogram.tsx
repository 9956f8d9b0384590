import type { BinCounts } from '../../query/histogram';
import styles from './Histogram.module.css';

/** What a histogram shows, as the data of SVG paths: equal text for an equal picture. */
export interface HistogramPaths {
  readonly done: string;
  readonly ahead: string;
}

interface HistogramProps extends HistogramPaths {
  readonly domainIndex: number;
}

const WIDTH_PX = 65;
const HEIGHT_PX = 18;
const BASE_PX = HEIGHT_PX - 0.5;
const TONES = [styles.first, styles.second, styles.third];

/** A domain's events over the visible span: what took place filled, what lies ahead hollow above it. Only decorates. */
export function Histogram({ done, ahead, domainIndex }: HistogramProps) {
  return (
    <svg
      className={TONES[domainIndex] ?? styles.fourth}
      width={WIDTH_PX}
      height={HEIGHT_PX}
      viewBox={`0 0 ${WIDTH_PX} ${HEIGHT_PX}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M0 ${BASE_PX}H${WIDTH_PX}`} className={styles.base} />
      <path d={done} fill="currentColor" />
      <path d={ahead} className={styles.ahead} />
    </svg>
  );
}

export function histogramPaths(counts: BinCounts, domainIndex: number): HistogramPaths {
  const { bins, happened, ahead, highest } = counts;
  const stepPx = WIDTH_PX / bins;
  const unitPx = (HEIGHT_PX - 3) / Math.max(1, highest);
  const paths = { done: '', ahead: '' };
  for (let bin = 0; bin < bins; bin++) {
    const at = domainIndex * bins + bin;
    const x = bin * stepPx;
    const donePx = heightPx(happened[at] ?? 0, unitPx);
    const aheadPx = heightPx(ahead[at] ?? 0, unitPx);
    const top = BASE_PX - 0.5 - donePx;
    if (donePx > 0) paths.done += `M${x + 0.5} ${top}h${stepPx - 1}v${donePx}h${1 - stepPx}z`;
    if (aheadPx > 0) {
      const highPx = Math.max(1.5, aheadPx - 1);
      paths.ahead += `M${x + 1} ${top + 0.5 - aheadPx}h${stepPx - 2}v${highPx}h${2 - stepPx}z`;
    }
  }
  return paths;
}

/** A single event still shows. */
function heightPx(count: number, unitPx: number): number {
  return count === 0 ? 0 : Math.max(2, count * unitPx);
}
