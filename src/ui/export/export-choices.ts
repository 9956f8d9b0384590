import type { Grouping } from '../../query/grouping';
import {
  isSide,
  ownSize,
  PAGE_SIZES,
  type PageSize,
  type PageSizeId,
  type SizeUnit,
} from '../../scene/page-size';
import type { Language, State } from '../../state/state';
import type { AppStore } from '../../state/store';
import type { Layout, PublicationIncludes } from './publication-input';

export const PICTURE_FORMATS = ['png', 'svg', 'pdf', 'pptx'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];
export const DATA_FORMATS = ['csv', 'ics', 'md', 'json', 'bib', 'csl'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];
export type Format = PictureFormat | DataFormat;

export const SCALES = [1, 2, 3, 4] as const;
export type Scale = (typeof SCALES)[number];

export type SizeId = PageSizeId | 'own';

/** A page of one's own, as it stands in the fields. */
export interface OwnSize {
  readonly width: number;
  readonly height: number;
  readonly unit: SizeUnit;
}

/** What a reader chooses of an export beside its range and its words. Undefined follows the page. */
export interface ExportChoices {
  readonly kind: 'pictures' | 'data';
  readonly picture: PictureFormat;
  readonly data: DataFormat;
  readonly size: SizeId;
  readonly own: OwnSize;
  readonly layout: Layout;
  readonly theme: 'light' | 'dark';
  readonly language: Language | undefined;
  readonly grouping: Grouping | undefined;
  readonly includes: Omit<PublicationIncludes, 'links' | 'tenor' | 'cadence'>;
  readonly links: boolean | undefined;
  readonly tenor: boolean | undefined;
  readonly cadence: boolean | undefined;
  readonly footer: string;
  /** Pixels of a PNG in a px of the page. */
  readonly scale: Scale;
  /** Letters of an SVG: as text with its fonts, or as outlines. */
  readonly letters: 'fonts' | 'outlines';
  /** Whether a CSV begins with a byte order mark. */
  readonly withBom: boolean;
  readonly canReopen: boolean;
}

const USUAL: ExportChoices = {
  kind: 'pictures',
  picture: 'png',
  data: 'csv',
  size: 'slide',
  own: { width: 1600, height: 900, unit: 'px' },
  layout: 'pages',
  theme: 'light',
  language: undefined,
  grouping: undefined,
  includes: {
    legend: true,
    sources: true,
    asOf: true,
    summaries: false,
    forecasts: false,
  },
  links: undefined,
  tenor: undefined,
  cadence: undefined,
  footer: '',
  scale: 2,
  letters: 'fonts',
  withBom: true,
  canReopen: true,
};

const remembered = new WeakMap<AppStore, ExportChoices>();

/** What was chosen last in this visit. */
export function recallChoices(store: AppStore): ExportChoices {
  return remembered.get(store) ?? USUAL;
}

export function rememberChoices(store: AppStore, choices: ExportChoices): void {
  remembered.set(store, choices);
}

export function formatOf({ kind, picture, data }: ExportChoices): Format {
  return kind === 'pictures' ? picture : data;
}

/** Undefined where the fields of a page of one's own hold what no page can be. */
export function pageSizeOf({
  size,
  own,
}: Pick<ExportChoices, 'size' | 'own'>): PageSize | undefined {
  if (size !== 'own') return PAGE_SIZES[size];
  const isGood = isSide(own.width, own.unit) && isSide(own.height, own.unit);
  return isGood ? ownSize(own.width, own.height, own.unit) : undefined;
}

interface PageChoices extends Pick<State, 'language' | 'grouping' | 'tenor' | 'cadence'> {
  /** Whether it shows the road to an event or what came of it: those are made of links. */
  readonly hasRoad: boolean;
}

/** What the pictures are made with: as chosen, else as the page has it. */
export function madeWith(choices: ExportChoices, page: PageChoices) {
  return {
    layout: choices.layout,
    theme: choices.theme,
    language: choices.language ?? page.language,
    grouping: choices.grouping ?? page.grouping,
    includes: {
      ...choices.includes,
      links: choices.links ?? page.hasRoad,
      tenor: choices.tenor ?? page.tenor,
      cadence: choices.cadence ?? page.cadence,
    },
    footer: choices.footer,
  };
}
