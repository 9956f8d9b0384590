import type { TFunction } from 'i18next';
import type { Publication, PublishedPage } from '../../formats/publication';
import { memoize } from '../../lib/memoize';
import type { Steps } from '../../lib/steps';
import { capitalOf } from '../../model/capitals';
import type { Country } from '../../model/dataset';
import { textIn } from '../../model/text';
import { DARK, LIGHT, type Palette } from '../../paint/palette';
import { layoutColumnPageInSteps } from '../../scene/column-page';
import { layoutPagesInSteps, type Pages } from '../../scene/pages';
import type { TimelineWords } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import { createCadenceBand } from '../cadence/cadence-band';
import { createTenorBand } from '../tenor/tenor-band';
import { createLaneWords } from '../timeline/lane-words';
import type { MakeBand } from '../timeline/picture-source';
import { columnGroupsOf } from './column-groups-of';
import { createColumnWords } from './create-column-words';
import { createSlideWords } from './create-slide-words';
import { spanOf } from './excess';
import { forecastNote } from './forecast-note';
import { describePage } from './page-words';
import { createStamp } from './picture-stamp-of';
import { type PictureFacts, presetSubtitle, presetTitle } from './picture-words';
import type { PublicationChoices, PublicationSubject, PublicationTools } from './publication-input';
import { publishedSources } from './published-sources';
import { slideGroups } from './slide-groups';

/** The words of a publication in its language, and what makes its strips. */
interface Words {
  readonly t: TFunction<'export'>;
  readonly laneOf: TimelineWords['laneOf'];
  readonly makeBands: readonly MakeBand[];
}

// Kept, since a strip is kept by what makes it.
const wordsOf = memoize(
  (i18n: PublicationTools['i18n'], language: Language): Words => ({
    t: i18n.getFixedT(language, 'export'),
    laneOf: createLaneWords(i18n.getFixedT(language, 'timeline'), language),
    makeBands: [
      createTenorBand(i18n.getFixedT(language, 'tenor')),
      createCadenceBand(i18n.getFixedT(language, 'cadence')),
    ],
  }),
  4,
);

/** A range of a record as pages with all that is said of them, by steps: many events take seconds. */
export function* createPublication(
  subject: PublicationSubject,
  choices: PublicationChoices,
  tools: PublicationTools,
): Steps<Publication> {
  const { language, size, theme, stampHash, madeAt } = choices;
  const { t } = wordsOf(tools.i18n, language);
  const facts = factsOf(subject, choices);
  const title = titleOf(t, facts, choices);
  const pages = yield* layoutPages(subject, choices, { tools, facts, title });
  return {
    pages: yield* publishPages(t, pages, { subject, choices, title }),
    title,
    lang: language,
    palette: paletteOf(theme),
    pointsPerPx: size.pointsPerPx,
    words: { sources: t('slide.sources') },
    ...(stampHash !== undefined && { stamp: createStamp(subject, choices, stampHash) }),
    ...(madeAt !== undefined && { madeAt }),
  };
}

export function paletteOf(theme: PublicationChoices['theme']): Palette {
  return theme === 'dark' ? DARK : LIGHT;
}

/** Title and subtitle as they stand where none are given. */
export function presetWords(
  subject: PublicationSubject,
  choices: PublicationChoices,
  { i18n }: Pick<PublicationTools, 'i18n'>,
): { readonly title: string; readonly subtitle: string } {
  const { t } = wordsOf(i18n, choices.language);
  const facts = factsOf(subject, choices);
  return { title: presetTitle(t, facts), subtitle: presetSubtitle(t, facts) };
}

function factsOf(
  { table, matching, filter }: PublicationSubject,
  { range, language }: PublicationChoices,
): PictureFacts {
  const { dataset, asOfDay } = table;
  const eventCount = matching.countIn(spanOf(range));
  return { dataset, range, asOfDay, filter, language, eventCount };
}

function titleOf(t: TFunction<'export'>, facts: PictureFacts, { title }: PublicationChoices) {
  return title?.trim() ? title.trim() : presetTitle(t, facts);
}

interface Prepared {
  readonly tools: PublicationTools;
  readonly facts: PictureFacts;
  readonly title: string;
}

function* layoutPages(
  subject: PublicationSubject,
  choices: PublicationChoices,
  { tools, facts, title }: Prepared,
): Steps<Pages> {
  const { table, matching, filter } = subject;
  const { language, grouping, includes, subtitle, footer, exportedDay } = choices;
  const { t, laneOf, makeBands } = wordsOf(tools.i18n, language);
  const span = spanOf(choices.range);
  const state = { tenor: includes.tenor, cadence: includes.cadence, language, filter };
  const shown = { table, matching, measure: tools.measure };
  const note = includes.forecasts
    ? forecastNote({ table, matching }, span, { t, language })
    : undefined;
  yield;
  const common = {
    table,
    span,
    asOfDay: table.asOfDay,
    recordedThrough: table.dataset.recordedThrough,
    ...(exportedDay !== undefined && { exportedDay }),
    lang: language,
    title,
    subtitle: subtitle?.trim() ? subtitle.trim() : presetSubtitle(t, facts),
    words: createSlideWords(t, calendarName(table.calendar?.country, language)),
    grouping,
    ...(note !== undefined && { note }),
    bands: makeBands.flatMap((make) => make(state, shown) ?? []),
    chosenDomains: filter.domains,
    measure: tools.measure,
    size: choices.size,
    includes,
    ...(footer?.trim() && { footer: footer.trim() }),
  };
  const grouped = { table, matching, grouping, filter };
  const wording = { laneOf, language };
  if (choices.layout === 'columns') {
    const groups = columnGroupsOf(grouped, wording);
    const { theme } = choices;
    const columnWords = createColumnWords(t);
    return yield* layoutColumnPageInSteps({ ...common, matching, groups, theme, columnWords });
  }
  const rows = Array.from(matching.rowsIn(span));
  yield;
  const lanes = slideGroups(grouped, rows, wording);
  yield;
  return yield* layoutPagesInSteps({ ...common, rows, ...(lanes && { lanes }) });
}

function calendarName(country: Country | undefined, language: Language): string | undefined {
  const capital = country === undefined ? undefined : capitalOf(country);
  return capital ? textIn(capital.name, language).text : country;
}

interface Published {
  readonly subject: PublicationSubject;
  readonly choices: PublicationChoices;
  readonly title: string;
}

function* publishPages(
  t: TFunction<'export'>,
  { pages, sources }: Pages,
  { subject, choices, title }: Published,
): Steps<readonly PublishedPage[]> {
  const count = pages.length;
  const published: PublishedPage[] = [];
  for (const [at, page] of pages.entries()) {
    published.push({
      scene: page.scene,
      title: count > 1 ? t('pageTitle', { title, at: at + 1, count }) : title,
      alt: describePage(t, page, { subject, choices }),
      sources: publishedSources(page, sources, choices.language),
    });
    yield;
  }
  return published;
}
