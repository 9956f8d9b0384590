import type { TFunction } from 'i18next';
import { workerTablesOf } from '../io/large/worker-tables';
import { calendarOf } from '../model/calendar';
import { createEventTable } from '../model/create-event-table';
import type { Dataset } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { rejectMasks } from '../query/match';
import { createSearch, type Search } from '../query/search';
import { matchingRows, type RowIndex } from '../query/window';
import { checkAgainstDataset } from '../state/check-url';
import { openView } from '../state/opening';
import { recordExtent } from '../state/record-extent';
import type { UrlProblem, UrlState } from '../state/state';
import { parseUrl } from '../state/url-codec';
import { spanOfUrl } from '../state/url-state';
import { encodeValue } from '../state/url-text';
import type { Day, Span } from '../time/day';
import { type Call, UsageError } from './command';
import { VIEW_OPTIONS } from './view-options';

/** The events that the options ask for. */
export interface Selection {
  readonly table: EventTable;
  /** All that match, in the range or not. */
  readonly matching: RowIndex;
  /** Those of the range, in time order. */
  readonly rows: Uint32Array;
  /** Whole days; the whole record where no range was given. */
  readonly span: Span;
  readonly asOfDay: Day;
  /** What the options say, as an address would. */
  readonly view: UrlState;
}

/** Reads the options of `VIEW_OPTIONS` as the app reads its address. Throws a UsageError for what cannot be read. */
export function readView({ values, t }: Pick<Call, 'values' | 't'>): UrlState {
  const pairs = VIEW_OPTIONS.flatMap(({ name }) =>
    (values.get(name) ?? []).map((value) => `${name}=${encodeValue(value)}`),
  );
  const { state, problems } = parseUrl(`?${pairs.join('&')}`);
  refuse(problems, t);
  return state;
}

/**
 * Finds the events. Without `--asof` the record is read as of the day up to which it goes, never as of today: the same
 * options give the same events on any day. Throws a UsageError for what the dataset does not have.
 */
export function selectEvents(dataset: Dataset, asked: UrlState, t: TFunction): Selection {
  const { state, problems } = checkAgainstDataset(withView(dataset, asked, t), dataset);
  refuse(problems, t);
  const asOfDay = state.asOf ?? dataset.recordedThrough;
  const calendar = state.calendar === undefined ? undefined : calendarOf(state.calendar);
  const span = spanOfUrl(state) ?? recordExtent(dataset);
  const table = createEventTable(dataset, asOfDay, calendar);
  const masks = rejectMasks(table, state.filter, searchOf(dataset));
  const matching = matchingRows(table, masks);
  return { table, matching, rows: matching.rowsIn(span), span, asOfDay, view: state };
}

function searchOf(dataset: Dataset): Search {
  return dataset.packed ? { find: workerTablesOf(dataset).find } : createSearch(dataset);
}

/** With what a view of the dataset says, where one is named; options of their own go before it. */
function withView(dataset: Dataset, asked: UrlState, t: TFunction): UrlState {
  if (asked.viewId === undefined) return asked;
  const view = dataset.views.find(({ id }) => id === asked.viewId);
  if (!view) {
    const ids = dataset.views.map(({ id }) => id).join(t('cli:between'));
    throw new UsageError(t('cli:wrong.noView', { id: asked.viewId, ids }));
  }
  const { filter, asOf } = openView(view);
  const { domains, actors } = asked.filter;
  return {
    ...asked,
    from: asked.from ?? view.fromDay,
    to: asked.to ?? view.toDay,
    asOf: asked.asOf ?? asOf,
    filter: {
      ...asked.filter,
      domains: domains.length > 0 ? domains : filter.domains,
      actors: actors.length > 0 ? actors : filter.actors,
    },
  };
}

function refuse([problem]: readonly UrlProblem[], t: TFunction): void {
  if (!problem) return;
  const { kind, parameter, found } = problem;
  throw new UsageError(t(`cli:problem.${kind}`, { option: `--${parameter}`, found }));
}
