import type { RecordExport } from '../formats/record-export';
import type { UrlState } from '../state/state';
import { type Call, EXIT, type ExitCode, UsageError } from './command';
import { DATA_FORMATS, type DataFormat, findFormat, writeData } from './data-formats';
import { tell } from './host';
import { openDataset } from './open-dataset';
import { wrongChoice } from './read-args';
import { readView, selectEvents } from './select-events';
import { writeOutput } from './write-output';

/** Writes the events that the options ask for as a file of data. */
export async function convert(call: Call): Promise<ExitCode> {
  const { t, host, language, values } = call;
  const { format, out, view } = readOptions(call);
  const dataset = await openDataset(call);
  if (!dataset) return EXIT.faults;
  const { table, rows, span } = selectEvents(dataset, view, t);
  if (rows.length === 0) tell(host, t('cli:convert.noEvents'));
  const from: RecordExport = { table, rows, span, lang: language, words: {} };
  await writeOutput(out, await writeData(format, from, { bom: values.has('bom') }), call);
  return EXIT.ok;
}

interface Asked {
  readonly format: DataFormat;
  readonly out: string;
  readonly view: UrlState;
}

/** `--to` is the last day of the range or, as in `--to csv`, the format; each can be given. */
function readOptions({ values, t }: Call): Asked {
  const [out = '-'] = values.get('out') ?? [];
  const tos = values.get('to') ?? [];
  const formats = [...(values.get('format') ?? []), ...tos.filter(isFormat)];
  const days = tos.filter((to) => !isFormat(to));
  for (const [option, given] of [
    ['--format', formats],
    ['--to', days],
  ] as const) {
    if (given.length > 1) throw new UsageError(t('cli:wrong.repeated', { option }));
  }
  const [name = endingOf(out)] = formats;
  const format = findFormat(name);
  if (!format) {
    const wrong = wrongChoice(t, '--format', name, DATA_FORMATS);
    throw new UsageError(
      name === ''
        ? t('cli:convert.noFormat', { choices: DATA_FORMATS.join(t('cli:between')) })
        : wrong,
    );
  }
  return { format, out, view: readView({ values: new Map([...values, ['to', days]]), t }) };
}

function isFormat(text: string): boolean {
  return findFormat(text) !== undefined;
}

/** Of `events.csv` what follows the dot. */
function endingOf(out: string): string {
  return /\.([a-z]+)$/i.exec(out)?.[1] ?? '';
}
