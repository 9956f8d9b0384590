import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Changes, changesBetween, changesOn } from '../../model/changes';
import type { Dataset } from '../../model/dataset';
import { AXIS_PX } from '../../scene/timeline-input';
import type { State } from '../../state/state';
import { formatDay } from '../../time/date-text';
import type { Day } from '../../time/day';
import { useAppState, useAppStore } from '../app-store';
import { CloseIcon } from '../icons';
import '../record-messages';
import { TIMELINE_ID } from '../shell/timeline-place';
import styles from './AsOfChanges.module.css';
import { ChangeList } from './ChangeList';
import { changeSentence } from './change-words';

/** Moves that follow each other as fast as this are one: a drag is told where it rests. */
const REST_MS = 150;
const HIGHLIGHT_MS = 2600;
const MOST_HIGHLIGHTED = 40;
/** Told at once; the others on demand. */
const FIRST = 2;

interface Told {
  readonly dataset: Dataset;
  readonly day: Day;
  readonly changes: Changes;
}

/** What the reader's latest move of the as-of day brought: said politely, listed by the control, pointed out in the picture. */
export function AsOfChanges({ onShowAll }: { readonly onShowAll: () => void }) {
  const { t } = useTranslation('changes');
  const language = useAppState((state) => state.language);
  const dataset = useAppState((state) => state.dataset);
  const [told, setTold] = useTold();
  const [isWhole, setIsWhole] = useState<Told>();
  const strip = useRef<HTMLElement>(null);
  useClosing(strip, told, () => setTold(undefined));
  const shown = told?.dataset === dataset ? told : undefined;
  useUnderAxis(strip, shown);
  return (
    <>
      <p className="visually-hidden" role="status">
        {shown && spokenWords(shown, { t, language })}
      </p>
      {shown && shown.changes.count > 0 && (
        <section ref={strip} className={styles.strip} aria-label={t('region')}>
          <div className={styles.head}>
            <span>{formatDay(shown.day, language, 'long')}</span>
            <button
              type="button"
              className={styles.close}
              aria-label={t('close')}
              onClick={() => setTold(undefined)}
            >
              <CloseIcon />
            </button>
          </div>
          <div className={styles.body}>
            <ChangeList
              changes={isWhole === shown ? shown.changes.list.slice(0, 50) : inShort(shown.changes)}
              withDays={isWhole === shown && hasSeveralDays(shown.changes)}
            />
          </div>
          {isWhole !== shown && shown.changes.count > FIRST && (
            <button
              type="button"
              className={styles.more}
              onClick={() => (shown.changes.count > 50 ? onShowAll() : setIsWhole(shown))}
            >
              {t('andMore', { count: shown.changes.count - FIRST })}
            </button>
          )}
        </section>
      )}
    </>
  );
}

/** The more important ones first: the list as a whole is by day. */
function inShort({ list }: Changes): Changes['list'] {
  if (list.length <= FIRST) return list;
  return list.toSorted((a, b) => b.after.importance - a.after.importance).slice(0, FIRST);
}

function hasSeveralDays({ list }: Changes): boolean {
  return list.some(({ day }) => day !== list[0]?.day);
}

function spokenWords(
  { day, changes }: Told,
  telling: Parameters<typeof changeSentence>[1],
): string {
  const { t, language } = telling;
  const date = formatDay(day, language, 'long');
  if (changes.count === 0) return '';
  const sentences = inShort(changes).map((change) => changeSentence(change, telling));
  if (changes.count > FIRST) sentences.push(t('andMore', { count: changes.count - FIRST }));
  return t('told', { date, changes: sentences.join(t('joiner')) });
}

/** What is to be told of the latest move, and a way to end it. */
function useTold(): [Told | undefined, (told: Told | undefined) => void] {
  const store = useAppStore();
  const move = useAppState((state) => state.asOfMove);
  const [told, setTold] = useState<Told>();
  const fromDay = useRef<Day>(undefined);
  useEffect(() => {
    if (!move) return;
    fromDay.current ??= move.fromDay;
    const timer = setTimeout(() => {
      const from = fromDay.current ?? move.fromDay;
      fromDay.current = undefined;
      const { dataset, highlight } = store.getState();
      if (!dataset) return;
      const changes = changesOfMove(dataset, { fromDay: from, toDay: move.toDay });
      setTold({ dataset, day: move.toDay, changes });
      highlight(changes.list.slice(0, MOST_HIGHLIGHTED).map(({ id }) => id));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [store, move]);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => store.getState().highlight([]), HIGHLIGHT_MS);
    return () => clearTimeout(timer);
  }, [store, told]);
  return [told, setTold];
}

const GAP_PX = 8;

/** The axis with the as-of pill stays clear, so that the line can be taken up again, however high what stands over it is. */
function useUnderAxis(strip: React.RefObject<HTMLElement | null>, shown: Told | undefined): void {
  useLayoutEffect(() => {
    const own = strip.current;
    const timeline = document.getElementById(TIMELINE_ID);
    if (!shown || !own?.offsetParent || !timeline) return;
    const axisEnd = timeline.getBoundingClientRect().top + AXIS_PX;
    const topPx = axisEnd + GAP_PX - own.offsetParent.getBoundingClientRect().top;
    own.style.setProperty('--under-axis', `${topPx}px`);
  }, [strip, shown]);
}

/** On the way forward all that became known on it; on the way back what the day arrived at had brought. */
function changesOfMove(dataset: Dataset, move: NonNullable<State['asOfMove']>): Changes {
  return move.fromDay < move.toDay ? changesBetween(dataset, move) : changesOn(dataset, move.toDay);
}

/** Ends with Escape and with the next press anywhere but on the strip and the control that it belongs to. */
function useClosing(
  strip: React.RefObject<HTMLElement | null>,
  told: Told | undefined,
  close: () => void,
): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!told) return;
    const onPress = ({ target }: PointerEvent) => {
      const own = strip.current?.parentElement;
      if (!(target instanceof Node && own?.contains(target))) latest.current();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') latest.current();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [strip, told]);
}
