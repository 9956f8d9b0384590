import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../state/state';
import { useAppState } from '../app-store';
import { Segments } from './Segments';

/** Each language by its own name, in its own language. */
export function LanguageToggle() {
  const { t } = useTranslation('shell');
  const language = useAppState((state) => state.language);
  const setLanguage = useAppState((state) => state.setLanguage);
  return (
    <Segments
      label={t('language.label')}
      options={LANGUAGES}
      value={language}
      onChange={setLanguage}
      nameOf={(each) => t(`language.${each}`)}
      langOf={(each) => each}
    />
  );
}
