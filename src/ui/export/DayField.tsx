import { CalendarDate, type DateValue, parseDate } from '@internationalized/date';
import type { ClipboardEvent } from 'react';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';
import { civilOf, type Day, dayOf } from '../../time/day';
import controls from '../shell/controls.module.css';
import styles from './DayField.module.css';

export interface DayFieldProps {
  readonly label: string;
  readonly day: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
}

/** A date by its parts. A pasted 2023-01-13 fills them all. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  const paste = (event: ClipboardEvent) => {
    const pasted = readIso(event.clipboardData.getData('text'));
    if (!pasted) return;
    event.preventDefault();
    onChange(dayOfDate(pasted));
  };
  return (
    // The parts of the field take single figures only; a whole date is caught on its way to them.
    <div onPaste={paste}>
      <DateField
        value={day === undefined ? null : dateOfDay(day)}
        onChange={(date) => onChange(date ? dayOfDate(date) : undefined)}
        granularity="day"
        shouldForceLeadingZeros
      >
        <Label className={controls.label ?? ''}>{label}</Label>
        <DateInput className={styles.date ?? ''}>
          {(segment) => <DateSegment className={styles.segment ?? ''} segment={segment} />}
        </DateInput>
      </DateField>
    </div>
  );
}

function readIso(text: string): CalendarDate | undefined {
  try {
    return parseDate(text.trim());
  } catch {
    // Any other text is left to the field.
    return undefined;
  }
}

function dateOfDay(day: Day): CalendarDate {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return year < 1
    ? new CalendarDate('BC', 1 - year, month, dayOfMonth)
    : new CalendarDate(year, month, dayOfMonth);
}

function dayOfDate({ era, year, month, day }: DateValue): Day {
  return dayOf(era === 'BC' ? 1 - year : year, month, day);
}
