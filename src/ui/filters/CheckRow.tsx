import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { countText } from '../count-text';
import { CheckIcon } from '../icons';
import own from './CheckRow.module.css';
import styles from './Rail.module.css';

interface CheckRowProps {
  readonly isSelected: boolean;
  readonly onChange: () => void;
  /** The row's name for all readers; the rest of the row is for the eye. */
  readonly name: string;
  readonly nameLang?: string | undefined;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly count: number;
}

/** A check box with its mark, name and count. Without any match it dims and stays. */
export function CheckRow(props: CheckRowProps) {
  const { isSelected, onChange, name, nameLang, before, after, count } = props;
  const { t } = useTranslation('filters');
  const language = useAppState((state) => state.language);
  return (
    <div className={styles.row} data-empty={count === 0 || undefined}>
      <label className={`${styles.check} ${own.hit}`}>
        <input
          type="checkbox"
          className={own.input}
          aria-label={name}
          checked={isSelected}
          onChange={onChange}
        />
        <span className={styles.box}>
          <CheckIcon sizePx={12} />
        </span>
        {before}
        <span className={styles.name} lang={nameLang}>
          {name}
        </span>
        {after}
      </label>
      <span className={`${styles.count} ${own.count}`}>
        {countText(count, language)}
        <span className="visually-hidden"> {t('countUnit', { count })}</span>
      </span>
    </div>
  );
}
