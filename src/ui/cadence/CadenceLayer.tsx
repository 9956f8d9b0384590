import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import type { Cadence } from '../../query/cadence';
import { type CadenceHit, type CadenceStrip, findCadenceHit } from '../../scene/cadence-strip';
import { useAppState, useAppStore } from '../app-store';
import { besideX } from '../timeline/tip-place';
import styles from './CadenceLayer.module.css';
import './cadence-messages';
import { describeHit, type HitWords } from './hit-words';

export interface CadenceLayerProps {
  readonly table: EventTable;
  readonly cadence: Cadence;
  readonly strip: CadenceStrip;
  readonly topPx: number;
  readonly widthPx: number;
  /** Where the pointer rests on the strip. */
  readonly pointedX: number | undefined;
}

/** What can be asked of the strip under the lanes: the tick or the gap under the pointer, and the ticks one by one by keys. */
export function CadenceLayer(props: CadenceLayerProps) {
  const { table, cadence, strip, topPx, widthPx, pointedX } = props;
  const { t } = useTranslation(['cadence', 'vocabulary']);
  const language = useAppState((state) => state.language);
  const store = useAppStore();
  const [isFocused, setIsFocused] = useState(false);
  const [chosen, setChosen] = useState(0);
  const stops = stopsOf(strip, widthPx);
  const at = Math.min(chosen, stops.length - 1);
  const stop = stops[at];
  const wordsOf = (hit: CadenceHit) => describeHit(hit, { table, cadence, t, language });
  const pointed = pointedX === undefined ? undefined : findCadenceHit(strip, pointedX);
  const shown = isFocused ? stop : pointed;
  const move = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      Home: 0,
      End: stops.length - 1,
    }[event.key];
    const row = stop && rowOf(stop);
    if (event.key === 'Enter' && row !== undefined) store.getState().select(table.idOf(row));
    else if (to === undefined) return;
    else setChosen(Math.max(0, Math.min(stops.length - 1, to)));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {stop && (
        <div
          className={styles.reader}
          style={{ top: topPx, height: strip.heightPx }}
          role="slider"
          tabIndex={0}
          aria-label={t('tip.reader')}
          aria-valuemin={1}
          aria-valuemax={stops.length}
          aria-valuenow={at + 1}
          aria-valuetext={spoken(wordsOf(stop), t)}
          onFocus={() => setIsFocused(true)}
          onBlur={() => setIsFocused(false)}
          onKeyDown={move}
        >
          {isFocused && <span className={styles.rule} style={{ left: middleOf(stop, widthPx) }} />}
        </div>
      )}
      {shown && <Tip words={wordsOf(shown)} x={middleOf(shown, widthPx)} {...{ topPx, widthPx }} />}
    </>
  );
}

/** The row of what lies at an x, where that is one event. */
export function findOccasion(strip: CadenceStrip, x: number): number | undefined {
  const hit = findCadenceHit(strip, x);
  return hit && rowOf(hit);
}

function rowOf(hit: CadenceHit): number | undefined {
  if (hit.kind === 'cadence-next') return hit.row;
  return hit.kind === 'cadence-occasion' && hit.rows.length === 1 ? hit.rows[0] : undefined;
}

/** Ticks, the present silence and the next in view, in time order. Gaps are told with the tick that ends them. */
function stopsOf({ hits }: CadenceStrip, widthPx: number): readonly CadenceHit[] {
  return hits
    .filter(({ kind, box }) => kind !== 'cadence-gap' && box.x + box.width > 0 && box.x < widthPx)
    .toSorted((a, b) => a.box.x - b.box.x);
}

function middleOf({ box }: CadenceHit, widthPx: number): number {
  const [x0, x1] = [Math.max(0, box.x), Math.min(widthPx, box.x + box.width)];
  return (x0 + x1) / 2;
}

function spoken({ when, events, notes }: HitWords, t: (key: 'tip.joiner') => string): string {
  return [when, ...events.map(({ text }) => text), ...notes].join(t('tip.joiner'));
}

interface TipProps {
  readonly words: HitWords;
  readonly x: number;
  readonly topPx: number;
  readonly widthPx: number;
}

/** Over the strip, on the side that has more room. */
function Tip({ words: { when, events, notes }, x, topPx, widthPx }: TipProps) {
  return (
    <div
      className={styles.tip}
      style={{ ...besideX(x, widthPx, 8), top: topPx }}
      aria-hidden="true"
    >
      <p className={styles.when}>{when}</p>
      {events.map(({ text, lang }) => (
        <p key={text} className={styles.title} lang={lang}>
          {text}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
