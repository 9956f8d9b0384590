import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PublishedPage } from '../../formats/publication';
import { fitsCanvas } from '../../io/rasterise';
import controls from '../shell/controls.module.css';
import styles from './ExportDialog.module.css';
import { SCALES } from './export-choices';
import type { Export } from './use-export';
import type { WritingFault } from './use-writing';

interface FaultProps extends Pick<Export, 'choices' | 'change'> {
  readonly fault: WritingFault;
  readonly pages: readonly PublishedPage[];
  readonly onRetry: () => void;
}

/** What went wrong, and what to do instead. */
export function Fault({ fault, pages, choices, change, onRetry }: FaultProps) {
  const { t } = useTranslation('export');
  const largest = pages.toSorted((a, b) => area(b) - area(a))[0];
  const size = largest && {
    width: Math.round(largest.scene.widthPx * choices.scale),
    height: Math.round(largest.scene.heightPx * choices.scale),
  };
  return (
    <div role="alert" className={styles.fault}>
      <p>{t(`failed.${fault}`, { ...size })}</p>
      {fault === 'worker' && (
        <Button className={controls.button ?? ''} onPress={onRetry}>
          {t('failed.retry')}
        </Button>
      )}
      {fault === 'tooLarge' && <Smaller pages={pages} choices={choices} change={change} />}
    </div>
  );
}

function area({ scene }: PublishedPage): number {
  return scene.widthPx * scene.heightPx;
}

/** The next smaller size that the browser can make, or a format without pixels. */
function Smaller({ pages, choices, change }: Pick<FaultProps, 'pages' | 'choices' | 'change'>) {
  const { t } = useTranslation('export');
  const smaller = SCALES.findLast(
    (scale) => scale < choices.scale && pages.every(({ scene }) => fitsCanvas(scene, scale)),
  );
  return (
    <Button
      className={controls.button ?? ''}
      onPress={() => change(smaller ? { scale: smaller } : { picture: 'svg' })}
    >
      {smaller ? t('failed.smaller', { scale: smaller }) : t('failed.takeSvg')}
    </Button>
  );
}
