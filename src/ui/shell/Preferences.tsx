import { lazy } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { THEMES } from '../../state/state';
import { useAppState } from '../app-store';
import { PreferencesIcon } from '../icons';
import { Later } from '../Later';
import controls from './controls.module.css';
import { GroupingToggle } from './GroupingToggle';
import { LanguageToggle } from './LanguageToggle';
import { PopoverButton } from './PopoverButton';
import styles from './Preferences.module.css';
import { Segments } from './Segments';
import { TenorToggle } from './TenorToggle';

// Brings the capitals, which no reader needs who doesn't open the preferences.
const CalendarChoice = lazy(async () => ({
  default: (await import('./CalendarChoice')).CalendarChoice,
}));

interface PreferencesProps {
  readonly onShowKeys: () => void;
}

export function Preferences({ onShowKeys }: PreferencesProps) {
  const { t } = useTranslation('shell');
  return (
    <PopoverButton
      className={controls.icon}
      label={t('preferences.button')}
      face={<PreferencesIcon />}
      title={t('preferences.title')}
      placement="bottom end"
    >
      {(close) => (
        <div className={styles.panel}>
          <ThemeChoice />
          <div className={styles.language}>
            <span className={controls.label}>{t('language.label')}</span>
            <LanguageToggle />
          </div>
          <div className={styles.grouping}>
            <span className={controls.label}>{t('toolbar.groupBy')}</span>
            <GroupingToggle />
          </div>
          <div className={styles.grouping}>
            <span className={controls.label}>{t('toolbar.tenor')}</span>
            <TenorToggle />
          </div>
          <Later>
            <CalendarChoice />
          </Later>
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              close();
              onShowKeys();
            }}
          >
            {t('preferences.keys')}
            <kbd className={styles.key} aria-hidden="true">
              ?
            </kbd>
          </Button>
        </div>
      )}
    </PopoverButton>
  );
}

function ThemeChoice() {
  const { t } = useTranslation('shell');
  const theme = useAppState((state) => state.theme);
  const setTheme = useAppState((state) => state.setTheme);
  return (
    <div>
      <span className={controls.label}>{t('preferences.theme')}</span>
      <Segments
        label={t('preferences.theme')}
        options={THEMES}
        value={theme}
        onChange={setTheme}
        nameOf={(each) => t(`preferences.${each}`)}
      />
    </div>
  );
}
