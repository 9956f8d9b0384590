import { useTranslation } from 'react-i18next';
import type { RelationEvent } from '../../model/dataset';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import type { Day } from '../../time/day';
import { CloseIcon } from '../icons';
import styles from './DetailPanel.module.css';

interface DetailMissingProps {
  readonly id: string;
  /** Undefined where the dataset holds no such event. */
  readonly event: RelationEvent | undefined;
  readonly asOfDay: Day;
  readonly language: Language;
  readonly onGoTo: (day: Day | undefined) => void;
  readonly onClose: () => void;
}

/** Stands in for an event that is not known on the day, or not at all. Its title is not told: it came later. */
export function DetailMissing(props: DetailMissingProps) {
  const { id, event, asOfDay, language, onGoTo, onClose } = props;
  const { t } = useTranslation('detail');
  const known = event?.states[0]?.known;
  const canGo = known !== undefined && Number.isFinite(known) && known > asOfDay;
  const date = canGo ? formatDay(known, language, 'long') : '';
  return (
    <div className={styles.missing}>
      <div className={styles.topLine}>
        <h2 className={styles.title} tabIndex={-1} data-detail-heading="">
          {canGo
            ? t('notYetTitle', { date: formatDay(asOfDay, language, 'long') })
            : t('missingTitle')}
        </h2>
        <button
          type="button"
          className={styles.iconButton}
          aria-label={t('close')}
          title={t('close')}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </div>
      <p>{canGo ? t('notYet', { date }) : t('missing', { id })}</p>
      {canGo && (
        <p className={styles.ways}>
          <button
            type="button"
            className={styles.button}
            onClick={() => {
              onGoTo(known);
            }}
          >
            {t('goTo', { date })}
          </button>
          <button
            type="button"
            className={styles.button}
            onClick={() => {
              onGoTo(undefined);
            }}
          >
            {t('latest')}
          </button>
        </p>
      )}
    </div>
  );
}
