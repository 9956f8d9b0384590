import { useTranslation } from 'react-i18next';
import controls from '../shell/controls.module.css';
import { DialogFrame } from '../shell/DialogFrame';
import styles from './CitationDialog.module.css';

interface CitationDialogProps {
  readonly citation: string;
  readonly onClose: () => void;
}

/** The citation to copy by hand. */
export function CitationDialog({ citation, onClose }: CitationDialogProps) {
  const { t } = useTranslation('detail');
  return (
    <DialogFrame title={t('citation')} isOpen onClose={onClose}>
      <p className={controls.label}>{t('citationByHand')}</p>
      <textarea
        className={styles.citation}
        aria-label={t('citation')}
        readOnly
        rows={4}
        value={citation}
        onFocus={(event) => event.currentTarget.select()}
      />
    </DialogFrame>
  );
}
