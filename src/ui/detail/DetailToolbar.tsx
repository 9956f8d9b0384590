import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventState } from '../../model/dataset';
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon } from '../icons';
import { CopyButtons } from './CopyButtons';
import styles from './DetailPanel.module.css';

export interface DetailToolbarProps {
  readonly previousId: string | undefined;
  readonly nextId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
}

export function DetailToolbar(props: DetailToolbarProps & { readonly event: EventState }) {
  const { event, previousId, nextId, onSelect, onClose } = props;
  const { t } = useTranslation('detail');
  return (
    <div className={styles.toolbar}>
      <StepButton label={t('previous')} keyName="p" toId={previousId} onSelect={onSelect}>
        <ChevronLeftIcon />
      </StepButton>
      <StepButton label={t('next')} keyName="n" toId={nextId} onSelect={onSelect}>
        <ChevronRightIcon />
      </StepButton>
      <CopyButtons event={event} />
      <button
        type="button"
        className={styles.iconButton}
        aria-label={t('close')}
        title={t('close')}
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </div>
  );
}

interface StepButtonProps {
  readonly label: string;
  /** The key that does the same anywhere on the page. */
  readonly keyName: string;
  readonly toId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly children: ReactNode;
}

/** Stays focusable at the end of the row of events, so that focus is not lost there. */
function StepButton({ label, keyName, toId, onSelect, children }: StepButtonProps) {
  return (
    <button
      type="button"
      className={styles.iconButton}
      aria-label={label}
      aria-keyshortcuts={keyName}
      aria-disabled={toId === undefined}
      title={label}
      onClick={() => {
        if (toId !== undefined) onSelect(toId);
      }}
    >
      <kbd className={styles.key}>{keyName}</kbd>
      {/* In its place on a screen that is touched. */}
      <span className={styles.step}>{children}</span>
    </button>
  );
}
