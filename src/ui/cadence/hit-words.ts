import type { TFunction } from 'i18next';
import type { EventTable } from '../../model/event-table';
import { type LanguageText, textIn } from '../../model/text';
import type { Cadence, CadenceGap, StartRange } from '../../query/cadence';
import type { CadenceHit } from '../../scene/cadence-strip';
import type { Language } from '../../state/state';
import { formatEdtf } from '../../time/date-text';
import { lengthWords, spanWords, startWords } from './cadence-words';

export interface HitWords {
  readonly when: string;
  /** Titles of events. */
  readonly events: readonly LanguageText[];
  readonly notes: readonly string[];
}

interface Telling {
  readonly table: EventTable;
  readonly cadence: Cadence;
  readonly t: TFunction<['cadence', 'vocabulary']>;
  readonly language: Language;
}

const SHOWN_EVENTS = 3;

/** What a place of the strip stands for, in words. */
export function describeHit(hit: CadenceHit, telling: Telling): HitWords {
  switch (hit.kind) {
    case 'cadence-occasion':
      return occasionWords(hit, telling);
    case 'cadence-gap':
      return gapWords(hit.gap, telling);
    case 'cadence-silence':
      return silenceWords(telling);
    case 'cadence-next':
      return nextWords(hit.row, telling);
  }
}

function occasionWords(
  { first, last, rows, since }: Extract<CadenceHit, { kind: 'cadence-occasion' }>,
  telling: Telling,
): HitWords {
  const { t, language } = telling;
  const when =
    first === last ? startWords(first, language) : spanWords(first.day, last.day, language);
  return {
    when,
    events: rows.slice(0, SHOWN_EVENTS).map((row) => titleOf(row, telling)),
    notes: [
      ...(rows.length > SHOWN_EVENTS ? [t('andMore', { count: rows.length - SHOWN_EVENTS })] : []),
      since
        ? withLongest(t('tip.since', { length: gapLength(since, t) }), since, telling)
        : t('tip.first'),
    ],
  };
}

/** The days themselves as long as they can be read, else as exact as it is of use. */
function gapLength({ days, minDays, maxDays }: CadenceGap, t: Telling['t']): string {
  return minDays === maxDays
    ? lengthWords(days, t)
    : t('daysRange', { min: minDays, max: maxDays });
}

function withLongest(words: string, gap: CadenceGap, { cadence, t }: Telling): string {
  const isLongest = gap === cadence.rhythm?.longest && cadence.gaps.length > 1;
  return isLongest ? words + t('tip.joiner') + t('tip.longest') : words;
}

function gapWords(gap: CadenceGap, telling: Telling): HitWords {
  const { t, language } = telling;
  const ends = [gap.from, gap.to].map(({ rows }) => titleOf(rows[0] ?? 0, telling));
  return {
    when: spanWords(gap.from.day, gap.to.day, language),
    events: ends,
    notes: [withLongest(t('tip.gap', { length: gapLength(gap, t) }), gap, telling)],
  };
}

function silenceWords({ cadence, t, language }: Telling): HitWords {
  const { silence, throughDay, asOfDay } = cadence;
  const last = cadence.occasions.at(-1);
  const since: StartRange = last ?? { day: asOfDay, minDay: asOfDay, maxDay: asOfDay };
  const key = throughDay < asOfDay ? 'strip.silenceEnd' : 'strip.silence';
  const overdue = silence?.overdueDays ?? 0;
  return {
    when: spanWords(since.day, throughDay, language),
    events: [],
    notes: [
      t(key, { length: lengthWords(silence?.days ?? 0, t) }),
      ...(overdue > 0 ? [t('sentence.overdue', { length: lengthWords(overdue, t) })] : []),
    ],
  };
}

function nextWords(row: number, telling: Telling): HitWords {
  const { table, cadence, t, language } = telling;
  const state = table.stateOf(row);
  const when = state ? formatEdtf(state.date, language, 'long') : '';
  const status = cadence.next?.status ?? 'possible';
  return { when, events: [titleOf(row, telling)], notes: [t(`vocabulary:statuses.${status}`)] };
}

function titleOf(row: number, { table, language }: Telling): LanguageText {
  return textIn(table.stateOf(row)?.title ?? '', language);
}
