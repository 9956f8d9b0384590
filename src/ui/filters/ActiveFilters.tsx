import { useTranslation } from 'react-i18next';
import type { ActiveFilter } from '../../state/active-filters';
import { parseRoad } from '../../state/road-text';
import { useAppState } from '../app-store';
import { CloseIcon } from '../icons';
import { useWords } from '../shell/names';
import { useActiveFilters, useTable } from '../use-derived';
import styles from './ActiveFilters.module.css';
import { ClearButton } from './ClearButton';

/** Everything that narrows the record, each to be lifted by a press, and all at once. */
export function ActiveFilters() {
  const { t } = useTranslation('filters');
  const active = useActiveFilters();
  const changeFilter = useAppState((state) => state.changeFilter);
  const nameOf = useFilterName();
  if (active.length === 0) return null;
  return (
    <div className={styles.bar} role="group" aria-label={t('active')}>
      <ul className={styles.list}>
        {active.map((filter) => {
          const value = nameOf(filter);
          return (
            <li key={filter.key}>
              <button
                type="button"
                className={styles.chip}
                aria-label={t('chip.remove', { value })}
                onClick={() => changeFilter(filter.removal)}
              >
                {value}
                <CloseIcon sizePx={12} />
              </button>
            </li>
          );
        })}
      </ul>
      <ClearButton />
    </div>
  );
}

/** What an active filter is called in the reader's language. */
function useFilterName(): (filter: ActiveFilter) => string {
  const { t } = useTranslation(['filters', 'vocabulary']);
  const { run, country } = useWords();
  const dataset = useAppState((state) => state.dataset);
  const table = useTable();
  const road = (value: string): string => {
    const { way, event } = parseRoad(value) ?? { way: 'before', event: value };
    const row = table?.rowOf(event);
    const state = row === undefined ? undefined : table?.stateOf(row);
    // Not known as of the day, it has no title yet.
    const title = state ? run(state.title).text : t('chip.unknown');
    return t(`chip.${way}`, { title });
  };
  return ({ field, value }) => {
    switch (field) {
      case 'domains': {
        const domain = dataset?.domains.find(({ id }) => id === value);
        return domain ? run(domain.name).text : value;
      }
      case 'actors': {
        const actor = dataset?.actors.get(value);
        return actor ? run(actor.name).text : value;
      }
      case 'countries':
        return country(value);
      case 'kinds':
        return t(`vocabulary:kinds.${value}`);
      case 'statuses':
        return t(`vocabulary:statuses.${value}`);
      case 'importance': {
        const [low, high] = value.split('-');
        return low === high
          ? t('chip.importanceOne', { level: low })
          : t('chip.importance', { low, high });
      }
      case 'tags':
        return value;
      case 'text':
        return t('chip.text', { value });
      case 'road':
        return road(value);
      default:
        return field satisfies never;
    }
  };
}
