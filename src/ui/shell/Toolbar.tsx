import { useSyncExternalStore } from 'react';
import { Button, Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { State } from '../../state/state';
import { type DayRange, formatSpan } from '../../time/date-text';
import type { Span } from '../../time/day';
import { useAppState } from '../app-store';
import { ActiveFilters } from '../filters/ActiveFilters';
import { MinusIcon, PlusIcon } from '../icons';
import { LedgerButton } from '../ledger/LedgerButton';
import { EventListButton } from '../timeline/EventListButton';
import { type PictureFacts, pictureFacts } from '../timeline/picture-facts';
import { timelineActions } from '../timeline/timeline-actions';
import controls from './controls.module.css';
import { GroupingToggle } from './GroupingToggle';
import { TenorToggle } from './TenorToggle';
import styles from './Toolbar.module.css';

const ZOOM_STEP = 2;

/** What is in view, in words, what narrows it, and how it is laid out. */
export function Toolbar() {
  return (
    <div className={styles.place}>
      <div className={styles.toolbar}>
        <ViewTitle />
        <ViewStatus />
        <div className={styles.filters}>
          <ActiveFilters />
        </div>
        <GroupingChoice />
        <TenorToggle className={styles.ledger} />
        <LedgerButton className={styles.ledger} />
        <EventListButton className={styles.list} />
        <ZoomButtons />
      </div>
    </div>
  );
}

function ViewTitle() {
  const language = useAppState((state) => state.language);
  const title = useAppState(({ view }) => view && formatSpan(rangeOf(view), language, 'title'));
  return <h2 className={styles.range}>{title}</h2>;
}

function ViewStatus() {
  const facts = useSyncExternalStore(pictureFacts.subscribe, pictureFacts.get);
  return (
    <p className={styles.status} role="status">
      {facts && <StatusWords {...facts} />}
    </p>
  );
}

function StatusWords({ eventCount: count, namedCount: named, regime, isDense }: PictureFacts) {
  const { t } = useTranslation('shell');
  const isPlain = useAppState(hasPlainCapitals);
  const isInColumns = regime !== 'marks' && isDense;
  return (
    <>
      {isInColumns
        ? // Not called `unit`: that would tell the formatter of numbers to write one.
          t('toolbar.dense', { count, named, column: t(`toolbar.unit.${regime}`) })
        : t('toolbar.events', { count, named })}
      {!isInColumns && (regime === 'years' || regime === 'months') && (
        <span className={styles.regime}> · {t(`toolbar.${regime}`)}</span>
      )}
      {isPlain && <span className={styles.regime}> · {t('toolbar.plainCapitals')}</span>}
    </>
  );
}

/** The axis lines of two capitals stack every mark, which a large set has too many of. */
function hasPlainCapitals({ grouping, dataset }: State): boolean {
  return grouping === 'capital' && dataset?.packed !== undefined;
}

function GroupingChoice() {
  const { t } = useTranslation('shell');
  return (
    <div className={styles.grouping}>
      <span className={styles.groupBy} aria-hidden="true">
        {t('toolbar.groupBy')}
      </span>
      <GroupingToggle className={styles.segments} />
    </div>
  );
}

function ZoomButtons() {
  const { t } = useTranslation('shell');
  return (
    <Group
      className={[controls.segments, styles.segments, styles.zoomGroup].join(' ')}
      aria-label={t('toolbar.zoom')}
    >
      <Button
        className={[controls.segment, styles.zoom].join(' ')}
        aria-label={t('toolbar.zoomOut')}
        aria-keyshortcuts="-"
        onPress={() => timelineActions.zoomBy(1 / ZOOM_STEP)}
      >
        <MinusIcon />
      </Button>
      <Button
        className={[controls.segment, styles.zoom].join(' ')}
        aria-label={t('toolbar.zoomIn')}
        aria-keyshortcuts="+"
        onPress={() => timelineActions.zoomBy(ZOOM_STEP)}
      >
        <PlusIcon />
      </Button>
    </Group>
  );
}

/** The whole days of a span, both inclusive. */
export function rangeOf({ startDay, endDay }: Span): DayRange {
  const firstDay = Math.floor(startDay);
  return { firstDay, lastDay: Math.max(firstDay, Math.ceil(endDay) - 1) };
}
