import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../io/save-file';
import type { Dataset } from '../../model/dataset';
import { type Cadence, MOST_CADENCE_ROWS } from '../../query/cadence';
import type { Filter } from '../../query/filter';
import { formatEdtf } from '../../time/date-text';
import { formatIsoDay } from '../../time/day';
import { useAppState, useAppStore } from '../app-store';
import controls from '../shell/controls.module.css';
import { useWords } from '../shell/names';
import styles from './Cadence.module.css';
import { CadencePicture } from './CadencePicture';
import { gapsCsv } from './cadence-csv';
import { cadenceSentence, lengthWords, stripWords } from './cadence-words';
import { GapTable } from './GapTable';
import { subjectWords } from './subject-words';
import type { CadenceFacts } from './use-cadence';

interface ResultProps {
  readonly facts: CadenceFacts;
  readonly filter: Filter;
  readonly dataset: Dataset;
  readonly onClose: () => void;
}

export function CadenceResult(props: ResultProps) {
  const { t } = useTranslation('cadence');
  const { cadence, matchCount } = props.facts;
  return (
    <section className={styles.result} aria-label={t('result')}>
      {cadence ? (
        <Answer {...props} cadence={cadence} />
      ) : (
        <p className={styles.sentence} role="status">
          {t('tooMany', { count: matchCount, most: MOST_CADENCE_ROWS })}
        </p>
      )}
      <details className={styles.method}>
        <summary>{t('method')}</summary>
        <p>{t('methodText')}</p>
      </details>
    </section>
  );
}

type AnswerProps = ResultProps & { readonly cadence: Cadence };

function Answer({ cadence, facts, filter, dataset, onClose }: AnswerProps) {
  const { t } = useTranslation('cadence');
  const { language, country } = useWords();
  const store = useAppStore();
  const { table } = facts;
  const subject = subjectWords(filter, { t, language, dataset, countryName: country });
  const next = cadence.next && table.stateOf(cadence.next.row);
  const nextWhen = next && formatEdtf(next.date, language, 'long');
  return (
    <>
      <p className={styles.sentence} role="status">
        {cadenceSentence(cadence, { subject, nextWhen }, { t, language })}
      </p>
      <Notes cadence={cadence} />
      {cadence.occasions.length > 0 && (
        <CadencePicture cadence={cadence} words={stripWords(cadence, subject, t)} />
      )}
      <Actions {...{ cadence, facts, filter, dataset, onClose }} />
      {cadence.gaps.length > 0 && (
        <GapTable
          table={table}
          gaps={cadence.gaps}
          onChoose={(id) => {
            store.getState().select(id);
            onClose();
          }}
        />
      )}
    </>
  );
}

function Notes({ cadence }: { readonly cadence: Cadence }) {
  const { t } = useTranslation('cadence');
  const { rhythm, gaps, eventCount, startlessCount, occasions } = cadence;
  const notes = [
    ...(rhythm && gaps.length > 2
      ? [
          t('spread', {
            lower: lengthWords(rhythm.lowerDays, t),
            upper: lengthWords(rhythm.upperDays, t),
          }),
        ]
      : []),
    ...(eventCount - startlessCount > occasions.length
      ? [t('sameDay', { count: eventCount - startlessCount })]
      : []),
    ...(startlessCount > 0 ? [t('startless', { count: startlessCount })] : []),
  ];
  return notes.length > 0 ? <p className={styles.intro}>{notes.join(t('noteJoiner'))}</p> : null;
}

function Actions({ cadence, facts, filter, dataset, onClose }: AnswerProps) {
  const { t } = useTranslation('cadence');
  const language = useAppState((state) => state.language);
  const isShown = useAppState((state) => state.cadence && isSameFilter(state.filter, filter));
  const store = useAppStore();
  const [saved, setSaved] = useState<string>();
  const show = () => {
    const { setCadence, changeFilter } = store.getState();
    // One step of the history, so that Back undoes both.
    setCadence(!isShown);
    if (!isShown) changeFilter(filter, 'replace');
    onClose();
  };
  const save = () => {
    const name = `${dataset.id}-intervals-${formatIsoDay(cadence.asOfDay)}.csv`;
    const text = BYTE_ORDER_MARK + gapsCsv(facts.table, cadence.gaps, { t, language });
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
    setSaved(name);
  };
  return (
    <div className={styles.actions}>
      <Button className={controls.solid ?? ''} onPress={show}>
        {isShown ? t('hide') : t('show')}
      </Button>
      <Button
        className={controls.button ?? ''}
        isDisabled={cadence.gaps.length === 0}
        onPress={save}
      >
        {t('save')}
      </Button>
      <p role="status" className={styles.intro}>
        {saved !== undefined && t('saved', { name: saved })}
      </p>
    </div>
  );
}

function isSameFilter(a: Filter, b: Filter): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Spreadsheets take UTF-8 for something else without it. */
const BYTE_ORDER_MARK = '\uFEFF';
