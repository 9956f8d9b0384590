import { useTranslation } from 'react-i18next';
import type { TenorWindow } from '../../query/tenor-window';
import { DialogFrame } from '../shell/DialogFrame';
import styles from './Tenor.module.css';
import './tenor-messages';
import { windowText } from './tenor-words';

interface TenorMethodProps {
  readonly window: TenorWindow;
  readonly onClose: () => void;
}

/** How the ribbon is made, for a reader who wants to know what to make of it. */
export function TenorMethod({ window, onClose }: TenorMethodProps) {
  const { t } = useTranslation('tenor');
  return (
    <DialogFrame title={t('method.open')} isOpen onClose={onClose}>
      <div className={styles.method}>
        <p>{t('method.what')}</p>
        <p>{t('method.how')}</p>
        <p>{t('method.window', { window: windowText(t, window) })}</p>
        <p>{t('method.sure')}</p>
        <p>{t('method.asOf')}</p>
        <p>{t('method.limits')}</p>
        <p className={styles.sources}>{t('method.sources')}</p>
      </div>
    </DialogFrame>
  );
}
