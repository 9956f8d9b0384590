import type { Day } from '../time/day';
import type { EdtfDate } from '../time/edtf';
import type { Calendar, EventTable } from './event-table';
import type { PackedEvents } from './packed-events';

/** A string, or one string per language tag. */
export type Text = string | Readonly<Record<string, string>>;

/** ISO 3166-1 alpha-2. */
export type Country = string;

export const ACTOR_KINDS = ['person', 'government', 'organisation', 'company', 'group'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const EVENT_KINDS = [
  'summit',
  'visit',
  'meeting',
  'agreement',
  'announcement',
  'legislation',
  'policy',
  'exercise',
  'deployment',
  'incident',
  'dispute',
  'ruling',
  'investment',
  'plan',
  'period',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const STATUSES = [
  'happened',
  'under-way',
  'scheduled',
  'expected',
  'possible',
  'postponed',
  'cancelled',
  'lapsed',
] as const;
export type Status = (typeof STATUSES)[number];

export const LINK_RELATIONS = [
  'prepares',
  'follows',
  'part-of',
  'responds-to',
  'leads-to',
] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

export const SOURCE_KINDS = ['official', 'news', 'analysis', 'reference'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type Importance = 1 | 2 | 3 | 4 | 5;
export type Confidence = 'high' | 'medium' | 'low';

export interface Domain {
  readonly id: string;
  readonly name: Text;
}

export interface Office {
  readonly title: Text;
  readonly from?: EdtfDate;
  readonly to?: EdtfDate;
}

export interface Actor {
  readonly id: string;
  readonly name: Text;
  readonly kind: ActorKind;
  readonly party?: Country;
  readonly memberOf: readonly string[];
  readonly offices: readonly Office[];
}

export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly publisher: Text;
  /** Only http(s) gets here; anything else is an issue and is left out. */
  readonly url?: string;
  readonly published?: EdtfDate;
  readonly kind?: SourceKind;
  readonly language?: string;
}

export interface Place {
  readonly name: Text;
  readonly country?: Country;
  readonly lat?: number;
  readonly lon?: number;
  /** IANA name. */
  readonly timeZone?: string;
}

export interface Participation {
  readonly actor: string;
  /** The office held at the time. */
  readonly role?: Text;
}

export interface EventLink {
  readonly to: string;
  readonly rel: LinkRelation;
}

/** What is said of an event in one state of knowledge: the whole of it, revisions already laid over the top level. */
export interface EventState {
  /** Index of the event in `Dataset.events`. */
  readonly eventIndex: number;
  /** Position in `RelationEvent.states`; the last is the final state. */
  readonly stateIndex: number;
  /** From this day on this state was known; −Infinity for "always". */
  readonly known: Day;
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text;
  readonly date: EdtfDate;
  /** Of a date that is one exact day: the time of day at the place, `HH:MM`. */
  readonly time?: string;
  readonly place?: Place;
  readonly domains: readonly string[];
  readonly kind: EventKind;
  readonly parties: readonly Country[];
  readonly actors: readonly Participation[];
  readonly status: Status;
  readonly importance: Importance;
  readonly tenor?: number;
  readonly links: readonly EventLink[];
  readonly sources: readonly string[];
  /** Whether this state itself names its sources; else they are the final state's and as-of reading drops later ones. */
  readonly ownSources: boolean;
  readonly tags: readonly string[];
  readonly confidence: Confidence;
}

export interface RelationEvent {
  readonly id: string;
  /** Oldest first, sorted by `known`; at least one. */
  readonly states: readonly EventState[];
}

/** The events of a dataset: a list of objects, or of a packed dataset a reader that makes each one when asked for. */
export interface EventList extends Iterable<RelationEvent> {
  readonly length: number;
  at: (index: number) => RelationEvent | undefined;
  /** Of a packed dataset: the quick way to an event by its id, and the table of a day. */
  readonly indexOfId?: (id: string) => number | undefined;
  readonly tableAsOf?: (dataset: Dataset, day: Day, calendar?: Calendar) => EventTable;
  /** And lets go of events that were made and are kept for being asked for again. */
  readonly forget?: () => void;
}

/** A ready-made view; told in order, the views are a story. */
export interface DatasetView {
  readonly id: string;
  readonly title: Text;
  readonly note?: Text;
  /** Both inclusive. */
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly asOfDay?: Day;
  readonly domains: readonly string[];
  readonly actors: readonly string[];
  readonly event?: string;
}

export interface Dataset {
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  /** The two sides. */
  readonly parties: readonly [Country, Country];
  readonly languages: readonly string[];
  /** The day up to which the record is meant to be complete, inclusive. */
  readonly recordedThrough: Day;
  readonly licence?: string;
  readonly credits?: Text;
  /** In lane order; the three usual ones where the file names none. */
  readonly domains: readonly Domain[];
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly events: EventList;
  /** The columns behind `events` where there are too many for an object each. */
  readonly packed?: PackedEvents;
  readonly views: readonly DatasetView[];
  /** The file's own object, unknown fields and all, for handing back on export; of a packed dataset the head alone. */
  readonly raw: unknown;
}

/** A fault found in input. Words are put together by the UI from `code` and its values. */
export interface Issue {
  /** Place in the file, like `events[12].date`. Empty for the file as a whole. */
  readonly path: string;
  /** Warnings leave the thing in place and drop only what is at fault; errors set the thing aside. */
  readonly severity: 'error' | 'warning';
  /** What was expected, as a key of the message catalogue (`issues.expected.<key>`) with its values. */
  readonly expected: {
    readonly key: string;
    readonly values?: Readonly<Record<string, string | number>>;
  };
  /** What was found, shortened to 80 characters: quoted text, a number, or a type in words (`list`, `nothing`, …). */
  readonly found: string;
}
