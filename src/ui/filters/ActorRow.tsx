import { memo } from 'react';
import type { WhoItem } from './actor-list';
import { CheckRow } from './CheckRow';
import styles from './Rail.module.css';

interface ActorRowProps {
  readonly item: WhoItem;
  readonly count: number;
  readonly isSelected: boolean;
  readonly onToggle: (item: WhoItem) => void;
}

export const ActorRow = memo(({ item, count, isSelected, onToggle }: ActorRowProps) => (
  <CheckRow
    isSelected={isSelected}
    onChange={() => onToggle(item)}
    name={item.name}
    nameLang={item.lang}
    after={item.party !== undefined && <abbr className={styles.party}>{item.party}</abbr>}
    count={count}
  />
));
