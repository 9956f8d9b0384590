import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createPublisher, type Publisher } from '../../io/publish/publisher';
import { DialogFrame } from '../shell/DialogFrame';
import { DataExport } from './DataExport';
import styles from './ExportDialog.module.css';
import './export-messages';
import { PictureExport } from './PictureExport';
import { useExport } from './use-export';

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Tests give their own. */
  readonly createWriter?: () => Publisher;
}

/** A range of the record, or each view of the story, as pages or as data. */
export function ExportDialog({ isOpen, onClose, createWriter }: ExportDialogProps) {
  const { t } = useTranslation('export');
  return (
    <DialogFrame
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      className={styles.sheet}
      overlayClassName={styles.overlay}
    >
      <Body createWriter={createWriter ?? createPublisher} />
    </DialogFrame>
  );
}

function Body({ createWriter }: { readonly createWriter: () => Publisher }) {
  const [publisher] = useState(createWriter);
  const chosen = useExport();
  return chosen.choices.kind === 'pictures' ? (
    <PictureExport {...chosen} publisher={publisher} />
  ) : (
    <DataExport {...chosen} />
  );
}
