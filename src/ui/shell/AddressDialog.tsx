import { type FormEvent, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import controls from './controls.module.css';
import { DialogFrame } from './DialogFrame';

interface AddressDialogProps {
  readonly onClose: () => void;
  readonly onOpenDataset: (address: string) => void;
}

/** Asks for the address of a dataset file. What fails after that is said by a notice. */
export function AddressDialog({ onClose, onOpenDataset }: AddressDialogProps) {
  const { t } = useTranslation('shell');
  const id = useId();
  const [address, setAddress] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const text = address.trim();
    if (!isWebAddress(text)) {
      setIsWrong(true);
      return;
    }
    onOpenDataset(text);
    onClose();
  };
  return (
    <DialogFrame title={t('dataset.title')} isOpen onClose={onClose}>
      <form onSubmit={open} noValidate>
        <label className={controls.label} htmlFor={id}>
          {t('dataset.address')}
        </label>
        <input
          id={id}
          className={controls.field}
          type="url"
          inputMode="url"
          placeholder="https://"
          value={address}
          aria-invalid={isWrong}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setAddress(event.target.value);
            setIsWrong(false);
          }}
        />
        <p
          id={`${id}-note`}
          className={isWrong ? controls.error : controls.note}
          role={isWrong ? 'alert' : undefined}
        >
          {isWrong ? t('dataset.invalid') : t('dataset.help')}
        </p>
        <div className={controls.actions}>
          <Button className={controls.button ?? ''} onPress={onClose}>
            {t('dataset.cancel')}
          </Button>
          <Button className={controls.solid ?? ''} type="submit">
            {t('dataset.open')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
