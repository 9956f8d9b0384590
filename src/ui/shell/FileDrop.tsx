import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareForFile } from '../prepare-for-file';
import styles from './FileDrop.module.css';

interface FileDropProps {
  readonly onOpen: (file: File) => void;
}

/** Takes a file that is dropped anywhere on the page, and says so while one is held over it. */
export function FileDrop({ onOpen }: FileDropProps) {
  const { t } = useTranslation('shell');
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const take = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Else the browser itself would open the file, in place of the page.
      event.preventDefault();
      const isDrop = event.type === 'drop';
      if (!isDrop) prepareForFile();
      setIsOver(!isDrop);
      const [file] = isDrop ? event.dataTransfer.files : [];
      if (file) onOpen(file);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setIsOver(false);
    };
    addEventListener('dragover', take);
    addEventListener('drop', take);
    addEventListener('dragleave', leave);
    return () => {
      removeEventListener('dragover', take);
      removeEventListener('drop', take);
      removeEventListener('dragleave', leave);
    };
  }, [onOpen]);
  if (!isOver) return null;
  return (
    <div className={styles.target}>
      <p className={styles.words}>{t('dataset.drop')}</p>
    </div>
  );
}
