import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { countText } from '../count-text';
import { CheckIcon } from '../icons';
import own from './CheckRow.module.css';
import styles from './Rail.module.css';

interface CheckRowProps {
  readonly count: number;
  /** A `CheckBox`, best one that stays as it is when only the count is another. */
  readonly children: ReactNode;
}

/** A check box with its count. Without any match it dims and stays. */
export function CheckRow({ count, children }: CheckRowProps) {
  return (
    <div className={styles.row} data-empty={count === 0 || undefined}>
      {children}
      <Count count={count} />
    </div>
  );
}

const Count = memo(({ count }: { readonly count: number }) => {
  const { t } = useTranslation('filters');
  const language = useAppState((state) => state.language);
  return (
    <span className={`${styles.count} ${own.count}`}>
      {countText(count, language)}
      <span className="visually-hidden"> {t('countUnit', { count })}</span>
    </span>
  );
});

interface CheckBoxProps {
  readonly isSelected: boolean;
  readonly onChange: () => void;
  /** The box's name for all readers; the rest is for the eye. */
  readonly name: string;
  readonly nameLang?: string | undefined;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** A check box with its mark and name. */
export function CheckBox(props: CheckBoxProps) {
  const { isSelected, onChange, name, nameLang, before, after } = props;
  return (
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
  );
}
