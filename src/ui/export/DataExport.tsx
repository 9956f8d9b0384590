import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordExport } from '../../formats/record-export';
import { copyItem } from './copy-item';
import { DATA_FILES } from './data-files';
import { ExportBar } from './ExportBar';
import styles from './ExportDialog.module.css';
import type { DataFormat } from './export-choices';
import { Fault } from './Fault';
import { fileName } from './file-names';
import preview from './Preview.module.css';
import { Settings } from './Settings';
import type { Export } from './use-export';
import { useRecordExport } from './use-record-export';
import { useWriting } from './use-writing';
import { type Beginning, beginningOf, writeData } from './write-data';

/** The events of a range as data: how the file begins, beside what is chosen of it. */
export function DataExport(chosen: Export) {
  const { t } = useTranslation('export');
  const { choices, change, parts, problem } = chosen;
  const { data: format, withBom: bom } = choices;
  const reasonId = useId();
  const from = useRecordExport(parts?.[0]);
  const { beginning, isBusy, hasFailed } = useBeginning(format, from);
  const { writing, run, save, share, stop } = useWriting(choices, parts);
  const make = (hand: typeof save) => {
    if (!from || !parts) return;
    void hand(1, async ({ signal }) => ({
      blob: await writeData({ format, from, bom }, signal),
      name: `${fileName(from.table.dataset.id, parts)}.${DATA_FILES[format].ending}`,
    }));
  };
  const saveFile = () => make(save);
  const copy = () => {
    if (!from) return;
    void run(1, ({ signal }) =>
      copyItem({ 'text/plain': writeData({ format, from, bom: false }, signal) }, signal),
    );
  };
  const fault = writing.kind === 'failed' ? writing.fault : undefined;
  const count = parts?.reduce((sum, { eventCount }) => sum + eventCount, 0) ?? 0;
  return (
    <>
      <div className={styles.body}>
        <div className={styles.stage}>
          {problem || hasFailed ? (
            <div className={preview.none}>
              <p id={reasonId}>{t(`noPages.${problem ?? 'code'}`)}</p>
            </div>
          ) : (
            <FileText beginning={beginning} isBusy={isBusy} />
          )}
        </div>
        <Settings {...chosen} />
      </div>
      <ExportBar
        summary={
          !problem && (
            <>
              <p>{t('count', { count })}</p>
              {count === 0 && <p>{t('problem.noEvents')}</p>}
            </>
          )
        }
        writing={writing}
        fault={
          fault && (
            <Fault fault={fault} pages={[]} choices={choices} change={change} onRetry={saveFile} />
          )
        }
        isDisabled={!from}
        reasonId={from ? undefined : reasonId}
        copyName={t('copy')}
        onCopy={copy}
        onPrint={undefined}
        onShare={() => make(share)}
        onSave={saveFile}
        onStop={stop}
      />
    </>
  );
}

/** So many letters are looked at. */
const MOST_SHOWN = 20_000;

interface Begun {
  readonly format: DataFormat;
  readonly from: RecordExport;
  readonly beginning: Beginning;
}

/** How the file begins; the last one until there is another. */
function useBeginning(format: DataFormat, from: RecordExport | undefined) {
  const [begun, setBegun] = useState<Begun>();
  const [failed, setFailed] = useState<DataFormat>();
  useEffect(() => {
    if (!from) return;
    const controller = new AbortController();
    const { signal } = controller;
    const begin = async () => {
      try {
        const next = await beginningOf({ format, from, bom: false }, MOST_SHOWN, signal);
        if (!signal.aborted) setBegun({ format, from, beginning: next });
      } catch {
        // The code of the format did not come.
        if (!signal.aborted) setFailed(format);
      }
    };
    void begin();
    return () => controller.abort();
  }, [format, from]);
  return {
    beginning: begun?.beginning,
    isBusy: begun?.format !== format || begun.from !== from,
    hasFailed: failed === format,
  };
}

interface FileTextProps {
  readonly beginning: Beginning | undefined;
  readonly isBusy: boolean;
}

function FileText({ beginning, isBusy }: FileTextProps) {
  const { t } = useTranslation('export');
  return (
    <figure className={preview.preview}>
      <pre
        className={preview.text}
        role="region"
        aria-label={t('filePreview')}
        aria-busy={isBusy}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {beginning?.text}
      </pre>
      <figcaption className={preview.caption}>
        {beginning && (beginning.isWhole ? t('wholeFile') : t('fileBeginning'))}
      </figcaption>
    </figure>
  );
}
