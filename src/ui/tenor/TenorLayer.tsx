import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginBusy } from '../../io/document-signals';
import type { EventTable } from '../../model/event-table';
import type { RowTest } from '../../query/tenor-record';
import { findTenorMakeup, type TenorMakeup, type TenorQuestion } from '../../query/tenor-shares';
import { dayOfX, xOfDay } from '../../scene/projection';
import type { TenorRibbon } from '../../scene/tenor-ribbon';
import type { Span } from '../../time/day';
import { useAppState } from '../app-store';
import { remoteTenorOf } from './remote-tenor';
import styles from './Tenor.module.css';
import { TenorMethod } from './TenorMethod';
import { TenorTip } from './TenorTip';
import './tenor-messages';
import { spokenText } from './tenor-text';

export interface TenorLayerProps {
  readonly table: EventTable;
  /** The same as the ribbon's own. */
  readonly isIn?: RowTest | undefined;
  readonly view: Span;
  readonly widthPx: number;
  readonly topPx: number;
  readonly ribbon: Pick<TenorRibbon, 'heightPx' | 'window' | 'hits'>;
  /** Where the pointer rests on the ribbon. */
  readonly pointedX: number | undefined;
}

const SHOWN_EVENTS = 4;
/** An arrow key goes so many parts of a window. */
const STEPS_PER_WINDOW = 8;

/**
 * What can be asked of the ribbon, laid over the picture: the button for its method, what makes up the day under the
 * pointer, and the same by keys, as a slider over the days in view.
 */
export function TenorLayer(props: TenorLayerProps) {
  const { table, isIn, view, widthPx, topPx, ribbon, pointedX } = props;
  const { t } = useTranslation('tenor');
  const [isMethodOpen, setIsMethodOpen] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const [askedDay, setAskedDay] = useState<number>();
  const last = Math.min(view.endDay, table.asOfDay + 1);
  const within = (day: number) => Math.max(view.startDay, Math.min(last, day));
  const askedX = isFocused ? undefined : pointedX;
  const day =
    askedX === undefined
      ? within(askedDay ?? (view.startDay + last) / 2)
      : dayOfX(view, widthPx, askedX);
  const { window } = ribbon;
  const makeup = useMakeup(table, { day, window, isIn });
  const button = ribbon.hits.find(({ kind }) => kind === 'tenor-method')?.box;
  const hasTip = isFocused || pointedX !== undefined;
  return (
    <>
      {button && (
        <button
          type="button"
          className={styles.open}
          style={{ left: button.x, top: button.y, width: button.width, height: button.height }}
          aria-label={t('method.open')}
          aria-haspopup="dialog"
          onClick={() => setIsMethodOpen(true)}
        />
      )}
      {last > view.startDay && (
        <Reader
          {...{ table, view, makeup, day, last, topPx }}
          step={window.days / STEPS_PER_WINDOW}
          heightPx={ribbon.heightPx}
          x={isFocused ? xOfDay(view, widthPx, day) : undefined}
          onFocusChange={setIsFocused}
          onMove={(to) => setAskedDay(within(to))}
        />
      )}
      {hasTip && makeup && (
        <TenorTip
          table={table}
          day={day}
          makeup={makeup}
          x={xOfDay(view, widthPx, day)}
          top={topPx + ribbon.heightPx - 4}
          widthPx={widthPx}
        />
      )}
      {isMethodOpen && <TenorMethod window={window} onClose={() => setIsMethodOpen(false)} />}
    </>
  );
}

/** At once, or of a large set when its worker has answered. */
function useMakeup(
  table: EventTable,
  { day, window, isIn }: Omit<TenorQuestion, 'most'>,
): TenorMakeup | undefined {
  const filter = useAppState((state) => state.filter);
  const remote = remoteTenorOf(table, filter);
  const isAhead = day > table.asOfDay + 1;
  const own = useMemo(
    () =>
      isAhead || remote
        ? undefined
        : findTenorMakeup(table, { day, window, isIn, most: SHOWN_EVENTS }),
    [table, day, window, isIn, isAhead, remote],
  );
  const [answer, setAnswer] = useState<{ readonly day: number; readonly makeup?: TenorMakeup }>();
  useEffect(() => {
    if (!remote || isAhead) return;
    let isOver = false;
    const ask = async () => {
      const end = beginBusy();
      // Without an answer there is nothing to tell.
      const makeup = await remote.makeupOf(day, window, SHOWN_EVENTS).catch(() => undefined);
      if (!isOver) setAnswer({ day, ...(makeup && { makeup }) });
      end();
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [remote, day, window, isAhead]);
  if (!remote || isAhead) return own;
  return answer?.day === day ? answer.makeup : undefined;
}

interface ReaderProps {
  readonly table: EventTable;
  readonly view: Span;
  readonly makeup: ReturnType<typeof findTenorMakeup>;
  readonly day: number;
  /** The last day that has a value. */
  readonly last: number;
  readonly step: number;
  readonly topPx: number;
  readonly heightPx: number;
  /** Of the day that is read out, while it is. */
  readonly x: number | undefined;
  readonly onFocusChange: (isFocused: boolean) => void;
  readonly onMove: (day: number) => void;
}

/** A slider for the keyboard; the pointer goes through it to the picture. */
function Reader(props: ReaderProps) {
  const { table, view, makeup, day, last, step, topPx, heightPx, x, onFocusChange, onMove } = props;
  const { t } = useTranslation('tenor');
  const language = useAppState((state) => state.language);
  const move = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: day - step,
      ArrowDown: day - step,
      ArrowRight: day + step,
      ArrowUp: day + step,
      PageDown: day - STEPS_PER_WINDOW * step,
      PageUp: day + STEPS_PER_WINDOW * step,
      Home: view.startDay,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(to);
  };
  return (
    <div
      className={styles.reader}
      style={{ top: topPx, height: heightPx }}
      role="slider"
      tabIndex={0}
      aria-label={t('reader')}
      aria-valuemin={Math.floor(view.startDay)}
      aria-valuemax={Math.floor(last)}
      aria-valuenow={Math.floor(day)}
      aria-valuetext={spokenText({ t, table, language, day, makeup })}
      onFocus={() => onFocusChange(true)}
      onBlur={() => onFocusChange(false)}
      onKeyDown={move}
    >
      {x !== undefined && <span className={styles.rule} style={{ left: x }} />}
    </div>
  );
}
