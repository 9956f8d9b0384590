import type { LinkRelation, Status } from '../model/dataset';

/** All that a slide says beside the record's own words. Dates come in already formatted. */
export interface SlideWords {
  readonly asOf: (date: string) => string;
  readonly recordEnds: (date: string) => string;
  readonly status: (status: Status) => string;
  /** The date of an event that is not simply past: "expected, 16 Jun". */
  readonly statusAndDate: (status: Status, date: string) => string;
  /** Added to the date where the planned day has passed and the record does not say what came of it. */
  readonly notConfirmed: (date: string) => string;
  readonly dateNotExact: string;
  readonly noSource: string;
  readonly noEvents: string;
  readonly sources: string;
  readonly sourcesNote: string;
  /** A source in the list: publisher, then date where it is known. */
  readonly source: (publisher: string, date: string) => string;
  /** What one event says of another, on the arrow to it: "follows". */
  readonly relation: (rel: LinkRelation) => string;
  /** "Page 2 of 3" */
  readonly page: (number: number, count: number) => string;
  /** What a page leaves to earlier ones: so many events that began before its span and run on in it. */
  readonly runOn: (count: number) => string;
  /** Headings of text pages: what has no room in pictures in whole, the events in words, the signs. */
  readonly inFull: string;
  readonly chronology: string;
  readonly legend: string;
  readonly wordmark: string;
  /** "Dataset japan-us, read as it stood on 12 June 2023. …" */
  readonly readAsOf: (datasetId: string, date: string) => string;
  /** "As of 12 June 2023, exported 22 November 2026"; without the latter where that is empty. */
  readonly stamp: (asOf: string, exported: string) => string;
}
