import { decadeText, monthName, weekdayName, yearsText, yearText } from './date-words';
import { civilOf, type Day, isoWeekdayOf, type Span } from './day';
import { eraYearText } from './eras';
import type { Lang } from './lang';
import { DAYS, MONTHS, manyYears, QUARTERS, type TickUnit, WEEKS, YEARS } from './tick-units';

export interface Tick {
  readonly day: Day;
  /** The first day of the next step. */
  readonly endDay: Day;
  /** Empty for a tick without a name. */
  readonly label: string;
  /** The year by Japan's eras. */
  readonly era?: string;
  readonly weight: 'year' | 'other';
  /** First of a wider unit: January of a quarter, Monday of a week. */
  readonly strong: boolean;
  /** For when the label is too wide. */
  readonly short?: string;
  /** Counted from a fixed start, so that "every second label" means the same in every view. */
  readonly index: number;
}

/** What it takes to thin the labels of a row alike in every view of the same scale. */
export interface LabelSpacing {
  /** Distance from one label to the next in days, at least. */
  readonly leastDays: number;
  /** How many ticks from one label to the next, in the order to try. */
  readonly strides: readonly number[];
  /** Labels as wide as any of the row, whether in the view or not. */
  readonly widest: readonly Pick<Tick, 'label' | 'short'>[];
}

export interface AxisTicks {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
  readonly lowerSpacing: LabelSpacing;
}

interface RowPlan {
  readonly unit: TickUnit;
  readonly tickOf: (day: Day, lang: Lang) => Omit<Tick, 'day' | 'endDay' | 'index'>;
  /** Days whose labels are as wide as any. */
  readonly widestDays: readonly Day[];
}

const DAYS_PER_MONTH = 30.436_875;
const WIDE_YEARS = [2000, 4444, 8888].map((year) => YEARS.dayOf(year));
const EVERY_MONTH = Array.from({ length: 12 }, (_, i) => MONTHS.dayOf(2023 * 12 + i));
/** 22 to 28 May 2023, Monday to Sunday. */
const EVERY_WEEKDAY = Array.from({ length: 7 }, (_, i) => WEEKS.dayOf(WEEKS.indexOf(19_499)) + i);

const DECADE_UPPER: RowPlan = {
  unit: manyYears(10),
  tickOf: (day, lang) => ({
    label: decadeLabel(civilOf(day).year, lang),
    weight: 'year',
    strong: true,
  }),
  widestDays: [],
};
const YEAR_UPPER: RowPlan = { unit: YEARS, tickOf: yearTick, widestDays: [] };
const YEAR_LOWER: RowPlan = { unit: YEARS, tickOf: yearTick, widestDays: WIDE_YEARS };
const QUARTER_LOWER: RowPlan = {
  unit: QUARTERS,
  tickOf: (day, lang) => {
    const { month } = civilOf(day);
    const [label, short] =
      lang === 'ja'
        ? [`${month}–${month + 2}月`, `${month}月`]
        : [`${monthName(month, 'short')}–${monthName(month + 2, 'short')}`, `Q${(month + 2) / 3}`];
    return { label, short, weight: month === 1 ? 'year' : 'other', strong: month === 1 };
  },
  widestDays: EVERY_MONTH.filter((_, i) => i % 3 === 0),
};
const MONTH_LOWER: RowPlan = {
  unit: MONTHS,
  tickOf: (day, lang) => {
    const { month } = civilOf(day);
    return {
      label: lang === 'ja' ? `${month}月` : monthName(month, 'short'),
      weight: month === 1 ? 'year' : 'other',
      strong: month % 3 === 1,
    };
  },
  widestDays: EVERY_MONTH,
};
const MONTH_UPPER: RowPlan = {
  unit: MONTHS,
  tickOf: (day, lang) => {
    const { year, month } = civilOf(day);
    const era = eraYearText(year, month);
    return {
      label:
        lang === 'ja'
          ? `${yearText(year, lang)}${month}月`
          : `${monthName(month, 'long')} ${yearText(year, lang)}`,
      ...(era === undefined ? {} : { era }),
      weight: month === 1 ? 'year' : 'other',
      strong: true,
    };
  },
  widestDays: [],
};
const WEEK_LOWER: RowPlan = {
  unit: WEEKS,
  tickOf: (day, lang) => {
    const dayOfMonth = civilOf(day).day;
    return lang === 'ja'
      ? { label: `${dayOfMonth}日の週`, short: `${dayOfMonth}日`, weight: 'other', strong: false }
      : { label: `Mon ${dayOfMonth}`, short: String(dayOfMonth), weight: 'other', strong: false };
  },
  widestDays: EVERY_WEEKDAY,
};
const DAY_LOWER: RowPlan = {
  unit: DAYS,
  tickOf: (day, lang) => {
    const dayOfMonth = civilOf(day).day;
    const weekday = isoWeekdayOf(day);
    const name = weekdayName(weekday, lang, 'short');
    return {
      label: lang === 'ja' ? `${dayOfMonth}日(${name})` : `${name} ${dayOfMonth}`,
      short: String(dayOfMonth),
      weight: 'other',
      strong: weekday === 1,
    };
  },
  widestDays: EVERY_WEEKDAY,
};

