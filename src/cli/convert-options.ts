import type { UrlState } from '../state/state';
import { type Call, UsageError } from './command';
import { DATA_FORMATS, type DataFormat, findFormat } from './data-formats';
import { wrongChoice } from './read-args';
import { readView } from './select-events';

export interface ConvertOptions {
  readonly format: DataFormat;
  /** A file, or `-` for stdout. */
  readonly out: string;
  readonly view: UrlState;
  /** The app's address, http(s). */
  readonly app: string | undefined;
  readonly bom: boolean;
}

type Given = Pick<Call, 'values' | 't'>;

/** `--to` is the last day of the range or, as in `--to csv`, the format; each can be given. Throws a UsageError. */
export function readConvertOptions({ values, t }: Given): ConvertOptions {
  const [out = '-'] = values.get('out') ?? [];
  const [app] = values.get('app') ?? [];
  const tos = values.get('to') ?? [];
  const formats = [...(values.get('format') ?? []), ...tos.filter(isFormat)];
  const days = tos.filter((to) => !isFormat(to));
  refuseSeveral('--format', formats, t);
  refuseSeveral('--to', days, t);
  if (app !== undefined && !isWebAddress(app)) {
    throw new UsageError(t('cli:convert.badApp', { found: app }));
  }
  const name = formats[0] ?? endingOf(out);
  // A day begins with a digit, or before our era with a sign.
  const neither = days.find((to) => !/^-?\d/.test(to));
  if (name === '' && neither !== undefined) {
    throw new UsageError(wrongChoice(t, '--to', neither, ['DAY', ...DATA_FORMATS]));
  }
  const format = readFormat(name, t);
  const view = readView({ values: new Map([...values, ['to', days]]), t });
  return { format, out, view, app, bom: values.has('bom') };
}

function isFormat(text: string): boolean {
  return findFormat(text) !== undefined;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function refuseSeveral(option: string, given: readonly string[], t: Given['t']): void {
  if (given.length > 1) throw new UsageError(t('cli:wrong.repeated', { option }));
}

function readFormat(name: string, t: Given['t']): DataFormat {
  const format = findFormat(name);
  if (format) return format;
  const choices = DATA_FORMATS.join(t('cli:between'));
  if (name === '') throw new UsageError(t('cli:convert.noFormat', { choices }));
  throw new UsageError(wrongChoice(t, '--format', name, DATA_FORMATS));
}

/** Of `events.csv` what follows the dot; some formats have another name there. */
function endingOf(out: string): string {
  const [, ending = ''] = /\.(csl\.json|[a-z]+)$/i.exec(out) ?? [];
  return ENDINGS[ending.toLowerCase()] ?? ending;
}

const ENDINGS: Readonly<Record<string, DataFormat>> = { bib: 'bibtex', 'csl.json': 'csl' };
