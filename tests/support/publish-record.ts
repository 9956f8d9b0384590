import { readdirSync, readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { createNodeFonts } from '../../src/cli/node-fonts';
import { publish } from '../../src/cli/publish';
import { runThrough } from '../../src/lib/steps';
import { createEventTable } from '../../src/model/create-event-table';
import { parseDatasetText } from '../../src/model/parse-dataset';
import { NO_FILTER } from '../../src/query/filter';
import { rejectMasks } from '../../src/query/match';
import { matchingRows } from '../../src/query/window';
import { PAGE_SIZES } from '../../src/scene/page-size';
import type { MeasureText } from '../../src/scene/scene';
import { parseIsoDay } from '../../src/time/day';
import { createPublication } from '../../src/ui/export/create-publication';
import type { PublicationChoices, PublicationSubject } from '../../src/ui/export/publication-input';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;

function wordsOf(lang: string) {
  const folder = `src/ui/messages/${lang}`;
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, string>,
    ]),
  );
}

const USUAL: PublicationChoices = {
  range: { fromDay: day('2023-01-01'), toDay: day('2023-06-30') },
  size: PAGE_SIZES.slide,
  layout: 'pages',
  theme: 'light',
  language: 'en',
  grouping: 'domain',
  includes: {
    legend: true,
    sources: true,
    links: false,
    asOf: true,
    summaries: false,
    tenor: false,
    cadence: false,
    forecasts: false,
  },
};

/** The bundled record as it stood on 12 June 2023. */
function subject(): PublicationSubject {
  const { dataset } = parseDatasetText(readFileSync('data/japan-us.json', 'utf8'));
  if (!dataset) throw new Error('no dataset');
  const table = createEventTable(dataset, day('2023-06-12'));
  const matching = matchingRows(table, rejectMasks(table, NO_FILTER));
  return { table, matching, filter: NO_FILTER };
}

function createWords() {
  const i18n = createInstance();
  void i18n.init({
    lng: 'en',
    resources: { en: wordsOf('en'), ja: wordsOf('ja') },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return i18n;
}

/** Half a year of the record as a slide if nothing else is chosen, as the command line makes it. */
export async function publishRecord(choices: Partial<PublicationChoices> = {}) {
  const engine = await createNodeFonts();
  const tools = { i18n: createWords(), engine };
  return { engine, publication: await publish(subject(), { ...USUAL, ...choices }, tools) };
}

/** The same, by widths that are given. */
export function layoutRecord(choices: Partial<PublicationChoices>, measure: MeasureText) {
  const tools = { i18n: createWords(), measure };
  return runThrough(createPublication(subject(), { ...USUAL, ...choices }, tools));
}
