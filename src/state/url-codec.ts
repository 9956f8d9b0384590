import { NO_FILTER } from '../query/filter';
import { formatIsoDay } from '../time/day';
import type { UrlProblem, UrlProblemKind, UrlState } from './state';
import { PARAMETERS, type UrlPatch } from './url-parameters';
import { createProblem } from './url-problem';
import { encodeValue, isBrokenUtf8 } from './url-text';

export const URL_VERSION = 1;

export const EMPTY_URL: UrlState = {
  data: undefined,
  viewId: undefined,
  from: undefined,
  to: undefined,
  asOf: undefined,
  showLater: false,
  filter: NO_FILTER,
  grouping: 'domain',
  calendar: undefined,
  tenor: false,
  cadence: false,
  selectedId: undefined,
  language: undefined,
  theme: undefined,
};

/**
 * By old version: turns its parameters into those of the version after it. Every version has a fixture in
 * tests/fixtures/urls. A version is raised only when the meaning of an existing parameter changes.
 */
const UPGRADES: ReadonlyMap<number, (params: URLSearchParams) => URLSearchParams> = new Map();

export interface ParsedUrl {
  readonly state: UrlState;
  readonly problems: readonly UrlProblem[];
}

/** Reads the query part of an address, with or without its `?`. Never throws: what it can't read becomes a problem. */
export function parseUrl(search: string): ParsedUrl {
  const problems: UrlProblem[] = [];
  const params = upgrade(readPairs(search, problems), problems);
  params.delete('v');
  const names = [...new Set(params.keys())];
  const patches = names.map((name) => readParameter(name, params.getAll(name), problems));
  const filters = patches.map(({ filter }) => filter);
  const state: UrlState = Object.assign({}, EMPTY_URL, ...patches, {
    filter: Object.assign({}, NO_FILTER, ...filters),
  });
  return withoutReversedSpan(state, problems);
}

/** All but those whose escapes are no UTF-8: browsers would make replacement characters of them, without a word. */
function readPairs(search: string, problems: UrlProblem[]): URLSearchParams {
  const pairs = search.replace(/^\?/, '').split('&');
  for (const pair of pairs.filter(isBrokenUtf8)) {
    const [name = ''] = new URLSearchParams(pair).keys();
    problems.push(createProblem('malformed', name, pair.slice(pair.indexOf('=') + 1)));
  }
  return new URLSearchParams(pairs.filter((pair) => !isBrokenUtf8(pair)).join('&'));
}

/** Writes the query part, `?` included: the version, and all that is given or differs from the default. */
export function formatUrl(state: UrlState): string {
  const parts = PARAMETERS.flatMap(({ name, write }) => {
    const value = write(state);
    return value === undefined ? [] : [`${name}=${encodeValue(value)}`];
  });
  return `?${[`v=${URL_VERSION}`, ...parts].join('&')}`;
}

function readParameter(
  name: string,
  [value = '', ...more]: readonly string[],
  problems: UrlProblem[],
): UrlPatch {
  const reject = (kind: UrlProblemKind, found: string) => {
    problems.push(createProblem(kind, name, found));
  };
  const parameter = PARAMETERS.find((known) => known.name === name);
  if (!parameter) {
    reject('unknownParameter', value);
    return {};
  }
  for (const repeated of more) reject('repeated', repeated);
  return parameter.read(value, reject);
}

function upgrade(params: URLSearchParams, problems: UrlProblem[]): URLSearchParams {
  const written = params.get('v');
  let version = written === null ? 1 : Number(/^[1-9]\d{0,8}$/.exec(written)?.[0] ?? Number.NaN);
  if (Number.isNaN(version)) {
    problems.push(createProblem('malformed', 'v', written ?? ''));
    return params;
  }
  if (version > URL_VERSION) problems.push(createProblem('laterVersion', 'v', String(version)));
  let upgraded = params;
  for (; version < URL_VERSION; version++) {
    upgraded = UPGRADES.get(version)?.(upgraded) ?? upgraded;
  }
  return upgraded;
}

function withoutReversedSpan(state: UrlState, problems: UrlProblem[]): ParsedUrl {
  const { from, to } = state;
  if (from === undefined || to === undefined || from <= to) return { state, problems };
  return {
    state: { ...state, from: undefined, to: undefined },
    problems: [...problems, createProblem('reversed', 'from', formatIsoDay(from))],
  };
}
