import { useTranslation } from 'react-i18next';
import { DialogFrame } from './DialogFrame';
import styles from './KeysDialog.module.css';
import { MEDIA, useMedia } from './use-media';

/** Names of gestures are words of the catalogue, names of keys stand on the keys themselves. */
const GESTURES = ['wheel', 'ctrlWheel', 'drag', 'shiftDrag', 'doubleClick'] as const;
const TOUCHES = ['oneFinger', 'twoFingers', 'doubleTap', 'longPress', 'asOfDrag'] as const;
const KEYS = [
  ['arrows', ['←', '→']],
  ['upDown', ['↑', '↓']],
  ['plusMinus', ['+', '−']],
  ['zero', ['0']],
  ['homeEnd', ['Home', 'End']],
  ['np', ['n', 'p']],
  ['links', [',', '.']],
  ['shiftLinks', ['Shift + ,', 'Shift + .']],
  ['brackets', ['[', ']']],
  ['story', ['s']],
  ['storySteps', ['Page Up', 'Page Down']],
  ['enterEsc', ['Enter', 'Esc']],
  ['slash', ['/']],
  ['undo', ['Ctrl/⌘ + Z']],
  ['question', ['?']],
] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell');
  const isTouch = useMedia(MEDIA.touch);
  const touches = <Gestures title={t('keys.touch')} gestures={TOUCHES} />;
  return (
    <DialogFrame title={t('keys.title')} isOpen onClose={onClose} className={styles.dialog}>
      {isTouch && touches}
      <h3 className={styles.group}>{t('keys.keyboard')}</h3>
      <dl className={styles.list}>
        {KEYS.map(([what, keys]) => (
          <div key={what} className={styles.row}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(`keys.does.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <Gestures title={t('keys.pointer')} gestures={GESTURES} />
      {!isTouch && touches}
    </DialogFrame>
  );
}

type Gesture = (typeof GESTURES | typeof TOUCHES)[number];

function Gestures(props: { readonly title: string; readonly gestures: readonly Gesture[] }) {
  const { t } = useTranslation('shell');
  return (
    <>
      <h3 className={styles.group}>{props.title}</h3>
      <dl className={styles.list}>
        {props.gestures.map((what) => (
          <div key={what} className={styles.row}>
            <dt>{t(`keys.${what}`)}</dt>
            <dd>{t(`keys.does.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
