import type { TFunction } from 'i18next';
import { GROUPINGS, type Grouping } from '../query/grouping';
import type { PageSize } from '../scene/page-size';
import type { UrlState } from '../state/state';
import { LAYOUTS, type Layout, type PublicationIncludes } from '../ui/export/publication-input';
import { type Call, type Option, UsageError } from './command';
import { wrongChoice } from './read-args';
import { readSize } from './read-size';
import { readMoment, readNumber } from './read-values';
import { readView } from './select-events';
import { VIEW_OPTIONS } from './view-options';

export const PICTURE_FORMATS = ['svg', 'png', 'pdf', 'pptx'] as const;
export type PictureFileFormat = (typeof PICTURE_FORMATS)[number];
const THEMES = ['light', 'dark'] as const;
const TEXT_MODES = ['fonts', 'outlines'] as const;

/** What pages can hold, by the words of `--include` and `--exclude`. */
const PARTS = {
  legend: 'legend',
  sources: 'sources',
  links: 'links',
  'as-of': 'asOf',
  summaries: 'summaries',
  tenor: 'tenor',
  cadence: 'cadence',
  forecasts: 'forecasts',
} as const satisfies Record<string, keyof PublicationIncludes>;
export const PART_WORDS = Object.keys(PARTS);
const USUAL_PARTS = ['legend', 'sources', 'as-of'];

export const RENDER_OPTIONS: readonly Option[] = [
  { name: 'format', value: 'LIST' },
  { name: 'out', short: 'o', value: 'PLACE' },
  ...VIEW_OPTIONS,
  { name: 'group', value: 'WORD', choices: GROUPINGS },
  { name: 'layout', value: 'WORD', choices: LAYOUTS },
  { name: 'size', value: 'SIZE' },
  { name: 'theme', value: 'THEME', choices: THEMES },
  { name: 'title', value: 'TEXT' },
  { name: 'subtitle', value: 'TEXT' },
  { name: 'footer', value: 'TEXT' },
  { name: 'include', value: 'LIST' },
  { name: 'exclude', value: 'LIST' },
  { name: 'scale', value: 'N' },
  { name: 'dpi', value: 'N' },
  { name: 'svg-text', value: 'MODE', choices: TEXT_MODES },
  { name: 'no-stamp' },
  { name: 'made-at', value: 'MOMENT' },
];

export interface RenderOptions {
  readonly formats: readonly PictureFileFormat[];
  readonly out: string;
  readonly view: UrlState;
  readonly grouping: Grouping;
  readonly layout: Layout;
  readonly size: PageSize;
  readonly theme: (typeof THEMES)[number];
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly footer: string | undefined;
  readonly includes: PublicationIncludes;
  /** Pixels of a PNG in a px of the page. */
  readonly scale: number;
  readonly svgText: (typeof TEXT_MODES)[number];
  readonly hasStamp: boolean;
  /** As an ISO 8601 instant. */
  readonly madeAt: string | undefined;
}

/** Reads the options of `render`. Throws a UsageError for what cannot be read. */
export function readRenderOptions(call: Pick<Call, 'values' | 't'>): RenderOptions {
  const { values, t } = call;
  const one = (name: string) => values.get(name)?.[0];
  const out = one('out') ?? '.';
  const size = readSize(one('size') ?? 'slide', t);
  const madeAt = one('made-at');
  return {
    formats: readFormats(one('format'), out, t),
    out,
    view: readView(call),
    grouping: (one('group') ?? 'domain') as Grouping,
    layout: one('layout') === 'columns' ? 'columns' : 'pages',
    size,
    theme: one('theme') === 'dark' ? 'dark' : 'light',
    title: one('title'),
    subtitle: one('subtitle'),
    footer: one('footer'),
    includes: readParts(one('include'), one('exclude'), t),
    scale: readScale(one('scale'), one('dpi'), { size, t }),
    svgText: one('svg-text') === 'outlines' ? 'outlines' : 'fonts',
    hasStamp: !values.has('no-stamp'),
    madeAt: madeAt === undefined ? undefined : readMoment('--made-at', madeAt, t),
  };
}

/** As `--format` says, else as the ending of `--out` does, else SVG. */
function readFormats(given: string | undefined, out: string, t: TFunction): PictureFileFormat[] {
  if (given === undefined) return [formatOfEnding(out) ?? 'svg'];
  const formats = new Set<PictureFileFormat>();
  for (const word of splitList(given)) {
    const format = PICTURE_FORMATS.find((each) => each === word);
    if (!format) throw new UsageError(wrongChoice(t, '--format', word, PICTURE_FORMATS));
    formats.add(format);
  }
  if (formats.size === 0) {
    throw new UsageError(wrongChoice(t, '--format', given, PICTURE_FORMATS));
  }
  return [...formats];
}

/** Of `slide.svg` the format; undefined for what is no file of ours. */
export function formatOfEnding(place: string): PictureFileFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(place)?.[1]?.toLowerCase();
  return PICTURE_FORMATS.find((format) => format === ending);
}

function readParts(
  include: string | undefined,
  exclude: string | undefined,
  t: TFunction,
): PublicationIncludes {
  const parts = new Set(USUAL_PARTS);
  for (const word of readPartWords('--include', include, t)) parts.add(word);
  for (const word of readPartWords('--exclude', exclude, t)) parts.delete(word);
  const entries = Object.entries(PARTS).map(([word, key]) => [key, parts.has(word)] as const);
  return Object.fromEntries(entries) as Record<(typeof PARTS)[keyof typeof PARTS], boolean>;
}

function readPartWords(option: string, given: string | undefined, t: TFunction): string[] {
  const words = splitList(given ?? '');
  const wrong = words.find((word) => !PART_WORDS.includes(word));
  if (wrong !== undefined) throw new UsageError(wrongChoice(t, option, wrong, PART_WORDS));
  return words;
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

const POINTS_PER_INCH = 72;

function readScale(
  scale: string | undefined,
  dpi: string | undefined,
  { size, t }: { readonly size: PageSize; readonly t: TFunction },
): number {
  if (scale !== undefined && dpi !== undefined) throw new UsageError(t('cli:render.scaleAndDpi'));
  if (dpi === undefined) {
    return scale === undefined ? 2 : readNumber('--scale', scale, { least: 1, most: 4, t });
  }
  const dots = readNumber('--dpi', dpi, { least: 72, most: 600, t });
  return (dots * size.pointsPerPx) / POINTS_PER_INCH;
}
