import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { storyOf } from '../../state/story';
import { useAppState } from '../app-store';
import { DialogFrame } from '../shell/DialogFrame';
import '../story/story-messages';
import { Choice } from './Choice';
import styles from './ExportDialog.module.css';
import { ExportForm } from './ExportForm';
import { StoryExport } from './StoryExport';
import type { PictureFormat } from './save-picture';

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A range of the record as a picture: which days, which words, which format. */
export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  const { t } = useTranslation('export');
  return (
    <DialogFrame
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      className={styles.sheet}
      overlayClassName={styles.overlay}
    >
      <Subject />
    </DialogFrame>
  );
}

const SUBJECTS = ['range', 'views'] as const;

/** Of what there is to be a picture: of the range, or of each view where there are views. */
function Subject() {
  const { t } = useTranslation('story');
  const hasViews = useAppState((state) => storyOf(state).length > 0);
  const [subject, setSubject] = useState<(typeof SUBJECTS)[number]>('range');
  const [options, setOptions] = useState<PictureFormat>({
    format: 'png',
    scale: 2,
    theme: 'light',
  });
  const head = hasViews && (
    <Choice
      label={t('pictures.what')}
      value={subject}
      onChange={setSubject}
      options={SUBJECTS.map((value) => ({ value, name: t(`pictures.${value}`) }))}
    />
  );
  const common = { head, options, onOptions: setOptions };
  return subject === 'views' ? <StoryExport {...common} /> : <ExportForm {...common} />;
}
