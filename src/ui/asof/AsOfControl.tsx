import { lazy, useState } from 'react';
import { Button, Group, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../time/date-text';
import { useAppState } from '../app-store';
import { ChevronLeftIcon, ChevronRightIcon, ClockIcon } from '../icons';
import { Later } from '../Later';
import { PopoverButton } from '../shell/PopoverButton';
import styles from './AsOfControl.module.css';
import { useAsOf } from './use-as-of';

const AsOfPicker = lazy(async () => ({ default: (await import('./AsOfPicker')).AsOfPicker }));
const AsOfChanges = lazy(async () => ({ default: (await import('./AsOfChanges')).AsOfChanges }));
const LedgerDialog = lazy(async () => ({
  default: (await import('../ledger/LedgerDialog')).LedgerDialog,
}));
const WhatsNew = lazy(async () => ({ default: (await import('../whats-new/WhatsNew')).WhatsNew }));

/** Step back, the day (opens a calendar), step forward, Latest; what a move brought is told beside it. */
export function AsOfControl() {
  const { t } = useTranslation('asof');
  const language = useAppState((state) => state.language);
  const { day, isLatest, previous, next, choose } = useAsOf();
  const longDate = formatDay(day, language, 'long');
  const hasMoved = useAppState((state) => state.asOfMove !== undefined);
  const [dialog, setDialog] = useState<'new' | 'ledger'>();
  const closeDialog = () => setDialog(undefined);
  return (
    <Group className={styles.group ?? ''} aria-label={t('label')}>
      <Button
        className={styles.step ?? ''}
        aria-label={t('previous')}
        aria-keyshortcuts="["
        isDisabled={previous === undefined}
        onPress={() => {
          if (previous !== undefined) choose(previous);
        }}
      >
        <ChevronLeftIcon />
      </Button>
      <PopoverButton
        className={styles.day}
        label={t('choose', { date: longDate })}
        face={
          <>
            <ClockIcon />
            <span className={styles.long}>{t('asOf', { date: longDate })}</span>
            <span className={styles.short}>{formatDay(day, language, 'medium')}</span>
          </>
        }
        title={t('title')}
        placement="bottom"
      >
        {(close) => (
          <Later meanwhile={<div className={styles.waiting} />}>
            <AsOfPicker onDone={close} onOpen={setDialog} />
          </Later>
        )}
      </PopoverButton>
      <Button
        className={styles.step ?? ''}
        aria-label={t('next')}
        aria-keyshortcuts="]"
        isDisabled={next === undefined}
        onPress={() => {
          if (next !== undefined) choose(next);
        }}
      >
        <ChevronRightIcon />
      </Button>
      <ToggleButton
        className={styles.latest ?? ''}
        isSelected={isLatest}
        onChange={() => choose('latest')}
      >
        {t('latest')}
      </ToggleButton>
      <Later>
        {hasMoved && <AsOfChanges onShowAll={() => setDialog('new')} />}
        {dialog === 'new' && <WhatsNew onClose={closeDialog} />}
        {dialog === 'ledger' && <LedgerDialog onClose={closeDialog} />}
      </Later>
    </Group>
  );
}
