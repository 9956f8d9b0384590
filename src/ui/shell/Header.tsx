import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AsOfControl } from '../asof/AsOfControl';
import { DownloadIcon, EntenteIcon, SearchIcon } from '../icons';
import controls from './controls.module.css';
import { DatasetMenu } from './DatasetMenu';
import styles from './Header.module.css';
import { LanguageToggle } from './LanguageToggle';
import { Preferences } from './Preferences';
import { SearchBox } from './SearchBox';
import { ShareButton } from './ShareButton';

export interface HeaderProps {
  readonly isPhone: boolean;
  readonly bundled: readonly string[];
  readonly onOpenDataset: (source: string | File) => void;
  readonly onExport: () => void;
  readonly onShowKeys: () => void;
  /** On a phone the search field has a line of its own, on demand. */
  readonly isSearching: boolean;
  readonly onToggleSearch: () => void;
}

export function Header(props: HeaderProps) {
  const { t } = useTranslation('shell');
  const { isPhone, bundled, onOpenDataset, onExport, onShowKeys } = props;
  return (
    <header className={styles.header}>
      <div className={styles.brand}>
        <EntenteIcon />
        <h1 className={styles.wordmark} lang="en">
          {t('name')}
        </h1>
      </div>
      <DatasetMenu bundled={bundled} onOpenDataset={onOpenDataset} />
      {!isPhone && <SearchBox />}
      <div className={styles.gap} />
      {isPhone ? (
        <Button
          className={controls.icon ?? ''}
          aria-label={t('search.open')}
          aria-expanded={props.isSearching}
          onPress={props.onToggleSearch}
        >
          <SearchIcon />
        </Button>
      ) : (
        <AsOfControl />
      )}
      <div className={styles.language}>
        <LanguageToggle />
      </div>
      <Preferences onShowKeys={onShowKeys} />
      <ShareButton />
      <Button
        className={`${controls.solid} ${styles.action}`}
        aria-label={t('export')}
        onPress={onExport}
      >
        <DownloadIcon />
        <span className={styles.wideOnly}>{t('export')}</span>
      </Button>
      {isPhone && props.isSearching && (
        <div className={styles.searchLine}>
          <SearchBox />
        </div>
      )}
    </header>
  );
}
