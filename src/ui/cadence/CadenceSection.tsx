import { lazy, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { Section } from '../filters/Section';
import { Later } from '../Later';
import controls from '../shell/controls.module.css';
import './cadence-messages';
import styles from './Cadence.module.css';

const CadenceDialog = lazy(async () => ({
  default: (await import('./CadenceDialog')).CadenceDialog,
}));

/** In the rail: opens the cadence of what the filters leave, and takes it off the timeline. */
export function CadenceSection() {
  const { t } = useTranslation('cadence');
  const isShown = useAppState((state) => state.cadence);
  const setCadence = useAppState((state) => state.setCadence);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={t('title')}>
      <div className={styles.section}>
        <Button
          className={`${controls.button} ${styles.open}`}
          aria-haspopup="dialog"
          onPress={() => setIsOpen(true)}
        >
          {t('open')}
        </Button>
        {isShown && (
          <Button className={controls.link ?? ''} onPress={() => setCadence(false)}>
            {t('hide')}
          </Button>
        )}
      </div>
      {isOpen && (
        <Later>
          <CadenceDialog onClose={() => setIsOpen(false)} />
        </Later>
      )}
    </Section>
  );
}
