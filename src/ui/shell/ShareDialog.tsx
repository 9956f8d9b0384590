import { useTranslation } from 'react-i18next';
import controls from './controls.module.css';
import { DialogFrame } from './DialogFrame';

interface ShareDialogProps {
  readonly link: string;
  readonly onClose: () => void;
}

/** The link to copy by hand. */
export function ShareDialog({ link, onClose }: ShareDialogProps) {
  const { t } = useTranslation('shell');
  return (
    <DialogFrame title={t('share.title')} isOpen onClose={onClose}>
      <p className={controls.label}>{t('share.byHand')}</p>
      <input
        className={controls.field}
        aria-label={t('share.field')}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
    </DialogFrame>
  );
}
