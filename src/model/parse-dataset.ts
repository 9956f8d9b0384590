import type { Dataset, Issue, RelationEvent } from './dataset';
import { describe, errorAt } from './issue';
import { findJsonFault } from './json-fault';
import { buildEvent, type ReadEvent, readEvent } from './parse-event';
import { parseActors, parseDomains, parseSources, parseViews } from './parse-parts';
import type { References } from './references';
import { headExtras, headSchema, read } from './schema';

export interface ParsedDataset {
  /** Undefined where the input is no dataset at all; the issues then say why. */
  readonly dataset: Dataset | undefined;
  readonly issues: readonly Issue[];
}

/** Reads a dataset file's text. Never throws. */
export function parseDatasetText(text: string): ParsedDataset {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') return failed({ key: 'content' }, '', 'nothing');
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    return failedJson(json, error);
  }
  return parseDataset(input);
}

function failedJson(json: string, error: unknown): ParsedDataset {
  const fault = findJsonFault(json);
  if (!fault) return failed({ key: 'readable' }, '', describe(String(error)));
  const { line, column, truncated, offset } = fault;
  if (column === 1 && beginsValue(json, offset)) return failed({ key: 'json-lines' }, '', 'list');
  const found = truncated ? 'end' : describe(json.slice(offset, offset + 20));
  const key = truncated ? 'json-rest' : 'json';
  return failed({ key, values: { line, column } }, `${line}:${column}`, found);
}

/** Whether a value is over before `offset` and another begins there: the text is lines of JSON. */
function beginsValue(json: string, offset: number): boolean {
  return json[offset] === '{' && findJsonFault(json.slice(0, offset)) === undefined;
}

function failed(expected: Issue['expected'], path: string, found: string): ParsedDataset {
  return { dataset: undefined, issues: [{ path, severity: 'error', expected, found }] };
}

/**
 * Reads an untrusted value as a dataset: keeps every good part of it and says what is wrong with each other one. An
 * event is kept whole or set aside whole, since a state of it left out would make the days around it tell a wrong story.
 * Never throws.
 */
export function parseDataset(input: unknown): ParsedDataset {
  try {
    return parse(input);
  } catch (error) {
    // Only an object that fails when looked at (a proxy, a getter) gets here; parsed JSON never does.
    return failed({ key: 'readable' }, '', describe(String(error)));
  }
}

function parse(input: unknown): ParsedDataset {
  const { record: head, issues: headIssues } = read(headSchema, input, []);
  if (!head) return { dataset: undefined, issues: headIssues };
  const file = input as Readonly<Record<string, unknown>>;
  const issues: Issue[] = [];
  const domains = parseDomains(file['domains'], issues);
  const actors = parseActors(file['actors'], issues);
  const sources = parseSources(file['sources'], issues);
  const domainIds = new Set(domains.map(({ id }) => id));
  const { kept, ids } = readEvents(head.events, domainIds, issues);
  const references: References = { domains: domainIds, actors, sources, eventIds: ids, issues };
  const dataset: Dataset = {
    id: head.id,
    title: head.title,
    parties: head.parties,
    recordedThrough: head.recordedThrough,
    languages: [],
    ...parseExtras(file, issues),
    domains,
    actors,
    sources,
    events: kept.map((event, i): RelationEvent => buildEvent(event, i, references)),
    views: parseViews(file['views'], references),
    raw: input,
  };
  return { dataset, issues };
}

/** First the events by themselves, so that links can be held against the ids of all that were kept. */
function readEvents(events: readonly unknown[], domains: ReadonlySet<string>, issues: Issue[]) {
  const kept: ReadEvent[] = [];
  const ids = new Set<string>();
  events.forEach((value, fileIndex) => {
    const at = ['events', fileIndex];
    const { record, issues: found } = readEvent(value, at, domains);
    for (const issue of found) issues.push(issue);
    if (!record) return;
    if (ids.has(record.id)) {
      issues.push(errorAt([...at, 'id'], { key: 'unique-id' }, record.id));
      return;
    }
    ids.add(record.id);
    kept.push({ record, at });
  });
  return { kept, ids };
}

type Extras = Partial<Pick<Dataset, 'description' | 'languages' | 'licence' | 'credits'>>;

function parseExtras(file: Readonly<Record<string, unknown>>, issues: Issue[]): Extras {
  const extras: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(headExtras)) {
    if (file[field] === undefined) continue;
    const { record, issues: found } = read(schema, file[field], [field]);
    if (record === undefined) {
      for (const issue of found) issues.push({ ...issue, severity: 'warning' });
    } else extras[field] = record;
  }
  return extras;
}
