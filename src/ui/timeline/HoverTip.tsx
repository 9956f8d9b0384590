import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import { clusterSize } from '../../scene/hit-test';
import { statusOf } from '../../scene/names';
import { formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import { useTable } from '../use-derived';
import type { Pointed } from './Timeline';
import styles from './Timeline.module.css';
import { besideX } from './tip-place';

const FOREMOST = 3;
const MOST_IMPORTANT = 5;

interface HoverTipProps {
  readonly pointed: Pointed;
  /** Of the picture. */
  readonly widthPx: number;
}

/** What the pointer rests on: one event's title, date and status, or the number and the foremost of several. */
export function HoverTip({ pointed: { hit, place }, widthPx }: HoverTipProps) {
  const { t } = useTranslation('timeline');
  const table = useTable();
  if (!table || hit.kind === 'as-of' || hit.kind === 'band') return null;
  const rows = hit.kind === 'cluster' ? foremost(table, hit.rows) : [hit.row];
  return (
    <div className={styles.tip} style={placeOf(place, widthPx)} aria-hidden="true">
      {hit.kind === 'cluster' && <p>{t('cluster', { count: clusterSize(hit) })}</p>}
      {rows.map((row) => (
        <EventLines key={row} table={table} row={row} />
      ))}
      {hit.kind === 'cluster' && clusterSize(hit) > rows.length && (
        <p>{t('more', { count: clusterSize(hit) - rows.length })}</p>
      )}
    </div>
  );
}

function EventLines({ table, row }: { readonly table: EventTable; readonly row: number }) {
  const { t } = useTranslation('vocabulary');
  const language = useAppState((state) => state.language);
  const state = table.stateOf(row);
  if (!state) return null;
  const title = textIn(state.title, language);
  return (
    <>
      <p className={styles.tipTitle} lang={title.lang}>
        {title.text}
      </p>
      <p>
        {formatEdtf(state.date, language, 'medium')} · {t(`statuses.${statusOf(table, row)}`)}
      </p>
    </>
  );
}

/**
 * The most important ones, of equals the earlier. A cluster may hold thousands, in time order: one pass, which ends where
 * none can be more important.
 */
function foremost(table: EventTable, rows: ArrayLike<number>): readonly number[] {
  const best: number[] = [];
  const isRising = rows instanceof Uint32Array;
  const weight = (row: number) => table.importance[row] ?? 3;
  const comesFirst = (a: number, b: number) =>
    weight(a) > weight(b) || (weight(a) === weight(b) && a < b);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const last = best[FOREMOST - 1];
    if (last !== undefined && !comesFirst(row, last)) continue;
    const at = best.findIndex((other) => comesFirst(row, other));
    best.splice(at < 0 ? best.length : at, 0, row);
    best.length = Math.min(best.length, FOREMOST);
    const least = best[FOREMOST - 1];
    if (isRising && least !== undefined && weight(least) === MOST_IMPORTANT) break;
  }
  return best;
}

const BESIDE_PX = 14;
/** A finger covers more, and a hand all below it. */
const ABOVE_FINGER_PX = 32;
/** So much room a tip needs. */
const TIP_PX = 84;

/** Beside the pointer, on the sides that have more room; above a finger. */
function placeOf({ x, y, isTouch = false }: Pointed['place'], widthPx: number) {
  const isAbove = isTouch ? y > TIP_PX : y > window.innerHeight / 2;
  const awayPx = isTouch ? ABOVE_FINGER_PX : BESIDE_PX;
  return {
    ...besideX(x, widthPx, BESIDE_PX),
    ...(isAbove ? { bottom: `calc(100% - ${y - awayPx}px)` } : { top: y + awayPx }),
  };
}
