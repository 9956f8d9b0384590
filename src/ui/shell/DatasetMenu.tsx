import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../model/dataset';
import { textOther } from '../../model/text';
import { useAppState } from '../app-store';
import { ChevronDownIcon } from '../icons';
import { Later } from '../Later';
import styles from './DatasetMenu.module.css';
import { useWords } from './names';
import { PopoverButton } from './PopoverButton';

const DatasetChoice = lazy(async () => ({
  default: (await import('./DatasetChoice')).DatasetChoice,
}));
const AddressDialog = lazy(async () => ({
  default: (await import('./AddressDialog')).AddressDialog,
}));

interface DatasetMenuProps {
  /** Ids of the datasets that come with the app. */
  readonly bundled: readonly string[];
  /** Takes an id, an address, or a file of the reader's own; faults show as notices. */
  readonly onOpenDataset: (source: string | File) => void;
}

export function DatasetMenu({ bundled, onOpenDataset }: DatasetMenuProps) {
  const { t } = useTranslation('shell');
  const dataset = useAppState((state) => state.dataset);
  const names = useDatasetNames(dataset);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <PopoverButton
        className={styles.name}
        label={t('dataset.menu', { name: names.own })}
        face={
          <>
            <span className={styles.own}>{names.own}</span>
            {names.other !== undefined && (
              <span className={styles.other} lang={names.otherLang}>
                {names.other}
              </span>
            )}
            <ChevronDownIcon />
          </>
        }
        title={t('dataset.bundled')}
        placement="bottom start"
      >
        {(close) => (
          <DatasetChoice
            bundled={bundled}
            onOpenDataset={onOpenDataset}
            onAskAddress={() => setIsAsking(true)}
            onClose={close}
          />
        )}
      </PopoverButton>
      {isAsking && (
        <Later>
          <AddressDialog onClose={() => setIsAsking(false)} onOpenDataset={onOpenDataset} />
        </Later>
      )}
    </>
  );
}

/** Short names for the bundled datasets; any other goes by its title. */
function useDatasetNames(dataset: Dataset | undefined) {
  const { t, i18n } = useTranslation('shell');
  const { run, language } = useWords();
  if (!dataset) return { own: t('dataset.none'), other: undefined, otherLang: undefined };
  const key = `names.${dataset.id}`;
  if (i18n.exists(`shell:${key}.title`)) {
    const otherLang = language === 'en' ? 'ja' : 'en';
    return { own: t(`${key}.title`), other: t(`${key}.other`), otherLang };
  }
  const other = textOther(dataset.title, language);
  return { own: run(dataset.title).text, other: other?.text, otherLang: other?.lang };
}
