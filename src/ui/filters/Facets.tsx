import { ActorFacet } from './ActorFacet';
import { KindFacet, TagFacet } from './ChipFacets';
import { DomainFacet } from './DomainFacet';
import { ImportanceFacet } from './ImportanceFacet';
import { StatusFacet } from './StatusFacet';
import { useRailFacts } from './use-rail-facts';
import { ViewList } from './ViewList';

/** All facets in the rail's order. Nothing until there is a dataset. */
export function Facets() {
  const facts = useRailFacts();
  if (!facts) return null;
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
