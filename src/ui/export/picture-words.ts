import type { TFunction } from 'i18next';
import type { Country, Dataset, Status } from '../../model/dataset';
import { findEvent } from '../../model/find-event';
import { stateAsOf } from '../../model/state-as-of';
import { textIn } from '../../model/text';
import type { Filter } from '../../query/filter';
import { activeFiltersOf } from '../../state/active-filters';
import type { Language } from '../../state/state';
import { formatDay, formatEdtf, formatSpan } from '../../time/date-text';
import { type Day, formatIsoDay } from '../../time/day';
import { parseEdtf } from '../../time/parse-edtf';

type Translate = TFunction<'export'>;

/** Both inclusive. */
export interface PictureRange {
  readonly fromDay: Day;
  readonly toDay: Day;
}

export interface PictureFacts {
  readonly dataset: Dataset;
  readonly range: PictureRange;
  readonly asOfDay: Day;
  readonly filter: Filter;
  readonly language: Language;
  readonly eventCount: number;
}

/** "Japan and the United States, January to June 2023" */
export function presetTitle(t: Translate, { dataset, range, language }: PictureFacts): string {
  const [first, second] = dataset.parties.map((code) => partyName(t, code, language));
  return t('presetTitle', {
    parties: t('parties.both', { first, second }),
    range: formatSpan({ firstDay: range.fromDay, lastDay: range.toDay }, language, 'words'),
  });
}

/** A country inside a sentence, in English with its article. */
function partyName(t: Translate, code: Country, language: Language): string {
  const named = t(`parties.names.${code}` as 'parties.names.US', { defaultValue: '' });
  return named || countryName(t, code, language);
}

function countryName(t: Translate, code: Country, language: Language): string {
  const known = t(`countries.${code}`, { ns: 'vocabulary', defaultValue: '' });
  if (known) return known;
  try {
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;
  } catch {
    // Not of the form of a region code; a dataset may hold anything.
    return code;
  }
}

/** "48 events, 1 Jan – 30 Jun 2023. All domains, actors and kinds; importance 1 to 5." */
export function presetSubtitle(t: Translate, facts: PictureFacts): string {
  return t('presetSubtitle', {
    count: t('count', { count: facts.eventCount }),
    range: daysText(facts.range, facts.language),
    filters: filterWords(t, facts),
  });
}

function daysText({ fromDay, toDay }: PictureRange, language: Language): string {
  const interval = parseEdtf(`${formatIsoDay(fromDay)}/${formatIsoDay(toDay)}`);
  return interval
    ? formatEdtf(interval, language, 'medium')
    : `${formatDay(fromDay, language, 'medium')} – ${formatDay(toDay, language, 'medium')}`;
}

function filterWords(t: Translate, facts: PictureFacts): string {
  const byFacet = new Map<string, string[]>();
  for (const { facet, field, value } of activeFiltersOf(facts.filter)) {
    const values = byFacet.get(facet) ?? [];
    values.push(valueWords(t, facts, field, value));
    byFacet.set(facet, values);
  }
  if (byFacet.size === 0) return t('filters.none');
  const parts = [...byFacet].map(([facet, values]) => facetWords(t, facts, facet, values));
  return t('filters.some', { list: capitalised(parts.join(t('filters.between'))) });
}

function facetWords(
  t: Translate,
  { filter }: PictureFacts,
  facet: string,
  values: readonly string[],
): string {
  const listed = values.join(t('filters.values'));
  if (facet === 'importance' || facet === 'road') return listed;
  const isAlone = facet === 'who' && !filter.withPeople;
  const words = isAlone ? t('filters.withoutPeople', { values: listed }) : listed;
  const name = t(`facets.${facet}` as 'facets.who', { ns: 'vocabulary' });
  return t('filters.facet', { facet: name, values: words });
}

function valueWords(t: Translate, facts: PictureFacts, field: string, value: string): string {
  const { dataset, filter, language } = facts;
  switch (field) {
    case 'domains': {
      const domain = dataset.domains.find(({ id }) => id === value);
      return domain ? textIn(domain.name, language).text : value;
    }
    case 'actors': {
      const actor = dataset.actors.get(value);
      return actor ? textIn(actor.name, language).text : value;
    }
    case 'countries':
      return countryName(t, value, language);
    case 'kinds':
      return t(`kinds.${value}` as 'kinds.visit', { ns: 'vocabulary' });
    case 'statuses':
      return t(`statuses.${value as Status}`, { ns: 'vocabulary' });
    case 'importance': {
      const [low, high] = filter.importance;
      return low === high
        ? t('filters.importanceOne', { level: low })
        : t('filters.importance', { low, high });
    }
    case 'text':
      return t('filters.text', { text: value.trim() });
    case 'road':
      return roadWords(t, facts);
    default:
      return value;
  }
}

function roadWords(t: Translate, { dataset, filter, asOfDay, language }: PictureFacts): string {
  const event = filter.road && findEvent(dataset, filter.road.event);
  const state = event && stateAsOf(event, asOfDay);
  const title = state ? textIn(state.title, language).text : t('filters.unknown');
  return t(`filters.${filter.road?.way ?? 'before'}`, { title });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the picture shows, for those who do not see it. */
export function describePicture(
  t: Translate,
  { range, asOfDay, language, eventCount }: PictureFacts,
  counts: { readonly lanes: readonly { name: string; count: number }[]; readonly sources: number },
): string {
  return t('desc', {
    from: formatDay(range.fromDay, language, 'long'),
    to: formatDay(range.toDay, language, 'long'),
    asOf: formatDay(asOfDay, language, 'long'),
    count: t('count', { count: eventCount }),
    lanes: counts.lanes
      .map(({ name, count }) => t('descLane', { domain: name, count }))
      .join(t('filters.values')),
    sources: t('sourceCount', { count: counts.sources }),
  });
}
