import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, EventState } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { liesAhead } from '../../model/state-as-of';
import { textIn } from '../../model/text';
import { entriesOf } from '../../query/ledger';
import type { Language } from '../../state/state';
import { formatDay, formatEdtf } from '../../time/date-text';
import { civilOf, type Day, formatIsoDay } from '../../time/day';
import { parseEdtf } from '../../time/parse-edtf';
import { useAppState, useAppStore } from '../app-store';
import { comparisonSentence } from '../ledger/compare-words';
import { MarkIcon } from '../MarkIcon';
import '../record-messages';
import styles from './DetailForecast.module.css';
import { DetailSection } from './DetailSection';
import {
  createForecastScale,
  type ForecastScale,
  placeOnStrip,
  statesAfter,
  statesKnownBy,
} from './earlier-states';
import { LangText } from './LangText';

interface DetailForecastProps {
  readonly table: EventTable;
  readonly row: number;
  readonly language: Language;
  /** Whether the reader chose an as-of day: the rows end at it, unless what came later is asked for. */
  readonly hasAsOf: boolean;
}

/** What had been said of the event by the as-of day, state by state, and how it compares with what came; nothing where it was said only once. */
export function DetailForecast({ table, row, language, hasAsOf }: DetailForecastProps) {
  const { t } = useTranslation('detail');
  const today = useAppState((state) => state.today);
  const asksLater = useAppState((state) => state.showLater) && hasAsOf;
  const shown = table.stateOf(row);
  if (!shown) return null;
  const { dataset, asOfDay } = table;
  const states = statesKnownBy(dataset, shown, asOfDay);
  // Told by what was known on the day alone, so that the switch gives nothing away.
  const canAsk = hasAsOf && (states.length > 1 || liesAhead(shown.status));
  if (states.length < 2 && !canAsk) return null;
  const later = asksLater ? statesAfter(dataset, shown, { asOfDay, today }) : [];
  const scale = createForecastScale([...states, ...later]);
  const rowOf = (state: EventState, before: EventState | undefined, isLast: boolean) => (
    <ForecastRow
      key={state.stateIndex}
      state={state}
      before={before}
      isLast={isLast}
      scale={scale}
      domainIndex={domainIndexOf(table, state)}
      language={language}
    />
  );
  return (
    <DetailSection title={t('forecast')} aside={canAsk && <LaterSwitch />}>
      {scale && <Axis scale={scale} language={language} />}
      <ol className={styles.rows}>
        {states.map((state, i) => rowOf(state, states[i - 1], i === states.length - 1))}
      </ol>
      {hasAsOf && (
        <p className={styles.asOf}>
          <span>{t('asof:asOf', { date: formatDay(asOfDay, language, 'long') })}</span>
        </p>
      )}
      {later.length > 0 && (
        <ol className={`${styles.rows} ${styles.later}`}>
          {later.map((state, i) => rowOf(state, later[i - 1] ?? shown, false))}
        </ol>
      )}
      {asksLater && later.length === 0 && <p className={styles.compare}>{t('nothingLater')}</p>}
      <Comparison
        shown={shown}
        dataset={dataset}
        asOfDay={asksLater ? today : asOfDay}
        isPeek={later.length > 0}
      />
    </DetailSection>
  );
}

/** In the address too, so that a link shows what was seen. */
function LaterSwitch() {
  const { t } = useTranslation('detail');
  const isOn = useAppState((state) => state.showLater);
  const store = useAppStore();
  return (
    <label className={styles.switch}>
      {t('showLater')}
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={() => store.getState().setShowLater(!isOn)}
      />
    </label>
  );
}

interface ComparisonProps {
  readonly dataset: Dataset;
  readonly shown: EventState;
  readonly asOfDay: Day;
  /** Later states are shown: what is shown as of the day is held against them. */
  readonly isPeek: boolean;
}

function Comparison({ dataset, shown, asOfDay, isPeek }: ComparisonProps) {
  const { t } = useTranslation(['ledger', 'changes']);
  const language = useAppState((state) => state.language);
  const event = dataset.events.at(shown.eventIndex);
  const all = event ? entriesOf(dataset, event, asOfDay) : [];
  const own = all.filter(({ said }) => said.stateIndex === shown.stateIndex);
  const sentence = comparisonSentence(isPeek && own.length > 0 ? own : all, { t, language });
  return sentence === undefined ? null : <p className={styles.compare}>{sentence}</p>;
}

