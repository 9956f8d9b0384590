import { createEventAddress } from '../formats/event-address';
import type { RecordExport } from '../formats/record-export';
import { createFormatWords } from '../ui/export/create-format-words';
import { presetTitle } from '../ui/export/picture-words';
import { type Call, EXIT, type ExitCode } from './command';
import { type ConvertOptions, readConvertOptions } from './convert-options';
import { writeData } from './data-formats';
import { tell } from './host';
import { openDataset } from './open-dataset';
import { type Selection, selectEvents } from './select-events';
import { writeOutput } from './write-output';

/** Writes the events that the options ask for as a file of data. */
export async function convert(call: Call): Promise<ExitCode> {
  const { t, host } = call;
  const options = readConvertOptions(call);
  const dataset = await openDataset(call);
  if (!dataset) return EXIT.faults;
  const selection = selectEvents(dataset, options.view, t);
  if (selection.rows.length === 0) tell(host, t('cli:convert.noEvents'));
  const pieces = await writeData(options.format, recordExport(selection, options, call), options);
  await writeOutput(options.out, pieces, call);
  return EXIT.ok;
}

function recordExport(
  { table, rows, span, view, asOfDay }: Selection,
  { app }: ConvertOptions,
  { t, i18n, language }: Call,
): RecordExport {
  const { dataset } = table;
  const range = { fromDay: span.startDay, toDay: span.endDay - 1 };
  const facts = { dataset, range, asOfDay, filter: view.filter, language, eventCount: rows.length };
  return {
    table,
    rows,
    span,
    lang: language,
    title: presetTitle(i18n.getFixedT(language, 'export'), facts),
    words: createFormatWords(t),
    ...(app !== undefined && {
      addressOf: createEventAddress({ app, asOf: view.asOf, lang: language }),
    }),
  };
}
