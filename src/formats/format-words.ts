import type { EventKind, Status } from '../model/dataset';

/** Words of files of data, in the language of the file. */
export interface FormatWords {
  readonly kind: (kind: EventKind) => string;
  readonly status: (status: Status) => string;
  /** “Expected, 2027” */
  readonly statusAndDate: (status: Status, date: string) => string;
  readonly notConfirmed: (date: string) => string;
  readonly dateAndTime: (date: string, time: string) => string;
  readonly dateNotExact: string;
  /** A title with its date, which is not exact. */
  readonly inexactTitle: (title: string, date: string) => string;
  readonly sources: string;
  /** “Reuters, 20 May 2023”; the date may be empty. */
  readonly source: (publisher: string, date: string) => string;
  readonly sourceWithOrigin: (title: string, origin: string) => string;
  /** “Dataset x, read as it stood on …” */
  readonly readAsOf: (datasetId: string, date: string) => string;
  /** Heads what began nobody says when. */
  readonly openStart: string;
  /** Stands for events where there are none. */
  readonly noEvents: string;
  /** The dataset, its version, the day it is read as of and the day up to which the record goes. */
  readonly citeDataset: (cited: CitedDataset) => string;
  readonly citeEvent: (cited: CitedDataset & CitedEvent) => string;
}

export interface CitedDataset {
  readonly dataset: string;
  readonly datasetId: string;
  readonly version: string;
  readonly asOf: string;
  readonly through: string;
}

export interface CitedEvent {
  readonly event: string;
  readonly eventId: string;
}
