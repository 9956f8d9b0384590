import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../model/dataset';
import { formatDay } from '../../time/date-text';
import { useAppState } from '../app-store';
import { CheckIcon } from '../icons';
import { SaveDataset } from '../story/SaveDataset';
import { chooseFile } from './choose-file';
import styles from './DatasetChoice.module.css';
import { useWords } from './names';

interface DatasetChoiceProps {
  /** Ids of the datasets that come with the app. */
  readonly bundled: readonly string[];
  /** Takes an id or a file. */
  readonly onOpenDataset: (source: string | File) => void;
  readonly onAskAddress: () => void;
  /** Called before each choice. */
  readonly onClose: () => void;
}

/** What the dataset on screen is, and what else can be opened. */
export function DatasetChoice(props: DatasetChoiceProps) {
  const { bundled, onOpenDataset, onAskAddress, onClose } = props;
  const { t } = useTranslation('shell');
  const dataset = useAppState((state) => state.dataset);
  const address = useAppState((state) => state.datasetAddress);
  const others = [
    { label: t('dataset.byAddress'), choose: onAskAddress },
    { label: t('dataset.file'), choose: () => chooseFile(onOpenDataset) },
  ];
  return (
    <div className={styles.menu}>
      <DatasetAbout dataset={dataset} />
      <ul className={styles.list}>
        {bundled.map((id) => (
          <li key={id}>
            <Button
              className={styles.item ?? ''}
              aria-current={id === address}
              onPress={() => {
                onClose();
                onOpenDataset(id);
              }}
            >
              {t(`names.${id}.title`, { defaultValue: id })}
              {id === address && <CheckIcon />}
            </Button>
          </li>
        ))}
        {others.map(({ label, choose }) => (
          <li key={label}>
            <Button
              className={styles.item ?? ''}
              onPress={() => {
                onClose();
                choose();
              }}
            >
              {label}
            </Button>
          </li>
        ))}
      </ul>
      <SaveDataset onClose={onClose} />
    </div>
  );
}

function DatasetAbout({ dataset }: { dataset: Dataset | undefined }) {
  const { t } = useTranslation('shell');
  const { run, language } = useWords();
  if (!dataset) return null;
  const title = run(dataset.title);
  const description = dataset.description === undefined ? undefined : run(dataset.description);
  return (
    <div className={styles.about}>
      <p className={styles.title} lang={title.lang}>
        {title.text}
      </p>
      {description && <p lang={description.lang}>{description.text}</p>}
      <p>{t('dataset.through', { date: formatDay(dataset.recordedThrough, language, 'long') })}</p>
    </div>
  );
}
