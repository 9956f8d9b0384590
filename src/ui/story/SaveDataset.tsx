import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { serviceOf } from '../../io/large/service-of';
import { saveFile } from '../../io/save-file';
import { datasetJson } from '../../io/write-dataset';
import type { Dataset, DatasetView } from '../../model/dataset';
import { ownBeside } from '../../state/story';
import { useAppState } from '../app-store';
import menu from '../shell/DatasetChoice.module.css';
import styles from './SaveDataset.module.css';
import './story-messages';

/** Hands out the dataset as a file, the reader's own views in it; a large one as lines, which its worker writes. */
export function SaveDataset({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('story');
  const dataset = useAppState((state) => state.dataset);
  const ownViews = useAppState((state) => state.ownViews);
  const hasIssues = useAppState((state) => state.issues.length > 0);
  const [writing, setWriting] = useState<'begun' | 'failed'>();
  if (!dataset) return null;
  const own = ownBeside(dataset.views, ownViews ?? []);
  const isLarge = dataset.packed !== undefined;
  const save = async () => {
    if (!isLarge) onClose();
    setWriting('begun');
    const isSaved = await saveDataset(dataset, own);
    setWriting(isSaved ? undefined : 'failed');
    if (isSaved && isLarge) onClose();
  };
  return (
    <div className={styles.place}>
      <Button
        className={menu.item ?? ''}
        isDisabled={writing === 'begun'}
        onPress={() => void save()}
      >
        <span>
          {t('file.save')}
          {own.length > 0 && (
            <span className={styles.with}>{t('file.with', { count: own.length })}</span>
          )}
          {isLarge && hasIssues && <span className={styles.with}>{t('file.without')}</span>}
        </span>
      </Button>
      <p role="status" className={styles.writing}>
        {writing === 'begun' && t('file.writing')}
        {writing === 'failed' && t('file.failed')}
      </p>
    </div>
  );
}

/** False where a large set's worker could not write it, or is gone. */
async function saveDataset(dataset: Dataset, own: readonly DatasetView[]): Promise<boolean> {
  const text = datasetJson(dataset, own);
  if (text !== undefined) {
    saveFile(new Blob([text], { type: 'application/json' }), `${dataset.id}.json`);
    return true;
  }
  const lines = await serviceOf(dataset)
    ?.write(own)
    .catch(() => undefined);
  if (lines) saveFile(lines, `${dataset.id}.ndjson`);
  return lines !== undefined;
}
