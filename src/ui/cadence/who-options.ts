import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import type { SpanFacts } from '../../query/facets';
import type { Filter } from '../../query/filter';
import type { Language } from '../../state/state';
import { toggleChip } from '../filters/choice';

/** An actor or a country to choose; `id` tells them apart: `actor joe-biden`, `country JP`. */
export interface WhoOption {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

interface OptionsOf {
  readonly table: EventTable;
  readonly named: SpanFacts['named'];
  readonly language: Language;
  readonly country: (code: string) => string;
}

const ACTOR = 'actor ';
const COUNTRY = 'country ';

/** With how many events name each itself. */
export function whoOptions({ table, named, language, country }: OptionsOf): readonly WhoOption[] {
  const actors = table.actorIds.map((id, at) => {
    const name = textIn(table.dataset.actors.get(id)?.name ?? id, language).text;
    return { id: ACTOR + id, name, count: named.actors[at] ?? 0 };
  });
  const countries = table.countryCodes.map((code, at) => {
    return { id: COUNTRY + code, name: country(code), count: named.countries[at] ?? 0 };
  });
  return [...actors, ...countries];
}

export function findWho(options: readonly WhoOption[], text: string): readonly WhoOption[] {
  const sought = fold(text.trim());
  return sought === '' ? options : options.filter(({ name }) => fold(name).includes(sought));
}

/** Without case, accents, or differences of width. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

export function whoKeys({ actors, countries }: Filter): readonly string[] {
  return [...actors.map((id) => ACTOR + id), ...countries.map((code) => COUNTRY + code)];
}

export function toggleWho(filter: Filter, key: string): Filter {
  if (key.startsWith(ACTOR)) {
    return { ...filter, actors: toggleChip(filter.actors, key.slice(ACTOR.length)) };
  }
  return { ...filter, countries: toggleChip(filter.countries, key.slice(COUNTRY.length)) };
}
