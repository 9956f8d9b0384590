import { EVENT_KINDS, type Importance, STATUSES } from '../model/dataset';
import { type Filter, NO_FILTER } from '../query/filter';
import { GROUPINGS } from '../query/grouping';
import { formatIsoDay, parseIsoDay } from '../time/day';
import { formatRoad, parseRoad } from './road-text';
import { DEFAULT_DATASET, LANGUAGES, THEMES, type UrlProblemKind, type UrlState } from './state';
import { joinItems, splitItems } from './url-text';

/** The parts of the state that a parameter sets. */
export type UrlPatch = Partial<Omit<UrlState, 'filter'>> & { readonly filter?: Partial<Filter> };

export interface UrlParameter {
  readonly name: string;
  read: (value: string, reject: (kind: UrlProblemKind, found: string) => void) => UrlPatch;
  /** Undefined where the state holds nothing to say. */
  write: (state: UrlState) => string | undefined;
}

/** In the order in which they are written, after `v`. */
export const PARAMETERS: readonly UrlParameter[] = [
  {
    name: 'data',
    read: (value, reject) => {
      if (isDataAddress(value)) return { data: value };
      reject('malformed', value);
      return {};
    },
    write: ({ data }) => (data === DEFAULT_DATASET ? undefined : data),
  },
  {
    name: 'view',
    read: (value) => ({ viewId: value || undefined }),
    write: ({ viewId }) => viewId || undefined,
  },
  dayParameter('from', 'from'),
  dayParameter('to', 'to'),
  dayParameter('asof', 'asOf'),
  switchParameter('later', 'showLater'),
  listParameter('domains', 'domains'),
  listParameter('actors', 'actors'),
  {
    name: 'countries',
    read: (value, reject) => {
      const codes = splitItems(value).map((code) => code.toUpperCase());
      const [countries, others] = part(codes, isCountry);
      for (const code of others) reject('malformed', code);
      return { filter: { countries: [...new Set(countries)] } };
    },
    write: ({ filter }) => joinItems(filter.countries),
  },
  {
    name: 'people',
    read: (value, reject) => {
      if (value !== '0' && value !== '1') reject('malformed', value);
      return { filter: { withPeople: value !== '0' } };
    },
    write: ({ filter }) => (filter.withPeople ? undefined : '0'),
  },
  {
    name: 'kinds',
    read: (value, reject) => ({ filter: { kinds: readWords(value, EVENT_KINDS, reject) } }),
    write: ({ filter }) => joinItems(filter.kinds),
  },
  {
    name: 'status',
    read: (value, reject) => ({ filter: { statuses: readWords(value, STATUSES, reject) } }),
    write: ({ filter }) => joinItems(filter.statuses),
  },
  {
    name: 'importance',
    read: (value, reject) => {
      const found = /^([1-5])-([1-5])$/.exec(value);
      const [low, high] = [Number(found?.[1]), Number(found?.[2])];
      if (low <= high) return { filter: { importance: [low as Importance, high as Importance] } };
      reject('malformed', value);
      return {};
    },
    write: ({ filter: { importance } }) => {
      const isWhole = importance.every((end, i) => end === NO_FILTER.importance[i]);
      return isWhole ? undefined : importance.join('-');
    },
  },
  listParameter('tags', 'tags'),
  {
    name: 'q',
    read: (value) => ({ filter: { text: value } }),
    write: ({ filter }) => filter.text || undefined,
  },
  {
    name: 'road',
    read: (value, reject) => {
      const road = parseRoad(value);
      if (!road) reject('malformed', value);
      return { filter: { road } };
    },
    write: ({ filter: { road } }) => road && formatRoad(road),
  },
  {
    name: 'group',
    read: (value, reject) => {
      const grouping = readWord(value, GROUPINGS, reject);
      return grouping ? { grouping } : {};
    },
    write: ({ grouping }) => (grouping === 'domain' ? undefined : grouping),
  },
  {
    name: 'cal',
    read: (value, reject) => {
      const code = value.toUpperCase();
      if (isCountry(code)) return { calendar: code };
      reject('unknownValue', value);
      return {};
    },
    write: ({ calendar }) => calendar,
  },
  switchParameter('tenor', 'tenor'),
  switchParameter('cadence', 'cadence'),
  {
    name: 'event',
    read: (value) => ({ selectedId: value || undefined }),
    write: ({ selectedId }) => selectedId || undefined,
  },
  {
    name: 'lang',
    read: (value, reject) => ({ language: readWord(value, LANGUAGES, reject) }),
    write: ({ language }) => language,
  },
  {
    name: 'theme',
    read: (value, reject) => ({ theme: readWord(value, THEMES, reject) }),
    write: ({ theme }) => theme,
  },
];

function isCountry(code: string): code is string {
  return /^[A-Z]{2}$/.test(code);
}

function dayParameter(name: string, key: 'from' | 'to' | 'asOf'): UrlParameter {
  return {
    name,
    read: (value, reject) => {
      const day = parseIsoDay(value);
      if (day === undefined) reject('malformed', value);
      return { [key]: day };
    },
    write: (state) => {
      const day = state[key];
      return day === undefined ? undefined : formatIsoDay(day);
    },
  };
}

/** On or off; the URL leaves it out where it is off. */
function switchParameter(name: string, key: 'showLater' | 'tenor' | 'cadence'): UrlParameter {
  return {
    name,
    read: (value, reject) => {
      if (value !== '0' && value !== '1') reject('malformed', value);
      return { [key]: value === '1' };
    },
    write: (state) => (state[key] ? '1' : undefined),
  };
}

function listParameter(name: string, key: 'domains' | 'actors' | 'tags'): UrlParameter {
  return {
    name,
    read: (value) => ({ filter: { [key]: splitItems(value) } }),
    write: ({ filter }) => joinItems(filter[key]),
  };
}

type Reject = (kind: UrlProblemKind, found: string) => void;

function readWord<W extends string>(value: string, words: readonly W[], reject: Reject) {
  const word = words.find((known) => known === value);
  if (word === undefined) reject('unknownValue', value);
  return word;
}

function readWords<W extends string>(value: string, words: readonly W[], reject: Reject): W[] {
  const isWord = (item: string): item is W => words.includes(item as W);
  const [known, others] = part(splitItems(value), isWord);
  for (const other of others) reject('unknownValue', other);
  return known;
}

function part<T extends string>(items: readonly string[], test: (item: string) => item is T) {
  return [items.filter(test), items.filter((item) => !test(item))] as const;
}

/** The id of a bundled dataset, an http(s) address, or a path on the page's own origin. */
function isDataAddress(value: string): boolean {
  if (/^https?:\/\//i.test(value)) return URL.canParse(value);
  const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
  const isPath = /^(?!\/\/)[^\s\\:]*[/.][^\s\\:]*$/.test(value);
  return isId || isPath;
}