function domainIndexOf(table: EventTable, state: EventState): number {
  return Math.max(
    0,
    table.dataset.domains.findIndex(({ id }) => id === state.domains[0]),
  );
}

/** A label that starts further right would stand out of the panel. */
const LAST_LABEL = 0.86;

function Axis({ scale, language }: { readonly scale: ForecastScale; readonly language: Language }) {
  const { t } = useTranslation('detail');
  return (
    <div className={styles.axis} aria-hidden="true">
      <span className={styles.said}>{t('saidOn')}</span>
      <span className={styles.strip}>
        {scale.ticks.map(({ day, at }) =>
          at > LAST_LABEL ? null : (
            <span key={day} className={styles.tickLabel} style={{ insetInlineStart: percent(at) }}>
              {tickText(day, language)}
            </span>
          ),
        )}
      </span>
    </div>
  );
}

/** 1 Jul; a January is told by its year. */
function tickText(day: Day, language: Language): string {
  const { year, month } = civilOf(day);
  const wholeYear = month === 1 ? parseEdtf(formatIsoDay(day).slice(0, -6)) : undefined;
  return wholeYear && year >= 0
    ? formatEdtf(wholeYear, language, 'short')
    : formatDay(day, language, 'short');
}

interface ForecastRowProps {
  readonly state: EventState;
  readonly before: EventState | undefined;
  readonly isLast: boolean;
  readonly scale: ForecastScale | undefined;
  readonly domainIndex: number;
  readonly language: Language;
}

function ForecastRow({ state, before, isLast, scale, domainIndex, language }: ForecastRowProps) {
  const { t } = useTranslation('detail');
  const id = useId();
  const titleText = textIn(state.title, language).text;
  // The panel's heading says the last one's.
  const tellsTitle = !isLast && (!before || textIn(before.title, language).text !== titleText);
  return (
    <li className={styles.row} aria-labelledby={id}>
      <span id={id} className={styles.said}>
        {Number.isFinite(state.known) ? formatDay(state.known, language, 'medium') : t('saidFirst')}
      </span>
      <div className={styles.what}>
        {scale && <Strip state={state} scale={scale} domainIndex={domainIndex} />}
        {tellsTitle && (
          <p>
            <LangText text={state.title} language={language} />
          </p>
        )}
        <p className={styles.meta}>
          <span>{t(`vocabulary:statuses.${state.status}`)}</span>
          <span>{formatEdtf(state.date, language, 'long')}</span>
        </p>
      </div>
    </li>
  );
}

const TONES = [styles.first, styles.second, styles.third, styles.fourth];
const LINES: Partial<Record<EventState['status'], string | undefined>> = {
  happened: styles.filled,
  expected: styles.dashed,
  possible: styles.dotted,
  lapsed: styles.dotted,
};

interface StripProps {
  readonly state: EventState;
  readonly scale: ForecastScale;
  readonly domainIndex: number;
}

function Strip({ state, scale, domainIndex }: StripProps) {
  const mark = placeOnStrip(state, scale);
  return (
    <span className={styles.strip} aria-hidden="true">
      {scale.ticks.map(({ day, at }) => (
        <span key={day} className={styles.tick} style={{ insetInlineStart: percent(at) }} />
      ))}
      {mark.isPoint ? (
        <span className={styles.point} style={{ insetInlineStart: percent(mark.at) }}>
          <MarkIcon domainIndex={domainIndex} status={state.status} importance={3} sizePx={14} />
        </span>
      ) : (
        <span
          className={[
            styles.bar,
            TONES[Math.min(domainIndex, TONES.length - 1)],
            LINES[state.status] ?? styles.solid,
            mark.softStart ? styles.softStart : '',
            mark.softEnd ? styles.softEnd : '',
          ].join(' ')}
          style={{ insetInlineStart: percent(mark.at), width: percent(mark.width) }}
        />
      )}
    </span>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
