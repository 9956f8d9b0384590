import { monthName, yearText } from '../time/date-words';
import { civilOf, type Day, type Span } from '../time/day';
import type { Lang } from '../time/lang';
import { axisTicks, type Tick } from '../time/ticks';
import type { MeasureText } from './scene';
import type { PageFonts } from './slide-style';

export interface Period {
  readonly day: Day;
  /** Empty for a period without a name. */
  readonly label: string;
  readonly isStrong: boolean;
}

/** The one row of the slide's axis. */
export interface SlideTicks {
  readonly periods: readonly Period[];
  /** Short ticks on the line. */
  readonly minor: readonly Day[];
}

export interface SlideTicksInput {
  readonly span: Span;
  readonly pxPerDay: number;
  readonly lang: Lang;
  readonly font: PageFonts;
  readonly measure: MeasureText;
}

const DAYS_PER_MONTH = 30.44;
/** Room that a name needs beside its own width. */
const CLEAR_PX = 19;
/** Days of the month with a short tick, where months are this wide. */
const WEEKLY = { fromPx: 60, days: [8, 15, 22] } as const;

/** Years, months or days, whichever the width has room to name; the finer steps are short ticks. */
export function slideTicks(input: SlideTicksInput): SlideTicks {
  const { span, pxPerDay, lang } = input;
  const monthPx = pxPerDay * DAYS_PER_MONTH;
  const ticks = axisTicks(span, pxPerDay, lang);
  // The range's own, and the one that follows.
  const within = ({ day, endDay }: Tick) => endDay > span.startDay && day <= span.endDay;
  const upper = ticks.upper.filter(within);
  const lower = ticks.lower.filter(within);
  if (monthPx < 10) return longTicks(input, lower);
  if (monthPx < 30) return { periods: upper.map(yearPeriod), minor: lower.map(({ day }) => day) };
  if (monthPx < 240) return monthTicks(input, lower);
  if (monthPx < 700) return monthTicks(input, upper);
  return dayTicks(input, upper, lower);
}

function yearPeriod({ day, label }: Tick): Period {
  return { day, label, isStrong: true };
}

/** Years or tens of years; every second or fifth is named where all have no room. */
function longTicks(
  { pxPerDay, measure, font }: SlideTicksInput,
  ticks: readonly Tick[],
): SlideTicks {
  const named = ticks.filter(({ label }) => label !== '');
  const widest = Math.max(0, ...named.map(({ label }) => measure(label, font.axisStrong)));
  const first = named[0];
  const stepPx = first ? (first.endDay - first.day) * pxPerDay : 0;
  const isCounted = named.length === ticks.length;
  const stride = isCounted
    ? ([1, 2, 5, 10].find((each) => each * stepPx >= widest + CLEAR_PX) ?? 10)
    : 1;
  const isNamed = ({ label, day }: Tick) => label !== '' && civilOf(day).year % stride === 0;
  return {
    periods: ticks
      .filter(isNamed)
      .map(({ day, label, strong }) => ({ day, label, isStrong: strong && isCounted })),
    minor: ticks.filter((tick) => !isNamed(tick)).map(({ day }) => day),
  };
}

function monthTicks(input: SlideTicksInput, ticks: readonly Tick[]): SlideTicks {
  const { pxPerDay, lang, measure, font } = input;
  const monthPx = pxPerDay * 28;
  const isWide = ticks.every(
    ({ day }) => measure(monthLabel(day, lang, 'long'), font.axis) + CLEAR_PX <= monthPx,
  );
  const periods = ticks.map((tick): Period => {
    const { year, month } = civilOf(tick.day);
    const label = monthLabel(tick.day, lang, isWide ? 'long' : 'short');
    const saysYear = month === 1 || tick === ticks[0];
    const withYear =
      lang === 'ja' ? `${yearText(year, lang)}${label}` : `${label} ${yearText(year, lang)}`;
    const hasRoom = isWide && measure(withYear, font.axisStrong) + CLEAR_PX <= monthPx;
    if (month === 1 && !hasRoom)
      return { day: tick.day, label: yearText(year, lang), isStrong: true };
    return { day: tick.day, label: saysYear ? withYear : label, isStrong: month % 3 === 1 };
  });
  const isWeekly = monthPx >= WEEKLY.fromPx;
  const minor = isWeekly
    ? ticks.flatMap(({ day }) => WEEKLY.days.map((dayOfMonth) => day + dayOfMonth - 1))
    : [];
  return { periods, minor };
}

function monthLabel(day: Day, lang: Lang, length: 'long' | 'short'): string {
  const { month } = civilOf(day);
  return lang === 'ja' ? `${month}月` : monthName(month, length);
}

function short(tick: Tick): string {
  return tick.short ?? tick.label;
}

/** Days, or Mondays where days have no room; the month stands at its first day. */
function dayTicks(
  { span, pxPerDay, measure, font }: SlideTicksInput,
  months: readonly Tick[],
  days: readonly Tick[],
): SlideTicks {
  const fits = (text: (tick: Tick) => string) =>
    days.every((tick) => measure(text(tick), font.axis) + CLEAR_PX <= pxPerDay);
  const every = [(tick: Tick) => tick.label, short].find(fits);
  const monthOf = (day: Day) => months.find((month) => month.day <= day && day < month.endDay);
  const periods = days.flatMap((tick): Period[] => {
    const month = monthOf(tick.day);
    if (month?.day === tick.day || tick.day === span.startDay) {
      return [{ day: tick.day, label: month?.label ?? tick.label, isStrong: true }];
    }
    if (every) return [{ day: tick.day, label: every(tick), isStrong: false }];
    return tick.strong ? [{ day: tick.day, label: short(tick), isStrong: false }] : [];
  });
  return { periods, minor: every ? [] : days.map(({ day }) => day) };
}
