import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../io/save-file';
import type { Dataset } from '../../model/dataset';
import { type Ledger, type LedgerEntry, ledgerAsOf } from '../../query/ledger';
import { eventsInView } from '../../query/ledger-scope';
import { type LedgerOrder, sortLedger } from '../../query/ledger-sort';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import { formatIsoDay } from '../../time/day';
import { useAppState, useAppStore } from '../app-store';
import { Choice } from '../export/Choice';
import '../record-messages';
import controls from '../shell/controls.module.css';
import { DialogFrame } from '../shell/DialogFrame';
import { useMatching, useTable } from '../use-derived';
import styles from './Ledger.module.css';
import { LedgerSummaryBar } from './LedgerSummaryBar';
import { LedgerTable } from './LedgerTable';
import { ledgerCsv } from './ledger-csv';
import { sourceWords, titleOf } from './ledger-words';

/** All that was said of the future by the as-of day, held against what came. */
export function LedgerDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('ledger');
  const dataset = useAppState((state) => state.dataset);
  return (
    <DialogFrame
      title={t('title')}
      isOpen
      onClose={onClose}
      className={styles.dialog}
      overlayClassName={styles.overlay}
    >
      {dataset && <LedgerOf dataset={dataset} onClose={onClose} />}
    </DialogFrame>
  );
}

type Scope = 'whole' | 'inView';

interface LedgerOfProps {
  readonly dataset: Dataset;
  readonly onClose: () => void;
}

function LedgerOf({ dataset, onClose }: LedgerOfProps) {
  const { t } = useTranslation(['ledger', 'vocabulary']);
  const language = useAppState((state) => state.language);
  const store = useAppStore();
  const [scope, setScope] = useState<Scope>('whole');
  const [order, setOrder] = useState<LedgerOrder>({ column: 'said', isDescending: true });
  const ledger = useLedger(dataset, scope);
  const sorted = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return sortLedger(ledger?.entries ?? [], order, {
      titleOf: (entry) => titleOf(entry, language).text,
      sourceOf: (entry) => sourceWords(entry, language, t),
      compare,
    });
  }, [ledger, order, language, t]);
  if (!ledger) return null;
  const date = formatDay(ledger.asOfDay, language, 'long');
  return (
    <div className={styles.ledger}>
      <p className={styles.intro}>{t('intro', { date })}</p>
      <div className={styles.controls}>
        <Choice
          label={t('scope')}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'whole', name: t('whole') },
            { value: 'inView', name: t('inView') },
          ]}
        />
        <SaveCsv ledger={ledger} entries={sorted} datasetId={dataset.id} language={language} />
      </div>
      {ledger.summary.total === 0 ? (
        <Nothing scope={scope} onShowWhole={() => setScope('whole')} />
      ) : (
        <>
          <LedgerSummaryBar summary={ledger.summary} />
          {ledger.omittedEvents > 0 && (
            <p className={styles.intro}>{t('omitted', { count: ledger.omittedEvents })}</p>
          )}
          <LedgerTable
            key={`${order.column}${order.isDescending}${scope}`}
            entries={sorted}
            order={order}
            onSort={setOrder}
            onChoose={(id) => {
              store.getState().select(id);
              onClose();
            }}
          />
        </>
      )}
      <details className={styles.method}>
        <summary>{t('method')}</summary>
        <p>{t('methodText')}</p>
      </details>
    </div>
  );
}

/** Undefined until there is a table. */
function useLedger(dataset: Dataset, scope: Scope): Ledger | undefined {
  const table = useTable();
  const matching = useMatching();
  const view = useAppState((state) => state.view);
  return useMemo(() => {
    if (!table) return undefined;
    const isNarrow = scope === 'inView' && matching && view;
    const includes = isNarrow ? eventsInView(table, matching, view) : undefined;
    return ledgerAsOf({ dataset, asOfDay: table.asOfDay, includes });
  }, [dataset, scope, table, matching, view]);
}

function Nothing({ scope, onShowWhole }: { scope: Scope; onShowWhole: () => void }) {
  const { t } = useTranslation('ledger');
  return (
    <div className={styles.nothing}>
      <p role="status">{scope === 'whole' ? t('none') : t('noneInView')}</p>
      {scope === 'inView' && (
        <Button className={controls.button ?? ''} onPress={onShowWhole}>
          {t('showWhole')}
        </Button>
      )}
    </div>
  );
}

interface SaveCsvProps {
  readonly ledger: Ledger;
  /** In the order of the table. */
  readonly entries: readonly LedgerEntry[];
  readonly datasetId: string;
  readonly language: Language;
}

/** Spreadsheets take UTF-8 for something else without it. */
const BYTE_ORDER_MARK = '\uFEFF';

function SaveCsv({ ledger, entries, datasetId, language }: SaveCsvProps) {
  const { t } = useTranslation(['ledger', 'vocabulary']);
  const [saved, setSaved] = useState<string>();
  const save = () => {
    const name = `${datasetId}-ledger-${formatIsoDay(ledger.asOfDay)}.csv`;
    const text = BYTE_ORDER_MARK + ledgerCsv(ledger, entries, { t, language });
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
    setSaved(name);
  };
  return (
    <div className={styles.save}>
      <p role="status" className={styles.intro}>
        {saved !== undefined && t('saved', { name: saved })}
      </p>
      <Button className={controls.button ?? ''} isDisabled={entries.length === 0} onPress={save}>
        {t('save')}
      </Button>
    </div>
  );
}
