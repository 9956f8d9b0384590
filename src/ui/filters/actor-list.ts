import { useMemo } from 'react';
import type { ActorKind, Text } from '../../model/dataset';
import { useAppState } from '../app-store';
import { useWords } from '../shell/names';
import { toggleChip } from './choice';
import type { RailFacts } from './use-rail-facts';

/** An actor or a country, as one thing to choose. */
export interface WhoItem {
  readonly key: string;
  readonly id: string;
  readonly kind: ActorKind | 'country';
  readonly name: string;
  readonly lang: string | undefined;
  readonly party: string | undefined;
  /** How many events in view name it itself: what the order goes by, and what stands beside it until it is chosen. */
  readonly named: number;
  /** How many events choosing it shows, those of its people among them. */
  readonly count: number;
  /** All names in all languages, folded for finding. */
  readonly folded: string;
}

export interface ActorList {
  /** Those that most events in view name first, then by name. */
  readonly items: readonly WhoItem[];
  isChosen: (item: WhoItem) => boolean;
  toggle: (item: WhoItem) => void;
  /** The number beside it. */
  countOf: (item: WhoItem) => number;
  /** Those whose name, in any language, holds the text. */
  find: (text: string) => readonly WhoItem[];
}

export function useActorList(facts: RailFacts): ActorList {
  const words = useWords();
  const { actors, countries } = useAppState((state) => state.filter);
  const changeFilter = useAppState((state) => state.changeFilter);
  const { language } = words;
  // `words` is new at each render but says the same as long as the language is the same.
  // oxlint-disable-next-line react/exhaustive-deps
  const items = useMemo(() => itemsOf(facts, words), [facts, language]);
  const isChosen = ({ kind, id }: WhoItem) =>
    (kind === 'country' ? countries : actors).includes(id);
  return {
    items,
    isChosen,
    countOf: (item) => (isChosen(item) ? item.count : item.named),
    toggle: ({ kind, id }) => {
      changeFilter(
        kind === 'country'
          ? { countries: toggleChip(countries, id) }
          : { actors: toggleChip(actors, id) },
      );
    },
    find: (text) => {
      const sought = fold(text);
      return items.filter(({ folded }) => folded.includes(sought));
    },
  };
}

function itemsOf(
  { table, counts, named }: RailFacts,
  words: ReturnType<typeof useWords>,
): WhoItem[] {
  const { run, country, language } = words;
  const items: WhoItem[] = [];
  for (const [index, id] of table.actorIds.entries()) {
    const actor = table.dataset.actors.get(id);
    if (!actor) continue;
    const { text, lang } = run(actor.name);
    const count = counts.actors[index] ?? 0;
    const { kind, party } = actor;
    const folded = fold(allNames(actor.name));
    items.push({
      key: `actor ${id}`,
      id,
      kind,
      name: text,
      lang,
      party,
      count,
      named: named.actors[index] ?? 0,
      folded,
    });
  }
  for (const [index, code] of table.countryCodes.entries()) {
    const name = country(code);
    items.push({
      key: `country ${code}`,
      id: code,
      kind: 'country',
      name,
      lang: undefined,
      party: code,
      count: counts.countries[index] ?? 0,
      named: named.countries[index] ?? 0,
      folded: fold(`${name} ${code}`),
    });
  }
  const order = new Intl.Collator(language);
  return items.toSorted((a, b) => b.named - a.named || order.compare(a.name, b.name));
}

function allNames(name: Text): string {
  return typeof name === 'string' ? name : Object.values(name).join(' ');
}

/** Without case, accents, or differences of width. */
function fold(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
