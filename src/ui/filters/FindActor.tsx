import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../icons';
import styles from './Rail.module.css';

interface FindActorProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Whether Escape empties it, and does nothing else; left out: it does what it does around. */
  readonly takesEscape?: boolean;
}

/** The line that finds actors and countries by name. */
export const FindActor = memo(({ text, onText, takesEscape = false }: FindActorProps) => {
  const { t } = useTranslation('filters');
  return (
    <div className={styles.find}>
      <SearchIcon sizePx={14} />
      <input
        type="search"
        aria-label={t('findActor')}
        placeholder={t('findActor')}
        autoComplete="off"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (!takesEscape || event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          onText('');
        }}
      />
    </div>
  );
});
