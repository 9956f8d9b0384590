import { hashDataset } from '../formats/hash-dataset';
import type { Dataset } from '../model/dataset';
import { partOf } from '../ui/export/export-parts';
import { fileName } from '../ui/export/file-names';
import type { PublicationChoices, PublicationSubject } from '../ui/export/publication-input';
import { type Call, EXIT, type ExitCode, UsageError } from './command';
import { tell } from './host';
import { nodeFonts } from './node-fonts';
import { openDataset } from './open-dataset';
import { pictureFiles } from './picture-files';
import { createPlaces } from './picture-places';
import { publish } from './publish';
import { type RenderOptions, readRenderOptions } from './render-options';
import { type Selection, selectEvents } from './select-events';
import { writeOutput } from './write-output';

/** Draws the events that the options ask for as pages, and writes them in each format. */
export async function render(call: Call): Promise<ExitCode> {
  const { t, i18n, host, language } = call;
  const options = readRenderOptions(call);
  const dataset = await openDataset(call);
  if (!dataset) return EXIT.faults;
  const selection = selectEvents(dataset, options.view, t);
  if (options.layout === 'pages') checkCount(selection.rows.length, t);
  if (selection.rows.length === 0) tell(host, t('cli:convert.noEvents'));
  const { table, matching, view } = selection;
  const subject: PublicationSubject = { table, matching, filter: view.filter };
  const choices = choicesOf(dataset, selection, { options, language });
  const engine = await nodeFonts();
  const publication = await publish(subject, choices, { i18n, engine });
  const { range } = choices;
  const places = createPlaces(call, {
    ...options,
    pageCount: publication.pages.length,
    name: fileName(dataset.id, [partOf(subject, range)]),
  });
  for (const { format, page, bytes } of pictureFiles(publication, { ...options, engine })) {
    const place = places.of(format, page);
    // One after the other: files are large.
    // oxlint-disable-next-line no-await-in-loop
    await writeOutput(place, [await bytes()], call);
    if (place !== '-') host.stdout.write(`${place}\n`);
  }
  return EXIT.ok;
}

/** Hundreds of pages, which take minutes: more are hardly wanted. */
const MOST_EVENTS = 20_000;

function checkCount(count: number, t: Call['t']): void {
  if (count > MOST_EVENTS)
    throw new UsageError(t('cli:render.tooMany', { count, most: MOST_EVENTS }));
}

function choicesOf(
  dataset: Dataset,
  { span }: Selection,
  { options, language }: { readonly options: RenderOptions; readonly language: Call['language'] },
): PublicationChoices {
  const { layout, size, theme, grouping, includes, title, subtitle, footer, madeAt } = options;
  return {
    range: { fromDay: span.startDay, toDay: span.endDay - 1 },
    language,
    layout,
    size,
    theme,
    grouping,
    includes,
    title,
    subtitle,
    footer,
    madeAt,
    stampHash: options.hasStamp ? hashDataset(dataset) : undefined,
    exportedDay: madeAt === undefined ? undefined : Math.floor(Date.parse(madeAt) / MS_PER_DAY),
  };
}

const MS_PER_DAY = 86_400_000;
