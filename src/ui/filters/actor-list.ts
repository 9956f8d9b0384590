import { useCallback, useMemo } from 'react';
import type { ActorKind, Text } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { useAppState, useAppStore } from '../app-store';
import { useWords } from '../shell/names';
import { toggleChip } from './choice';
import type { RailFacts } from './use-rail-facts';

/** An actor or a country, as one thing to choose. The same object as long as dataset and language are the same. */
export interface WhoItem {
  readonly key: string;
  readonly id: string;
  readonly kind: ActorKind | 'country';
  readonly name: string;
  readonly lang: string | undefined;
  readonly party: string | undefined;
  /** Its place among the table's actors, or its countries. */
  readonly index: number;
  /** All names in all languages, folded for finding. */
  readonly folded: string;
}

export interface ActorList {
  /** Those that most events in view name first, then by name. */
  readonly items: readonly WhoItem[];
  isChosen: (item: WhoItem) => boolean;
  /** Always the same function. */
  toggle: (item: WhoItem) => void;
  /**
   * The number beside it: how many events in view name it itself, which the order goes by, or once it is chosen how
   * many the choice shows, those of its people among them.
   */
  countOf: (item: WhoItem) => number;
  /** Those whose name, in any language, holds the text. */
  find: (text: string) => readonly WhoItem[];
}

export function useActorList({ table, counts, named }: RailFacts): ActorList {
  const words = useWords();
  const store = useAppStore();
  const actors = useAppState((state) => state.filter.actors);
  const countries = useAppState((state) => state.filter.countries);
  const { dataset, actorIds } = table;
  const { language } = words;
  // `words` is new at each render but says the same as long as the language is the same; so do a dataset's tables.
  // oxlint-disable-next-line react/exhaustive-deps
  const byName = useMemo(() => itemsByName(table, words), [dataset, actorIds, language]);
  const items = useMemo(() => {
    const namedIn = (item: WhoItem) => numberOf(named, item);
    // Sorting is stable, so equals stay in the order of their names.
    return byName.toSorted((a, b) => namedIn(b) - namedIn(a));
  }, [byName, named]);
  const toggle = useCallback(
    ({ kind, id }: WhoItem) => {
      const { filter, changeFilter } = store.getState();
      changeFilter(
        kind === 'country'
          ? { countries: toggleChip(filter.countries, id) }
          : { actors: toggleChip(filter.actors, id) },
      );
    },
    [store],
  );
  const isChosen = ({ kind, id }: WhoItem) =>
    (kind === 'country' ? countries : actors).includes(id);
  return {
    items,
    isChosen,
    countOf: (item) => numberOf(isChosen(item) ? counts : named, item),
    toggle,
    find: (text) => {
      const sought = fold(text);
      return items.filter(({ folded }) => folded.includes(sought));
    },
  };
}

function numberOf({ actors, countries }: RailFacts['named'], { kind, index }: WhoItem): number {
  return (kind === 'country' ? countries : actors)[index] ?? 0;
}

function itemsByName(table: EventTable, words: ReturnType<typeof useWords>): readonly WhoItem[] {
  const { run, country, language } = words;
  const items: WhoItem[] = [];
  for (const [index, id] of table.actorIds.entries()) {
    const actor = table.dataset.actors.get(id);
    if (!actor) continue;
    const { text: name, lang } = run(actor.name);
    const { kind, party } = actor;
    const folded = fold(allNames(actor.name));
    items.push({ key: `actor ${id}`, id, kind, name, lang, party, index, folded });
  }
  for (const [index, code] of table.countryCodes.entries()) {
    const name = country(code);
    const folded = fold(`${name} ${code}`);
    const said = { key: `country ${code}`, id: code, name, party: code, index, folded };
    items.push({ ...said, kind: 'country', lang: undefined });
  }
  const order = new Intl.Collator(language);
  return items.toSorted((a, b) => order.compare(a.name, b.name));
}

function allNames(name: Text): string {
  return typeof name === 'string' ? name : Object.values(name).join(' ');
}

/** Without case, accents, or differences of width. */
function fold(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
