import type { Country, Dataset, DatasetView, Issue, Status } from '../../model/dataset';
import type { PackedEvents } from '../../model/packed-events';
import type { FacetCounts } from '../../query/facets';
import type { Filter } from '../../query/filter';
import type { Grouping } from '../../query/grouping';
import type { BinCounts, YearCounts } from '../../query/histogram';
import type { TenorBlock } from '../../query/tenor';
import type { TenorMakeup } from '../../query/tenor-shares';
import type { TenorWindow } from '../../query/tenor-window';
import type { Advances } from '../../scene/advances';
import type { LoadProgress } from '../../state/state';
import type { Day, Span } from '../../time/day';
import type { Lang } from '../../time/lang';
import type { LoadFailure } from '../load-failure';

/** A dataset without its events; on either side `openPacked(head, packed)` makes it whole. */
export type DatasetHead = Omit<Dataset, 'events' | 'packed'>;

export type LargeFormat = 'ndjson' | 'parquet' | 'json';

/** As much of a `File` as is read of one; the command line has its own. */
export interface ByteFile {
  readonly size: number;
  readonly stream: () => ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly slice: (
    start: number,
    end?: number,
  ) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
}

export interface OpenRequest {
  readonly format: LargeFormat;
  /** What is read: an address, or a file of the reader's own. */
  readonly source:
    | { readonly kind: 'url'; readonly url: string; readonly isSameOrigin: boolean }
    | { readonly kind: 'file'; readonly file: ByteFile };
  /** Names the dataset where the file does not: the file's own name without its ending. */
  readonly name: string;
  /** Whether columns may lie on shared memory. */
  readonly canShare: boolean;
  /** What a program's own objects may take, where that is known. */
  readonly heapBytes?: number;
}

export type OpenedLarge =
  | {
      readonly ok: true;
      readonly head: DatasetHead;
      readonly packed: PackedEvents;
      /** The first thousand. */
      readonly issues: readonly Issue[];
      /** All of them. */
      readonly issueCount: number;
      /** Those of them that set something aside. */
      readonly errorCount: number;
      /** Events that could not be kept. */
      readonly setAsideCount: number;
    }
  | { readonly ok: false; readonly failure: LoadFailure };

/** What is asked about a filter in a span. */
export interface FactsRequest {
  readonly asOfDay: Day;
  /** Of the table: whose capital's; left out: the places'. */
  readonly calendar?: Country | undefined;
  readonly filter: Filter;
  readonly span: Span;
  readonly bins: number;
}

export interface Facts {
  readonly counts: FacetCounts;
  /** Of actors and countries that events name themselves, people aside. */
  readonly named: Pick<FacetCounts, 'actors' | 'countries'>;
  readonly bins: BinCounts;
}

/** All that the places of names depend on but the zoom. */
export interface PlaceSetting {
  readonly asOfDay: Day;
  readonly calendar?: Country | undefined;
  readonly filter: Filter;
  readonly grouping: Grouping;
  /** What there is for all lanes together. */
  readonly heightPx: number;
  /** What the tiles cover. */
  readonly extent: Span;
  readonly lang: Lang;
  readonly statusWords: Readonly<Record<Status, string>>;
  readonly notConfirmed: string;
  /** Widths of characters by font, as `createAdvanceMeasure` takes them. */
  readonly advances: Advances;
  /** Ids of events whose names come first. */
  readonly first: readonly string[];
}

/** What is asked of the tenor of what a filter leaves. */
export interface TenorRequest extends Pick<FactsRequest, 'asOfDay' | 'calendar' | 'filter'> {
  readonly windowDays: number;
  /** Which blocks of samples. */
  readonly blocks: readonly number[];
}

export interface TenorDayRequest extends Pick<FactsRequest, 'asOfDay' | 'calendar' | 'filter'> {
  readonly day: number;
  readonly window: TenorWindow;
}

export interface TileRequest {
  /** The same for the same setting, another for another. */
  readonly key: string;
  readonly setting: PlaceSetting;
  readonly level: number;
  readonly tile: number;
}

/** As `encodeTileNames` gives them, one list a lane. */
export type TileSeats = readonly Int32Array[];

/** What the worker of a large dataset does. Calls are answered in the order in which they come. */
export interface LargeWorker {
  open: (
    request: OpenRequest,
    onProgress: (progress: LoadProgress) => void,
  ) => Promise<OpenedLarge>;
  facts: (request: FactsRequest) => Promise<Facts>;
  /** Matching events by year. */
  years: (request: Pick<FactsRequest, 'asOfDay' | 'calendar' | 'filter'>) => Promise<YearCounts>;
  /** One byte for each row of the table of that day: 1 where the text is found. */
  find: (asOfDay: Day, text: string, calendar?: Country) => Promise<Uint8Array>;
  place: (request: TileRequest) => Promise<TileSeats>;
  /** A block of samples for each that is asked for. */
  tenor: (request: TenorRequest) => Promise<readonly TenorBlock[]>;
  /** The dataset as a file of lines, with these views added to its own. */
  write: (ownViews: readonly DatasetView[]) => Promise<Blob>;
  /** What makes up the tenor of a day, so many of the strongest. */
  tenorMakeup: (request: TenorDayRequest & { most: number }) => Promise<TenorMakeup | undefined>;
  /** The row that pulls the tenor of a day down the most. */
  tenorLow: (request: TenorDayRequest) => Promise<number | undefined>;
}
