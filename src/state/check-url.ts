import type { Dataset } from '../model/dataset';
import { indexOf } from '../model/dataset-index';
import { findEvent } from '../model/find-event';
import { formatIsoDay } from '../time/day';
import { recordExtent } from './record-extent';
import type { UrlProblem, UrlState } from './state';
import { createProblem } from './url-problem';

export interface CheckedUrl {
  readonly state: UrlState;
  readonly problems: readonly UrlProblem[];
}

type Known = Pick<ReadonlySet<string>, 'has'>;

/**
 * Drops what the dataset doesn't know (domains, actors, countries, tags, events, a party's calendar) and completes a half-given span from
 * the record's extent, so that both `from` and `to` are there or neither.
 */
export function checkAgainstDataset(state: UrlState, dataset: Dataset): CheckedUrl {
  const problems: UrlProblem[] = [];
  const keep = (parameter: string, ids: readonly string[], known: Known) => {
    const kept = ids.filter((id) => known.has(id));
    if (kept.length === ids.length) return ids;
    const dropped = ids.filter((id) => !known.has(id));
    problems.push(...dropped.map((id) => createProblem('notInDataset', parameter, id)));
    return kept;
  };
  const { filter } = state;
  const known = indexOf(dataset);
  const events: Known = { has: (id) => findEvent(dataset, id) !== undefined };
  const checkedFilter = {
    ...filter,
    domains: keep('domains', filter.domains, known.domainIndex),
    actors: keep('actors', filter.actors, known.actorIndex),
    countries: keep('countries', filter.countries, known.countryIndex),
    tags: keep('tags', filter.tags, known.tagIndex),
    road:
      filter.road && keep('road', [filter.road.event], events).length > 0 ? filter.road : undefined,
  };
  const selected = state.selectedId === undefined ? [] : [state.selectedId];
  const [selectedId] = keep('event', selected, events);
  const asked = state.calendar === undefined ? [] : [state.calendar];
  const [calendar] = keep('cal', asked, new Set(dataset.parties));
  const span = completeSpan(state, dataset, problems);
  return { state: { ...state, ...span, filter: checkedFilter, calendar, selectedId }, problems };
}

function completeSpan(state: UrlState, dataset: Dataset, problems: UrlProblem[]) {
  const { from, to } = state;
  if (from === undefined && to === undefined) return { from, to };
  const extent = recordExtent(dataset);
  const whole = { from: from ?? extent.startDay, to: to ?? extent.endDay - 1 };
  if (whole.from <= whole.to) return whole;
  const [parameter, day] =
    from === undefined ? (['to', whole.to] as const) : (['from', whole.from] as const);
  problems.push(createProblem('reversed', parameter, formatIsoDay(day)));
  return { from: undefined, to: undefined };
}
