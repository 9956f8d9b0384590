import type { Country, Dataset, DatasetView, Issue } from '../model/dataset';
import type { Calendar } from '../model/event-table';
import type { Filter } from '../query/filter';
import type { Grouping } from '../query/grouping';
import type { Search } from '../query/search';
import type { Day, Span } from '../time/day';

/** Opened where the address names no other: the URL leaves it out. */
export const DEFAULT_DATASET = 'japan-us';

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Whether a change becomes a step of the browser's history (`push`) or of none (`replace`: pan, zoom, drags). */
export type HistoryMode = 'push' | 'replace';

/** What an address says, as data. Undefined: the address does not say. */
export interface UrlState {
  /** The id of a bundled dataset or the address of a file. */
  readonly data: string | undefined;
  /** The view that is being told. */
  readonly viewId: string | undefined;
  /** Both inclusive. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly asOf: Day | undefined;
  readonly showLater: boolean;
  readonly filter: Filter;
  readonly grouping: Grouping;
  readonly calendar: Country | undefined;
  readonly tenor: boolean;
  readonly cadence: boolean;
  readonly selectedId: string | undefined;
  readonly language: Language | undefined;
  readonly theme: Theme | undefined;
}

export type UrlProblemKind =
  | 'unknownParameter'
  | 'repeated'
  | 'malformed'
  | 'unknownValue'
  | 'reversed'
  | 'laterVersion'
  | 'notInDataset';

/** A part of an address that was ignored. */
export interface UrlProblem {
  readonly kind: UrlProblemKind;
  readonly parameter: string;
  /** Shortened to 80 characters. */
  readonly found: string;
}

export interface ViewSlice {
  /** The visible span, in fractional days. Undefined until a dataset is there. */
  readonly view: Span | undefined;
  setView: (view: Span, mode: HistoryMode) => void;
}
export interface FilterSlice {
  readonly filter: Filter;
  changeFilter: (change: Partial<Filter>, mode?: HistoryMode) => void;
  clearFilter: () => void;
}
export interface GroupingSlice {
  readonly grouping: Grouping;
  setGrouping: (grouping: Grouping) => void;
}
export interface CalendarSlice {
  /** The party by whose capital's calendar events with a time of day are told; undefined: each by its own place's. */
  readonly calendar: Country | undefined;
  setCalendar: (party: Country | undefined) => void;
  /** Gives calendars. Comes when one is first chosen; till then all events stand on the days of their own places. */
  readonly calendarOf: ((party: Country) => Calendar | undefined) | undefined;
  setCalendarOf: (calendarOf: NonNullable<CalendarSlice['calendarOf']>) => void;
}
export interface TenorSlice {
  /** Whether the ribbon of cooperation and conflict lies over the lanes. */
  readonly tenor: boolean;
  setTenor: (tenor: boolean) => void;
}
export interface CadenceSlice {
  /** Whether the intervals between the events that match lie on the timeline. */
  readonly cadence: boolean;
  setCadence: (cadence: boolean) => void;
}
export interface SelectionSlice {
  readonly selectedId: string | undefined;
  select: (id: string | undefined) => void;
  /** A range picked by Shift-drag, waiting for zoom, filter or export. Not in the URL. */
  readonly rangeSelection: Span | undefined;
  selectRange: (span: Span | undefined) => void;
}
export interface AsOfSlice {
  /** Undefined means Latest, that is `today`. */
  readonly asOf: Day | undefined;
  setAsOf: (day: Day | undefined, mode?: HistoryMode) => void;
  /** A step of a drag: the picture follows it, the page once the hand rests (`restAsOf`). */
  moveAsOf: (day: Day | undefined, mode: HistoryMode) => void;
  restAsOf: () => void;
  /** Whether the as-of line is on its way in somebody's hand. Not in the URL. */
  readonly asOfMoving: boolean;
  /** The reader's latest move of the as-of day, from one to another: what changed is told of it. Not in the URL. */
  readonly asOfMove: { readonly fromDay: Day; readonly toDay: Day } | undefined;
  /** The reader's calendar day; set at start-up, never read from a clock in here. */
  readonly today: Day;
  /** Whether what came after the as-of day is shown too, pale. */
  readonly showLater: boolean;
  setShowLater: (show: boolean) => void;
  /** Events whose change is being pointed out, for a moment. Not in the URL. */
  readonly highlightedIds: readonly string[];
  highlight: (ids: readonly string[]) => void;
}
export interface PreferencesSlice {
  readonly language: Language;
  readonly theme: Theme;
  /** What holds for this reader where the address says nothing; the URL names what differs. */
  readonly usual: { readonly language: Language; readonly theme: Theme };
  /** The last choice of the reader's own; Back and Forward are none. A new object with each. */
  readonly chosen: { readonly language?: Language; readonly theme?: Theme };
  readonly railFolded: boolean;
  /** A step of the history, as is `setTheme`. */
  setLanguage: (language: Language) => void;
  setTheme: (theme: Theme) => void;
  /** As an address says, else the usual; no step and no choice. */
  restorePreferences: (url: UrlState) => void;
  setRailFolded: (folded: boolean) => void;
}

export interface HistorySlice {
  /** Counts the changes that are a step of the browser's history; every other change only replaces the address. */
  readonly historyStep: number;
  /** Opens a view of the dataset or of the reader (span, as-of, domains, actors, event) and tells it, as one step; an unknown id does nothing. */
  applyView: (viewId: string) => void;
  /** Puts back what an address says (Back and Forward), language and theme too. No step of the history unless asked for. */
  restore: (url: UrlState, mode?: HistoryMode) => void;
}

export interface ViewsSlice {
  /** The view that the story has come to; undefined: none is told. One that nobody has tells nothing. */
  readonly storyId: string | undefined;
  endStory: (mode: HistoryMode) => void;
  /** The reader's own views of this dataset, in their order; undefined until they have been read. */
  readonly ownViews: readonly DatasetView[] | undefined;
  /** Ends the story where it told a view that has gone. */
  setOwnViews: (views: readonly DatasetView[]) => void;
  /** False where own views last for this visit only: the browser's storage is full, or forbidden. */
  readonly keepsViews: boolean;
  setKeepsViews: (keeps: boolean) => void;
}

/** What is said at the top of the page until closed: an ignored part of the URL, a failed load, set-aside events. */
export interface Notice {
  readonly id: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** Key of the message catalogue with its namespace (`notices:setAside`) and its values. */
  readonly message: {
    readonly key: string;
    readonly values?: Readonly<Record<string, string | number>>;
  };
  /** The faults behind it, to be listed on demand. */
  readonly issues?: readonly Issue[];
  /** Given where `issues` are only the first of so many. */
  readonly issueCount?: number;
}

/** How far the reading of a large file is. */
export interface LoadProgress {
  /** Of the work that is known beforehand; for most formats the bytes of the file. */
  readonly bytes: number;
  /** Undefined where the server does not say. */
  readonly totalBytes: number | undefined;
  readonly events: number;
}

export interface DatasetSlice {
  readonly dataset: Dataset | undefined;
  /** Finds texts in the dataset. Comes when there is first something to search for; till then a text rejects nothing. */
  readonly search: Search | undefined;
  /** Ignored if it is for a dataset that has gone. */
  setSearch: (dataset: Dataset, search: Search) => void;
  /** The id of a bundled dataset or the address it came from: the URL's `data`; or a local address, which no URL holds. */
  readonly datasetAddress: string;
  readonly issues: readonly Issue[];
  /** The address being loaded, if any. */
  readonly loading: string | undefined;
  /** Of a large file that is being loaded; undefined for a small one, and until there is something to tell. */
  readonly progress: LoadProgress | undefined;
  setProgress: (progress: LoadProgress) => void;
  readonly notices: readonly Notice[];
  /** What the address asks of the dataset that is yet to come; undefined: its first view. */
  readonly opening: UrlState | undefined;
  /** Without `opening`, the first load opens as the page's own address says, every other at the first view. */
  startLoading: (address: string, opening?: UrlState) => void;
  /** Puts a dataset in place and opens it as `opening` says (parsed URL state) or at its first view. */
  finishLoading: (loaded: {
    readonly dataset: Dataset;
    readonly address: string;
    readonly issues: readonly Issue[];
    /** How many there are, where `issues` are only the first of them. */
    readonly issueCount?: number;
    readonly setAsideCount?: number;
    /** Whether it is a step; left out: one where no address asked for it. */
    readonly mode?: HistoryMode | undefined;
    /** The failed load that this one stands in for: of all notices about loads, only this one stays. */
    readonly insteadOf?: Notice | undefined;
  }) => void;
  /** The earlier dataset stays. */
  failLoading: (notice: Notice) => void;
  /** Forgets a load that is no longer wanted. */
  stopLoading: () => void;
  addNotice: (notice: Notice) => void;
  dismissNotice: (id: string) => void;
}

export type State = ViewSlice &
  FilterSlice &
  GroupingSlice &
  CalendarSlice &
  TenorSlice &
  CadenceSlice &
  SelectionSlice &
  AsOfSlice &
  HistorySlice &
  ViewsSlice &
  PreferencesSlice &
  DatasetSlice;
