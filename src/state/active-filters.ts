import { type Facet, type Filter, NO_FILTER } from '../query/filter';
import { formatRoad } from './road-text';

/** One thing that narrows the record, to be shown as a chip. */
export interface ActiveFilter {
  /** Unique among them and stable: `domains:security`. */
  readonly key: string;
  readonly facet: Facet;
  readonly field: Exclude<keyof Filter, 'withPeople'>;
  /** An id, word or text; of the importance, `3-5`; of a road, `before:` and the event's id. */
  readonly value: string;
  /** What `changeFilter` takes to lift it. */
  readonly removal: Partial<Filter>;
}

const LISTS = [
  ['domains', 'domains'],
  ['actors', 'who'],
  ['countries', 'who'],
  ['kinds', 'kinds'],
  ['statuses', 'statuses'],
  ['tags', 'tags'],
] as const satisfies readonly (readonly [keyof Filter, Facet])[];

/** In the order of the filter rail, then text and road. */
export function activeFiltersOf(filter: Filter): readonly ActiveFilter[] {
  const listed = LISTS.flatMap(([field, facet]) =>
    filter[field].map((value): ActiveFilter => {
      const rest = (filter[field] as readonly string[]).filter((other) => other !== value);
      return { key: `${field}:${value}`, facet, field, value, removal: { [field]: rest } };
    }),
  );
  return [...listed, ...importanceOf(filter), ...textOf(filter), ...roadOf(filter)];
}

function importanceOf({ importance: [low, high] }: Filter): ActiveFilter[] {
  if (low === NO_FILTER.importance[0] && high === NO_FILTER.importance[1]) return [];
  return [{ ...whole('importance'), value: `${low}-${high}` }];
}

function textOf({ text }: Filter): ActiveFilter[] {
  return text.trim() === '' ? [] : [{ ...whole('text'), value: text }];
}

function roadOf({ road }: Filter): ActiveFilter[] {
  return road ? [{ ...whole('road'), value: formatRoad(road) }] : [];
}

function whole<F extends 'importance' | 'text' | 'road'>(field: F) {
  return { key: field, facet: field, field, removal: { [field]: NO_FILTER[field] } };
}
