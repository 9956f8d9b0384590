import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { canShare } from '../../io/share';
import { ShareIcon } from '../icons';
import controls from '../shell/controls.module.css';
import { MEDIA, useMedia } from '../shell/use-media';
import styles from './ExportDialog.module.css';
import { CopyIcon, PrintIcon } from './export-icons';
import type { Writing } from './use-writing';

export interface ExportBarProps {
  /** What there is to save, while nothing else is to be said. */
  readonly summary: ReactNode;
  readonly writing: Writing;
  /** What stands in the way, and what to do about it; or what would do better. */
  readonly fault: ReactNode;
  /** Nothing can be saved yet, or at all. */
  readonly isDisabled: boolean;
  /** The element that says why. */
  readonly reasonId?: string | undefined;
  /** Left out where it makes no sense of the format. */
  readonly onCopy: (() => void) | undefined;
  readonly copyName: string;
  readonly onPrint: (() => void) | undefined;
  /** To where the system can pass a file on; asked by touch. */
  readonly onShare: () => void;
  readonly onSave: () => void;
  readonly onStop: () => void;
}

/** How far it is, and what to do with the pages. */
export function ExportBar(props: ExportBarProps) {
  const { summary, writing, fault, isDisabled, reasonId } = props;
  const { onCopy, copyName, onPrint, onShare, onSave, onStop } = props;
  const isTouch = useMedia(MEDIA.touch);
  const { t } = useTranslation('export');
  const isWriting = writing.kind === 'writing';
  const isLong = writing.kind === 'writing' && writing.isLong;
  const save = useLostFocus(writing.kind, isLong);
  // Disabled, the pressed one would lose the focus, and with it the dialog its keys.
  const common = { isDisabled, isPending: isWriting };
  return (
    <div className={styles.bar}>
      <div className={styles.status}>
        <div role="status">{statusOf(t, writing, summary)}</div>
        {isLong && (
          <div className={styles.making}>
            <progress
              className={styles.progress}
              aria-label={t('progress.label')}
              max={writing.count}
              value={writing.done}
            />
            <Button className={controls.button ?? ''} onPress={onStop}>
              {t('progress.cancel')}
            </Button>
          </div>
        )}
        {!isWriting && fault}
      </div>
      <div className={styles.actions}>
        {onPrint && (
          <Button className={controls.button ?? ''} {...common} onPress={onPrint}>
            <PrintIcon />
            <span className={styles.name}>{t('print')}</span>
          </Button>
        )}
        {onCopy && (
          <Button className={controls.button ?? ''} {...common} onPress={onCopy}>
            <CopyIcon />
            <span className={styles.name}>{copyName}</span>
          </Button>
        )}
        {isTouch && canShare() && (
          <Button className={controls.button ?? ''} {...common} onPress={onShare}>
            <ShareIcon />
            <span className={styles.name}>{t('share')}</span>
          </Button>
        )}
        <Button
          ref={save}
          className={controls.solid ?? ''}
          {...common}
          {...(reasonId && { 'aria-describedby': reasonId })}
          onPress={onSave}
        >
          {t('download')}
        </Button>
      </div>
    </div>
  );
}

/** The button that takes the focus where what had it is gone at one of these changes. */
function useLostFocus(kind: Writing['kind'], isLong: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  // oxlint-disable-next-line react/exhaustive-deps
  useLayoutEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, [kind, isLong]);
  return button;
}

function statusOf(
  t: ReturnType<typeof useTranslation<'export'>>['t'],
  writing: Writing,
  summary: ReactNode,
): ReactNode {
  switch (writing.kind) {
    case 'writing': {
      const { done, count, isLong } = writing;
      if (!isLong || count <= 1) return t('progress.writing');
      return t('progress.page', { at: Math.min(done + 1, count), count });
    }
    case 'saved':
      return t('saved', { name: writing.name });
    case 'copied':
      return t('copied');
    case 'stopped':
      return t('progress.stopped');
    case 'idle':
    case 'failed':
      return summary;
  }
}
