import type { Importance, Status } from '../model/dataset';
import styles from './MarkIcon.module.css';

type MarkIconProps = ({ readonly domainIndex: number } | { readonly neutral: true }) & {
  /** `happened` where left out. */
  readonly status?: Status;
  /** 3 where left out. */
  readonly importance?: Importance;
  /** Side of the square that the mark is centred in; 18 holds every mark at its true size. */
  readonly sizePx?: number;
  readonly className?: string | undefined;
};

const RADIUS_PX = [2.75, 3.5, 4.5, 6, 7.5] as const;
const TONES = [styles.first, styles.second, styles.third, styles.fourth];
const SHAPES = ['circle', 'square', 'diamond', 'triangle'] as const;
type ShapeName = (typeof SHAPES)[number];

/** The mark of an event as on the timeline (VISUAL.md §4), for lists and panels. It only decorates: the text beside it says it all. */
export function MarkIcon(props: MarkIconProps) {
  const { status = 'happened', importance = 3, sizePx = 18, className } = props;
  const index = 'domainIndex' in props ? Math.min(props.domainIndex, SHAPES.length - 1) : undefined;
  const shape = SHAPES[index ?? 0] ?? 'circle';
  const tone = status === 'lapsed' || index === undefined ? styles.neutral : TONES[index];
  const radiusPx = RADIUS_PX[importance - 1] ?? 4.5;
  const half = Math.max(sizePx, 2 * radiusPx + 3) / 2;
  return (
    <svg
      className={[styles.icon, tone, className].filter(Boolean).join(' ')}
      width={`${sizePx / 16}rem`}
      height={`${sizePx / 16}rem`}
      viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
      aria-hidden="true"
      focusable="false"
    >
      <StatusMark shape={shape} radiusPx={radiusPx} status={status} strong={importance >= 4} />
    </svg>
  );
}

interface StatusMarkProps {
  readonly shape: ShapeName;
  readonly radiusPx: number;
  readonly status: Status;
  readonly strong: boolean;
}

function StatusMark({ shape, radiusPx, status, strong }: StatusMarkProps) {
  const d = pathOf(shape, radiusPx);
  const line = strong ? 1.75 : 1.5;
  switch (status) {
    case 'happened':
      return <path d={d} fill="currentColor" />;
    case 'under-way':
      return (
        <>
          <path d={leftHalfOf(shape, radiusPx)} fill="currentColor" />
          <path d={d} className={styles.line} strokeWidth={line} />
        </>
      );
    case 'scheduled':
      return <path d={d} className={styles.line} strokeWidth={line} />;
    case 'expected':
      return <Dashed shape={shape} radiusPx={radiusPx} onPx={3.5} offPx={2.5} widthPx={line} />;
    case 'possible':
      return <Dashed shape={shape} radiusPx={radiusPx} onPx={0} offPx={3} widthPx={line} />;
    case 'postponed':
      return <Postponed d={d} radiusPx={radiusPx} line={line} />;
    case 'cancelled': {
      const c = radiusPx * 0.62;
      return (
        <>
          <path d={d} className={styles.line} strokeWidth={line} />
          <path
            d={`M${-c} ${-c}L${c} ${c}M${-c} ${c}L${c} ${-c}`}
            className={styles.line}
            strokeWidth={1.2}
          />
        </>
      );
    }
    case 'lapsed': {
      const b = radiusPx * 0.55;
      return (
        <>
          <Dashed shape={shape} radiusPx={radiusPx} onPx={0} offPx={3} widthPx={line} />
          <path d={`M${-b} 0H${b}`} className={styles.line} strokeWidth={1.2} />
        </>
      );
    }
    default:
      return status satisfies never;
  }
}

interface DashedProps {
  readonly shape: ShapeName;
  readonly radiusPx: number;
  readonly onPx: number;
  readonly offPx: number;
  readonly widthPx: number;
}

/** A dashed outline whose period is fitted to the length of the outline, so that no seam shows. */
function Dashed({ shape, radiusPx, onPx, offPx, widthPx }: DashedProps) {
  const lengthPx = outlineLengthPx(shape, radiusPx);
  const fit = lengthPx / (onPx + offPx);
  const scale = fit / Math.max(3, Math.round(fit));
  const [on, off] = [Math.max(0.01, onPx * scale), offPx * scale];
  return (
    <path
      d={pathOf(shape, radiusPx)}
      className={styles.line}
      strokeWidth={widthPx}
      strokeDasharray={`${on.toFixed(3)} ${off.toFixed(3)}`}
      strokeLinecap={onPx === 0 ? 'round' : 'butt'}
    />
  );
}

/** The outline, and the arrow from the old date that leads to it. */
function Postponed({ d, radiusPx, line }: { d: string; radiusPx: number; line: number }) {
  const tip = -radiusPx * 0.5 - 1;
  const tail = tip - radiusPx - 1.5;
  return (
    <>
      <path
        d={d}
        transform={`translate(${radiusPx * 0.6} 0)`}
        className={styles.line}
        strokeWidth={line}
      />
      <path
        d={`M${tail} 0H${tip}M${tip - 2} -2L${tip} 0L${tip - 2} 2`}
        className={styles.arrow}
        strokeWidth={1.2}
      />
    </>
  );
}

/** Shapes of equal area for one radius, about the origin. */
function pathOf(shape: ShapeName, r: number): string {
  switch (shape) {
    case 'circle':
      return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
    case 'square': {
      const s = (1.772 * r) / 2;
      return `M${-s} ${-s}H${s}V${s}H${-s}Z`;
    }
    case 'diamond': {
      const h = 1.253 * r;
      return `M${-h} 0L0 ${-h}L${h} 0L0 ${h}Z`;
    }
    case 'triangle': {
      const { halfSide, top, bottom } = triangleOf(r);
      return `M0 ${-top}L${halfSide} ${bottom}H${-halfSide}Z`;
    }
    default:
      return shape satisfies never;
  }
}

function leftHalfOf(shape: ShapeName, r: number): string {
  switch (shape) {
    case 'circle':
      return `M0 ${-r}A${r} ${r} 0 0 0 0 ${r}Z`;
    case 'square': {
      const s = (1.772 * r) / 2;
      return `M${-s} ${-s}H0V${s}H${-s}Z`;
    }
    case 'diamond': {
      const h = 1.253 * r;
      return `M${-h} 0L0 ${-h}V${h}Z`;
    }
    case 'triangle': {
      const { halfSide, top, bottom } = triangleOf(r);
      return `M0 ${-top}V${bottom}H${-halfSide}Z`;
    }
    default:
      return shape satisfies never;
  }
}

/** Equilateral, with the circle's area and its centre of mass at the origin. */
function triangleOf(r: number): { halfSide: number; top: number; bottom: number } {
  const side = r * Math.sqrt((4 * Math.PI) / Math.sqrt(3));
  const height = (side * Math.sqrt(3)) / 2;
  return { halfSide: side / 2, top: (2 * height) / 3, bottom: height / 3 };
}

function outlineLengthPx(shape: ShapeName, r: number): number {
  switch (shape) {
    case 'circle':
      return 2 * Math.PI * r;
    case 'square':
      return 4 * 1.772 * r;
    case 'diamond':
      return 4 * Math.SQRT2 * 1.253 * r;
    case 'triangle':
      return 6 * triangleOf(r).halfSide;
    default:
      return shape satisfies never;
  }
}
