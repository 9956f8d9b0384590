import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Facet, type Filter, NO_FILTER } from '../../query/filter';
import { useAppState } from '../app-store';
import controls from '../shell/controls.module.css';
import { useAdvice, useHasFilter, useHasVisible } from '../use-derived';
import { ClearButton } from './ClearButton';
import styles from './NothingMatches.module.css';

/** Where nothing in the span matches: which filter excludes most, with a button that drops it. */
export function NothingMatches() {
  const hasFilter = useHasFilter();
  return hasFilter ? <NothingLeft /> : null;
}

function NothingLeft() {
  const { t } = useTranslation(['filters', 'vocabulary']);
  const advice = useAdvice();
  const hasVisible = useHasVisible();
  const changeFilter = useAppState((state) => state.changeFilter);
  if (hasVisible) return null;
  const facet = advice && t(`vocabulary:facets.${advice.facet}`);
  return (
    <div className={styles.bar} role="status">
      <p>
        {t('nothing.title')}{' '}
        {advice &&
          t(advice.count > 0 ? 'nothing.facet' : 'nothing.most', { facet, count: advice.count })}
      </p>
      {advice && facet !== undefined && (
        <Button
          className={controls.button ?? ''}
          onPress={() => changeFilter(openingOf(advice.facet))}
        >
          {t('nothing.drop', { facet })}
        </Button>
      )}
      <ClearButton />
    </div>
  );
}

/** What `changeFilter` takes to open a facet again. */
function openingOf(facet: Facet): Partial<Filter> {
  if (facet === 'who') return { actors: NO_FILTER.actors, countries: NO_FILTER.countries };
  return { [facet]: NO_FILTER[facet] };
}
