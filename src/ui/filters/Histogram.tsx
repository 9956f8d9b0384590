import type { BinCounts } from '../../query/histogram';
import styles from './Histogram.module.css';

interface HistogramProps {
  readonly bins: BinCounts;
  readonly domainIndex: number;
}

const WIDTH_PX = 65;
const HEIGHT_PX = 18;
const TONES = [styles.first, styles.second, styles.third];

/** A domain's events over the visible span: what took place filled, what lies ahead hollow above it. Only decorates. */
export function Histogram({
  bins: { bins, happened, ahead, highest },
  domainIndex,
}: HistogramProps) {
  const stepPx = WIDTH_PX / bins;
  const unitPx = (HEIGHT_PX - 3) / Math.max(1, highest);
  const base = HEIGHT_PX - 0.5;
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
      <path d={`M0 ${base}H${WIDTH_PX}`} className={styles.base} />
      {Array.from({ length: bins }, (_, bin) => {
        const at = domainIndex * bins + bin;
        const donePx = heightPx(happened[at] ?? 0, unitPx);
        const aheadPx = heightPx(ahead[at] ?? 0, unitPx);
        const top = base - 0.5 - donePx;
        return (
          // A bin is told by its place alone.
          <g key={at}>
            {donePx > 0 && (
              <rect
                x={bin * stepPx + 0.5}
                y={top}
                width={stepPx - 1}
                height={donePx}
                fill="currentColor"
              />
            )}
            {aheadPx > 0 && (
              <rect
                x={bin * stepPx + 1}
                y={top + 0.5 - aheadPx}
                width={stepPx - 2}
                height={Math.max(1.5, aheadPx - 1)}
                className={styles.ahead}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** A single event still shows. */
function heightPx(count: number, unitPx: number): number {
  return count === 0 ? 0 : Math.max(2, count * unitPx);
}
