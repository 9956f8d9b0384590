import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { PanelIcon } from '../icons';
import controls from '../shell/controls.module.css';
import { useHasFilter } from '../use-derived';
import { ActorFacet } from './ActorFacet';
import { KindFacet, TagFacet } from './ChipFacets';
import { DomainFacet } from './DomainFacet';
import { ImportanceFacet } from './ImportanceFacet';
import styles from './Rail.module.css';
import { StatusFacet } from './StatusFacet';
import { type RailFacts, useRailFacts } from './use-rail-facts';
import { ViewList } from './ViewList';

/** The rail at the side of a wide screen. */
export function FilterRail({ onFold }: { readonly onFold: () => void }) {
  const { t } = useTranslation('filters');
  const facts = useRailFacts();
  return (
    <section className={styles.rail} aria-label={t('label')}>
      <div className={styles.scroll}>{facts && <Facets facts={facts} />}</div>
      <div className={styles.foot}>
        <Button className={styles.sign ?? ''} aria-label={t('fold')} onPress={onFold}>
          <PanelIcon />
        </Button>
        <ClearButton />
      </div>
    </section>
  );
}

/** All facets, in the order in which they narrow most. */
export function Facets({ facts }: { readonly facts: RailFacts }) {
  return (
    <>
      <DomainFacet facts={facts} />
      <ActorFacet facts={facts} />
      <KindFacet facts={facts} />
      <StatusFacet facts={facts} />
      <ImportanceFacet facts={facts} />
      <TagFacet facts={facts} />
      <ViewList />
    </>
  );
}

export function ClearButton() {
  const { t } = useTranslation('filters');
  const clearFilter = useAppState((state) => state.clearFilter);
  const hasFilter = useHasFilter();
  if (!hasFilter) return null;
  return (
    <Button className={controls.link ?? ''} onPress={clearFilter}>
      {t('clear')}
    </Button>
  );
}
