import type { TFunction } from 'i18next';
import { STATUSES } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { liesAhead } from '../../model/state-as-of';
import { textIn } from '../../model/text';
import type { ColumnTally } from '../../scene/column-groups';
import type { Page } from '../../scene/pages';
import { domainOf } from '../../scene/slide-events';
import type { Language } from '../../state/state';
import { formatDay, formatEdtf } from '../../time/date-text';
import type { PublicationChoices, PublicationSubject } from './publication-input';

interface PageOf {
  readonly subject: PublicationSubject;
  readonly choices: Pick<PublicationChoices, 'language' | 'grouping'>;
}

/** So many of the most important events are told by name. */
const MOST_NAMED = 3;

/** What a page shows, for those who do not see it: days, counts by domain, plans, and its weightiest events. */
export function describePage(t: TFunction<'export'>, page: Page, of: PageOf): string {
  const { language } = of.choices;
  const days = {
    from: formatDay(page.span.startDay, language, 'long'),
    to: formatDay(page.span.endDay - 1, language, 'long'),
    asOf: formatDay(of.subject.table.asOfDay, language, 'long'),
  };
  if (page.kind === 'text') return t('alt.text', days);
  if (page.tally) return describeColumns(t, page, page.tally, { ...of, days });
  const count = t('count', { count: page.rows.length });
  if (page.rows.length === 0) return t('alt.empty', days);
  const parts = [
    t('alt.picture', { ...days, count, domains: domainCounts(t, page, of) }),
    aheadText(t, page, of),
    namesText(t, page, of),
  ];
  return parts.filter(Boolean).join(t('alt.between'));
}

interface ColumnsOf extends PageOf {
  readonly days: Readonly<Record<'from' | 'to' | 'asOf', string>>;
}

/** Of columns: days, counts by lane, plans, and the weightiest of those that are named. */
function describeColumns(
  t: TFunction<'export'>,
  page: Page,
  { count, aheadCount, lanes, unit }: ColumnTally,
  { days, ...of }: ColumnsOf,
): string {
  if (count === 0) return t('alt.empty', days);
  const facts = {
    ...days,
    unit: t(`columns.unit.${unit}`),
    count: t('count', { count }),
    lanes: lanes
      .map((lane) => t('alt.domain', { domain: lane.name, count: lane.count }))
      .join(t('filters.values')),
  };
  const parts = [
    lanes.some(({ name }) => name === '') ? t('alt.columnsOfAll', facts) : t('alt.columns', facts),
    aheadCount > 0 ? t('alt.ahead', { count: aheadCount }) : '',
    page.rows.length > 0 ? namesText(t, page, of) : '',
  ];
  return parts.filter(Boolean).join(t('alt.between'));
}

function domainCounts(t: TFunction<'export'>, { rows }: Page, { subject, choices }: PageOf) {
  const { table, filter } = subject;
  const place = { table, grouping: choices.grouping, chosenDomains: filter.domains };
  const counts = new Map<number, number>();
  for (const row of rows) {
    const domain = domainOf(place, row);
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const texts = table.dataset.domains.flatMap(({ name }, index) => {
    const count = counts.get(index);
    if (count === undefined) return [];
    return [t('alt.domain', { domain: textIn(name, choices.language).text, count })];
  });
  return texts.join(t('filters.values'));
}

function aheadText(t: TFunction<'export'>, { rows }: Page, { subject: { table } }: PageOf): string {
  const count = rows.filter((row) =>
    liesAhead(STATUSES[table.status[row] ?? 0] ?? 'happened'),
  ).length;
  return count === 0 ? '' : t('alt.ahead', { count });
}

function namesText(t: TFunction<'export'>, { rows }: Page, { subject, choices }: PageOf): string {
  const { table } = subject;
  const named = rows
    .toSorted((a, b) => (table.importance[b] ?? 0) - (table.importance[a] ?? 0) || a - b)
    .slice(0, MOST_NAMED)
    .toSorted((a, b) => a - b)
    .map((row) => eventText(t, table, row, choices));
  return t('alt.names', { list: named.join(t('filters.between')) });
}

function eventText(
  t: TFunction<'export'>,
  table: EventTable,
  row: number,
  { language }: { readonly language: Language },
): string {
  const state = table.stateOf(row);
  if (!state) return '';
  const title = textIn(state.title, language).text;
  return t('alt.event', { title, date: formatEdtf(state.date, language, 'long') });
}
