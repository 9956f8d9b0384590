import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../io/save-file';
import { datasetJson } from '../../io/write-dataset';
import type { Dataset, DatasetView } from '../../model/dataset';
import { ownBeside } from '../../state/story';
import { useAppState } from '../app-store';
import menu from '../shell/DatasetChoice.module.css';
import styles from './SaveDataset.module.css';
import './story-messages';

/** Hands out the dataset as a file, the reader's own views in it. */
export function SaveDataset({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('story');
  const dataset = useAppState((state) => state.dataset);
  const ownViews = useAppState((state) => state.ownViews);
  if (!dataset) return null;
  if (dataset.packed) return <p className={styles.large}>{t('file.large')}</p>;
  const own = ownBeside(dataset.views, ownViews ?? []);
  return (
    <div className={styles.place}>
      <Button
        className={menu.item ?? ''}
        onPress={() => {
          onClose();
          save(dataset, own);
        }}
      >
        <span>
          {t('file.save')}
          {own.length > 0 && (
            <span className={styles.with}>{t('file.with', { count: own.length })}</span>
          )}
        </span>
      </Button>
    </div>
  );
}

function save(dataset: Dataset, own: readonly DatasetView[]): void {
  const text = datasetJson(dataset, own);
  if (text === undefined) return;
  saveFile(new Blob([text], { type: 'application/json' }), `${dataset.id}.json`);
}
