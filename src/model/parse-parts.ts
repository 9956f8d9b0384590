import { formatIsoDay } from '../time/day';
import type { Actor, DatasetView, Domain, Issue, Source } from './dataset';
import { errorAt, warningAt } from './issue';
import { keptItems, type References } from './references';
import { actorSchema, domainSchema, read, sourceSchema, viewSchema } from './schema';
import { USUAL_DOMAINS } from './usual-domains';

/** As many as fit the bits of a row's domain mask. */
export const MAX_DOMAINS = 32;

const itself = (id: string) => id;

type Schema = Parameters<typeof read>[0];
type Recorded<S extends Schema> = NonNullable<ReturnType<typeof read<S>>['record']>;

interface Item<R> {
  readonly record: R;
  readonly index: number;
}

/** The good items of a list of the file; of those with one id the first stays. */
function parseList<S extends Schema>(
  list: unknown,
  { field, schema, issues }: { field: string; schema: S; issues: Issue[] },
): readonly Item<Recorded<S> & { readonly id: string }>[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    issues.push(errorAt([field], { key: 'list' }, list));
    return [];
  }
  const kept: Item<Recorded<S> & { readonly id: string }>[] = [];
  const ids = new Set<string>();
  list.forEach((value: unknown, index) => {
    const { record, issues: found } = read(schema, value, [field, index]);
    for (const issue of found) issues.push(issue);
    if (!record) return;
    const item = record as Recorded<S> & { readonly id: string };
    if (ids.has(item.id)) {
      issues.push(errorAt([field, index, 'id'], { key: 'unique-id' }, item.id));
      return;
    }
    ids.add(item.id);
    kept.push({ record: item, index });
  });
  return kept;
}

export function parseDomains(list: unknown, issues: Issue[]): readonly Domain[] {
  const items = parseList(list, { field: 'domains', schema: domainSchema, issues });
  const values = { max: MAX_DOMAINS };
  for (const { record, index } of items.slice(MAX_DOMAINS)) {
    issues.push(errorAt(['domains', index], { key: 'max-domains', values }, record.id));
  }
  const domains = items.slice(0, MAX_DOMAINS).map(({ record }) => record);
  return domains.length > 0 ? domains : USUAL_DOMAINS;
}

export function parseActors(list: unknown, issues: Issue[]): ReadonlyMap<string, Actor> {
  const items = parseList(list, { field: 'actors', schema: actorSchema, issues });
  const ids = new Set(items.map(({ record }) => record.id));
  return new Map(
    items.map(({ record, index }) => [
      record.id,
      {
        ...record,
        offices: record.offices ?? [],
        memberOf: keptItems(record.memberOf ?? [], {
          at: ['actors', index, 'memberOf'],
          issues,
          idOf: itself,
          key: 'known-actor',
          isKnown: (id) => ids.has(id),
        }),
      },
    ]),
  );
}

export function parseSources(list: unknown, issues: Issue[]): ReadonlyMap<string, Source> {
  const items = parseList(list, { field: 'sources', schema: sourceSchema, issues });
  return new Map(
    items.map(({ record: { url, ...source }, index }) => {
      const address = webAddress(url);
      if (url !== undefined && address === undefined) {
        issues.push(warningAt(['sources', index, 'url'], { key: 'web-address' }, url));
      }
      return [source.id, { ...source, ...(address !== undefined && { url: address }) }];
    }),
  );
}

/** The address as it was written, if it is one of http or https. */
function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value)) return undefined;
  return URL.canParse(value) ? value : undefined;
}

export function parseViews(list: unknown, references: References): readonly DatasetView[] {
  const items = parseList(list, { field: 'views', schema: viewSchema, issues: references.issues });
  return items.flatMap(({ record, index }) => {
    const { from, to, asOf, domains, actors, event, ...view } = record;
    const at = ['views', index];
    if (to < from) {
      const expected = { key: 'not-before', values: { day: formatIsoDay(from) } };
      references.issues.push(errorAt([...at, 'to'], expected, formatIsoDay(to)));
      return [];
    }
    return [
      {
        ...view,
        fromDay: from,
        toDay: to,
        ...(asOf !== undefined && { asOfDay: asOf }),
        ...viewReferences({ domains, actors, event }, at, references),
      },
    ];
  });
}

interface ViewReferences {
  readonly domains: readonly string[] | undefined;
  readonly actors: readonly string[] | undefined;
  readonly event: string | undefined;
}

function viewReferences(
  { domains, actors, event }: ViewReferences,
  at: readonly PropertyKey[],
  references: References,
): Pick<DatasetView, 'domains' | 'actors' | 'event'> {
  const { issues, eventIds } = references;
  if (event !== undefined && !eventIds.has(event)) {
    issues.push(warningAt([...at, 'event'], { key: 'known-event' }, event));
  }
  return {
    domains: keptItems(domains ?? [], {
      at: [...at, 'domains'],
      issues,
      idOf: itself,
      key: 'known-domain',
      isKnown: (id) => references.domains.has(id),
    }),
    actors: keptItems(actors ?? [], {
      at: [...at, 'actors'],
      issues,
      idOf: itself,
      key: 'known-actor',
      isKnown: (id) => references.actors.has(id),
    }),
    ...(event !== undefined && eventIds.has(event) && { event }),
  };
}
