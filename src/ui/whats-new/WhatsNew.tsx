import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findStorage } from '../../io/preferences';
import { findLastVisit, seenThrough, visitOf } from '../../io/visits';
import { type Change, changesBetween } from '../../model/changes';
import type { Dataset } from '../../model/dataset';
import { formatDay } from '../../time/date-text';
import type { Day } from '../../time/day';
import { useAppState } from '../app-store';
import { ChangeList } from '../asof/ChangeList';
import { Choice } from '../export/Choice';
import { DayField } from '../export/DayField';
import '../record-messages';
import controls from '../shell/controls.module.css';
import { DialogFrame } from '../shell/DialogFrame';
import { useAsOfDay } from '../use-derived';
import { groupChanges } from './group-changes';
import styles from './WhatsNew.module.css';

/** What was added, changed, fulfilled or lapsed between two days, or since the reader was last here. */
export function WhatsNew({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('changes');
  const dataset = useAppState((state) => state.dataset);
  return (
    <DialogFrame
      title={t('whatsNew.title')}
      isOpen
      onClose={onClose}
      className={styles.dialog}
      overlayClassName={styles.overlay}
    >
      {dataset && <News dataset={dataset} onClose={onClose} />}
    </DialogFrame>
  );
}

type Mode = 'visit' | 'days';

function News({ dataset, onClose }: { readonly dataset: Dataset; readonly onClose: () => void }) {
  const { t } = useTranslation('changes');
  const language = useAppState((state) => state.language);
  const today = useAppState((state) => state.today);
  const move = useAppState((state) => state.asOfMove);
  const asOfDay = useAsOfDay();
  const [last] = useState(() => findLastVisit(findStorage(), dataset.id, visitOf(dataset, today)));
  const [mode, setMode] = useState<Mode>(last ? 'visit' : 'days');
  const [from, setFrom] = useState<Day | undefined>(() => firstDay(move, asOfDay));
  const [to, setTo] = useState<Day | undefined>(asOfDay);
  const isVisit = mode === 'visit';
  const fromDay = isVisit ? last && seenThrough(last) : from;
  const toDay = isVisit ? today : to;
  return (
    <div className={styles.news}>
      <Choice
        label={t('whatsNew.mode')}
        value={mode}
        onChange={setMode}
        options={[
          { value: 'visit', name: t('whatsNew.visit') },
          { value: 'days', name: t('whatsNew.days') },
        ]}
      />
      {isVisit ? (
        <div>
          {last ? (
            <p className={styles.note}>
              {t('whatsNew.sinceVisit', { date: formatDay(seenThrough(last), language, 'long') })}
              {last.fingerprint !== visitOf(dataset, today).fingerprint &&
                ` ${t('whatsNew.edited')}`}
            </p>
          ) : (
            <p className={styles.note}>{t('whatsNew.firstVisit')}</p>
          )}
          <p className={styles.note}>{t('whatsNew.kept')}</p>
        </div>
      ) : (
        <div className={styles.days}>
          <DayField label={t('whatsNew.from')} day={from} onChange={setFrom} />
          <DayField label={t('whatsNew.to')} day={to} onChange={setTo} />
        </div>
      )}
      <Found
        dataset={dataset}
        fromDay={fromDay}
        toDay={toDay}
        isVisit={isVisit}
        onClose={onClose}
      />
    </div>
  );
}

/** A year before, unless the reader has just come from an earlier day. */
function firstDay(move: { fromDay: Day; toDay: Day } | undefined, asOfDay: Day): Day {
  return move && move.fromDay < asOfDay ? move.fromDay : asOfDay - 365;
}

interface FoundProps {
  readonly dataset: Dataset;
  readonly fromDay: Day | undefined;
  readonly toDay: Day | undefined;
  readonly isVisit: boolean;
  readonly onClose: () => void;
}

function Found({ dataset, fromDay, toDay, isVisit, onClose }: FoundProps) {
  const { t } = useTranslation('changes');
  const hasDays = fromDay !== undefined && toDay !== undefined;
  const found = useMemo(
    () => (hasDays ? changesBetween(dataset, { fromDay, toDay }) : undefined),
    [dataset, hasDays, fromDay, toDay],
  );
  const groups = useMemo(() => groupChanges(found?.list ?? []), [found]);
  if (isVisit && fromDay === undefined) return null;
  if (!found || !hasDays) return <p role="status">{t('whatsNew.empty')}</p>;
  if (!isVisit && fromDay >= toDay) {
    return (
      <p role="alert" className={controls.error}>
        {t('whatsNew.reversed')}
      </p>
    );
  }
  if (found.count === 0) {
    return <p role="status">{isVisit ? t('whatsNew.nothingVisit') : t('whatsNew.nothing')}</p>;
  }
  return (
    <>
      <p role="status" className={styles.count}>
        {t('whatsNew.count', { count: found.count })}
        {found.list.length < found.count && (
          <> · {t('omitted', { shown: found.list.length, count: found.count })}</>
        )}
      </p>
      {groups.map(({ group, changes }) => (
        <Group
          key={group}
          title={t(`whatsNew.groups.${group}`)}
          changes={changes}
          onChoose={onClose}
        />
      ))}
    </>
  );
}

/** Of a long group the first ones, then all on demand. */
const FIRST = 50;

interface GroupProps {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly onChoose: () => void;
}

function Group({ title, changes, onChoose }: GroupProps) {
  const { t } = useTranslation('changes');
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.group}>
        {title} <span className={styles.number}>{changes.length}</span>
      </h3>
      <ChangeList
        changes={isWhole ? changes : changes.slice(0, FIRST)}
        withDays
        onChoose={onChoose}
      />
      {!isWhole && changes.length > FIRST && (
        <button type="button" className={controls.link} onClick={() => setIsWhole(true)}>
          {t('whatsNew.all', { count: changes.length })}
        </button>
      )}
    </section>
  );
}
