import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import controls from '../shell/controls.module.css';
import { DialogFrame } from '../shell/DialogFrame';
import { useVisibleCount } from '../use-derived';
import { ClearButton } from './ClearButton';
import { Facets } from './Facets';
import styles from './FilterSheet.module.css';
import { useSwipeDown } from './use-swipe-down';

interface FilterSheetProps {
  readonly onClose: () => void;
}

/** The rail as a sheet, where the screen has no room beside the timeline. */
export function FilterSheet({ onClose }: FilterSheetProps) {
  const { t } = useTranslation('filters');
  return (
    <DialogFrame
      title={t('label')}
      isOpen
      onClose={onClose}
      className={styles.sheet}
      overlayClassName={styles.overlay}
    >
      <SheetBody onClose={onClose} />
    </DialogFrame>
  );
}

function SheetBody({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('filters');
  const count = useVisibleCount() ?? 0;
  const body = useRef<HTMLElement>(null);
  useSwipeDown(body, onClose);
  return (
    <>
      <section ref={body} className={styles.body} aria-label={t('label')}>
        <Facets />
      </section>
      <div className={styles.foot}>
        <ClearButton />
        <Button className={controls.solid ?? ''} onPress={onClose}>
          {t('showEvents', { count })}
        </Button>
      </div>
    </>
  );
}
