import { memo } from 'react';
import { CadenceSection } from '../cadence/CadenceSection';
import { ActorFacet } from './ActorFacet';
import { KindFacet, TagFacet } from './ChipFacets';
import { DomainFacet } from './DomainFacet';
import { ImportanceFacet } from './ImportanceFacet';
import { StatusFacet } from './StatusFacet';
import { useRailFacts } from './use-rail-facts';
import { ViewList } from './ViewList';

// A click first renders with the facts of before: facets whose own choice stays need not follow until the new ones come.
const Domains = memo(DomainFacet);
const Actors = memo(ActorFacet);
const Kinds = memo(KindFacet);
const Statuses = memo(StatusFacet);
const Importance = memo(ImportanceFacet);
const Tags = memo(TagFacet);
const Views = memo(ViewList);

/** All facets in the rail's order. Nothing until there is a dataset. */
export function Facets() {
  const facts = useRailFacts();
  if (!facts) return null;
  return (
    <>
      <Domains facts={facts} />
      <Actors facts={facts} />
      <Kinds facts={facts} />
      <Statuses facts={facts} />
      <Importance facts={facts} />
      <Tags facts={facts} />
      <CadenceSection />
      <Views />
    </>
  );
}