/** Steps of the widest views in years, each with the finer ticks between. */
const LONG_STEPS = [
  { label: 10, tick: 5 },
  { label: 50, tick: 10 },
  { label: 100, tick: 50 },
  { label: 500, tick: 100 },
  { label: 1000, tick: 500 },
  { label: 5000, tick: 1000 },
] as const;
/** Room for a year and the gap after it; "1000 BCE" takes more. */
const LEAST_LONG_STEP_PX = { thisEra: 64, before: 96 } as const;

/** From how many px a month on, which rows are shown; widest view first. */
const LEVELS: readonly { fromPx: number; upper: RowPlan; lower: RowPlan }[] = [
  { fromPx: 3, upper: DECADE_UPPER, lower: YEAR_LOWER },
  { fromPx: 10, upper: YEAR_UPPER, lower: QUARTER_LOWER },
  { fromPx: 30, upper: YEAR_UPPER, lower: MONTH_LOWER },
  { fromPx: 240, upper: MONTH_UPPER, lower: WEEK_LOWER },
  { fromPx: 700, upper: MONTH_UPPER, lower: DAY_LOWER },
];

/**
 * The ticks of both rows of the axis: those in view and one beyond on either side. The widest views have no upper row;
 * their lower row then has ticks without names between the named ones.
 */
export function axisTicks(view: Span, pxPerDay: number, lang: Lang): AxisTicks {
  const monthPx = pxPerDay * DAYS_PER_MONTH;
  const level = LEVELS.findLast(({ fromPx }) => monthPx >= fromPx);
  const lower = level?.lower ?? longPlan(view, pxPerDay);
  return {
    upper: level ? rowTicks(level.upper, view, lang) : [],
    lower: rowTicks(lower, view, lang),
    lowerSpacing: {
      leastDays: lower.unit.leastDays,
      strides: lower.unit.strides,
      widest: widestDays(lower, view).map((day) => lower.tickOf(day, lang)),
    },
  };
}

function rowTicks({ unit, tickOf }: RowPlan, view: Span, lang: Lang): Tick[] {
  const first = unit.indexOf(view.startDay) - 1;
  const last = unit.indexOf(view.endDay) + 1;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const index = first + i;
    const day = unit.dayOf(index);
    return { day, endDay: unit.dayOf(index + 1), index, ...tickOf(day, lang) };
  });
}

function widestDays({ widestDays: days, unit }: RowPlan, view: Span): readonly Day[] {
  return days === WIDE_YEARS && hasWideYears(view) ? [...days, unit.dayOf(-8887)] : days;
}

/** Years under 1000 say their era. */
function hasWideYears(view: Span): boolean {
  return view.startDay < YEARS.dayOf(1000);
}

function yearTick(day: Day, lang: Lang): Omit<Tick, 'day' | 'endDay' | 'index'> {
  const { year } = civilOf(day);
  const era = eraYearText(year);
  return {
    label: yearText(year, lang),
    ...(era === undefined ? {} : { era }),
    weight: 'year',
    strong: year % 10 === 0,
  };
}

function longPlan(view: Span, pxPerDay: number): RowPlan {
  const leastPx = LEAST_LONG_STEP_PX[hasWideYears(view) ? 'before' : 'thisEra'];
  const step =
    LONG_STEPS.find(({ label }) => label * 365 * pxPerDay >= leastPx) ?? LONG_STEPS.at(-1)!;
  const named = manyYears(step.label);
  return {
    unit: { ...manyYears(step.tick), leastDays: named.leastDays, strides: [1] },
    tickOf: (day, lang) =>
      named.dayOf(named.indexOf(day)) === day
        ? { ...yearTick(day, lang), strong: true }
        : { label: '', weight: 'other', strong: false },
    widestDays: [],
  };
}

function decadeLabel(year: number, lang: Lang): string {
  return year === 1 ? yearsText(1, 9, lang) : decadeText(year, lang);
}
