import { lazy, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Later } from '../Later';
import { chooseFile } from './choose-file';
import controls from './controls.module.css';
import styles from './EmptyActions.module.css';

const AddressDialog = lazy(async () => ({
  default: (await import('./AddressDialog')).AddressDialog,
}));

interface EmptyActionsProps {
  /** Ids of the datasets that come with the app. */
  readonly bundled: readonly string[];
  /** Takes an id, an address, or a file of the reader's own. */
  readonly onOpenDataset: (source: string | File) => void;
}

/** The ways out of a dataset without events: the first that comes with the app, or another by its address or from a file. */
export function EmptyActions({ bundled: [first], onOpenDataset }: EmptyActionsProps) {
  const { t } = useTranslation('shell');
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className={styles.actions}>
      {first !== undefined && (
        <Button className={controls.solid ?? ''} onPress={() => onOpenDataset(first)}>
          {t('dataset.openNamed', { name: t(`names.${first}.title`, { defaultValue: first }) })}
        </Button>
      )}
      <Button className={controls.button ?? ''} onPress={() => setIsAsking(true)}>
        {t('dataset.byAddress')}
      </Button>
      <Button className={controls.button ?? ''} onPress={() => chooseFile(onOpenDataset)}>
        {t('dataset.file')}
      </Button>
      {isAsking && (
        <Later>
          <AddressDialog onClose={() => setIsAsking(false)} onOpenDataset={onOpenDataset} />
        </Later>
      )}
    </div>
  );
}
