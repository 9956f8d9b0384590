import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_KINDS } from '../../model/dataset';
import { useAppState } from '../app-store';
import { ChipList } from './ChipList';
import { toggleChip } from './choice';
import { codesIn } from './codes-in';
import { Section } from './Section';
import type { RailFacts } from './use-rail-facts';

const KINDS_SHOWN = 7;
const TAGS_SHOWN = 6;

export function KindFacet({ facts }: { readonly facts: RailFacts }) {
  const { t } = useTranslation(['filters', 'vocabulary']);
  const chosen = useAppState((state) => state.filter.kinds);
  const changeFilter = useAppState((state) => state.changeFilter);
  const { table, counts } = facts;
  const names = useMemo(() => EVENT_KINDS.map((id) => t(`vocabulary:kinds.${id}`)), [t]);
  const present = codesIn(table.kind);
  const items = EVENT_KINDS.map((id, code) => ({
    id,
    name: names[code] ?? '',
    count: counts.kinds[code] ?? 0,
  })).filter(({ id }, code) => present[code] === 1 || chosen.includes(id));
  if (items.length === 0) return null;
  return (
    <Section title={t('kind')}>
      <ChipList
        items={items}
        chosen={chosen}
        shownCount={KINDS_SHOWN}
        onToggle={(id) => changeFilter({ kinds: toggleChip(chosen, id) })}
      />
    </Section>
  );
}

export function TagFacet({ facts }: { readonly facts: RailFacts }) {
  const { t } = useTranslation('filters');
  const chosen = useAppState((state) => state.filter.tags);
  const changeFilter = useAppState((state) => state.changeFilter);
  const { table, counts } = facts;
  if (table.tagNames.length === 0) return null;
  const items = table.tagNames.map((id, index) => ({
    id,
    name: id,
    count: counts.tags[index] ?? 0,
  }));
  return (
    <Section title={t('tags')}>
      <ChipList
        items={items}
        chosen={chosen}
        shownCount={TAGS_SHOWN}
        onToggle={(id) => changeFilter({ tags: toggleChip(chosen, id) })}
      />
    </Section>
  );
}
