import { memo } from 'react';
import type { WhoItem } from './actor-list';
import { CheckBox } from './CheckRow';
import styles from './Rail.module.css';

interface ActorBoxProps {
  readonly item: WhoItem;
  readonly isSelected: boolean;
  readonly onToggle: (item: WhoItem) => void;
}

export const ActorBox = memo(({ item, isSelected, onToggle }: ActorBoxProps) => (
  <CheckBox
    isSelected={isSelected}
    onChange={() => onToggle(item)}
    name={item.name}
    nameLang={item.lang}
    after={item.party !== undefined && <abbr className={styles.party}>{item.party}</abbr>}
  />
));
