import fc from 'fast-check';
import { EVENT_KINDS, type Importance, STATUSES } from '../../src/model/dataset';
import type { Filter, Road } from '../../src/query/filter';
import { ACTOR_IDS, COUNTRIES, DOMAINS, TAGS } from './model-dataset';

const some = <T>(words: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...words), { maxLength: 3 });
const importances = fc.constantFrom<Importance>(1, 2, 3, 4, 5);

/** Most of the datasets hold the first event, few the last one, and none the stranger. */
const ROADS: readonly Road[] = [
  { event: 'e-0', way: 'before' },
  { event: 'e-0', way: 'after' },
  { event: 'e-20', way: 'after' },
  { event: 'stranger', way: 'before' },
];

/** Filters over the words that the datasets of `model-dataset.ts` use. */
export const filters: fc.Arbitrary<Filter> = fc.record({
  domains: some(DOMAINS),
  actors: some(ACTOR_IDS),
  countries: some(COUNTRIES),
  withPeople: fc.boolean(),
  kinds: fc.uniqueArray(fc.constantFrom(...EVENT_KINDS), { maxLength: 8 }),
  statuses: fc.uniqueArray(fc.constantFrom(...STATUSES), { maxLength: 5 }),
  importance: fc
    .tuple(importances, importances)
    .map(([a, b]): readonly [Importance, Importance] => (a < b ? [a, b] : [b, a])),
  tags: some(TAGS),
  text: fc.constantFrom('', '', '', 'chip', '首脳', 'plan', 'miss'),
  road: fc.constantFrom(undefined, undefined, undefined, ...ROADS),
});
