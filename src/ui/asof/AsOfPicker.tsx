import { CalendarDate, type DateValue } from '@internationalized/date';
import { useEffect, useRef, useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateField,
  DateInput,
  DateSegment,
  Heading,
  Label,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { civilOf, type Day, dayOf } from '../../time/day';
import { ChevronLeftIcon, ChevronRightIcon } from '../icons';
import '../record-messages';
import controls from '../shell/controls.module.css';
import styles from './AsOfPicker.module.css';
import { useAsOf } from './use-as-of';

/** A year is typed digit by digit; the picture need not follow each of them. */
const TYPING_MS = 450;

interface AsOfPickerProps {
  readonly onDone: () => void;
  /** Opens the list of what is new, or the ledger. */
  readonly onOpen: (dialog: 'new' | 'ledger') => void;
}

export function AsOfPicker({ onDone, onOpen }: AsOfPickerProps) {
  const { t } = useTranslation(['asof', 'changes', 'ledger']);
  const { day, choose } = useAsOf();
  const [draft, setDraft] = useState<DateValue | null>(() => calendarDateOf(day));
  const [shown, setShown] = useState<DateValue>(() => calendarDateOf(day));
  const later = useLater();

  const pick = (date: DateValue) => {
    later(undefined);
    setDraft(date);
    setShown(date);
    choose(dayOfCalendar(date));
  };
  return (
    <div className={styles.picker}>
      <DateField
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just opened it; by touch it would bring the keyboard over the calendar
        autoFocus={!matchMedia('(pointer: coarse)').matches}
        value={draft}
        onChange={(date) => {
          setDraft(date);
          if (!date) return;
          later(() => {
            setShown(date);
            choose(dayOfCalendar(date));
          });
        }}
      >
        <Label className={controls.label}>{t('field')}</Label>
        <DateInput className={styles.input ?? ''}>
          {(segment) => <DateSegment className={styles.segment ?? ''} segment={segment} />}
        </DateInput>
      </DateField>
      <Calendar
        aria-label={t('calendar')}
        value={draft}
        focusedValue={shown}
        onFocusChange={setShown}
        onChange={pick}
      >
        <div className={styles.month}>
          <Button slot="previous" className={controls.plain ?? ''} aria-label={t('previousMonth')}>
            <ChevronLeftIcon />
          </Button>
          <Heading className={styles.monthName ?? ''} />
          <Button slot="next" className={controls.plain ?? ''} aria-label={t('nextMonth')}>
            <ChevronRightIcon />
          </Button>
        </div>
        <CalendarGrid className={styles.grid ?? ''} weekdayStyle="short">
          <CalendarGridHeader>
            {(name) => (
              <CalendarHeaderCell className={styles.weekday ?? ''}>{name}</CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => <CalendarCell className={styles.cell ?? ''} date={date} />}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      <p className={controls.note}>{t('note')}</p>
      <Button
        className={controls.button ?? ''}
        onPress={() => {
          later(undefined);
          choose('latest');
          onDone();
        }}
      >
        {t('latest')}
      </Button>
      <Button
        className={controls.button ?? ''}
        onPress={() => {
          onDone();
          onOpen('new');
        }}
      >
        {t('changes:whatsNew.open')}
      </Button>
      <Button
        className={controls.button ?? ''}
        onPress={() => {
          onDone();
          onOpen('ledger');
        }}
      >
        {t('ledger:openMenu')}
      </Button>
    </div>
  );
}

/** Runs the last thing given to it once the hand rests, or when the picker closes. */
function useLater(): (work: (() => void) | undefined) => void {
  const pending = useRef<(() => void) | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const run = () => {
    clearTimeout(timer.current);
    const work = pending.current;
    pending.current = undefined;
    work?.();
  };
  const flush = useRef(run);
  useEffect(() => {
    const atEnd = flush.current;
    return () => atEnd();
  }, []);
  return (work) => {
    clearTimeout(timer.current);
    pending.current = work;
    timer.current = setTimeout(run, TYPING_MS);
  };
}

function calendarDateOf(day: Day): CalendarDate {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return new CalendarDate(year, month, dayOfMonth);
}

function dayOfCalendar({ year, month, day, era }: DateValue): Day {
  return dayOf(era === 'BC' ? 1 - year : year, month, day);
}
