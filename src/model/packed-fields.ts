/**
 * What of an event's JSON is the same in most events is not kept with each: its beginning `{"id":"`, its end, and the names
 * of fields, for which a sign of one byte stands. JSON itself has no such bytes, as it writes control characters with
 * escapes. A quarter of what is kept of short events is saved so, and there is less to search through.
 */
const FIELDS = [
  'title',
  'summary',
  'place',
  'actors',
  'date',
  'time',
  'domains',
  'kind',
  'parties',
  'status',
  'importance',
  'tenor',
  'tags',
  'links',
  'sources',
  'known',
  'confidence',
  'revisions',
] as const;

export type SignedField = (typeof FIELDS)[number];

/** Bytes below are signs of fields. */
export const FIRST_PLAIN_BYTE = 32;

const codes = new Map<string, number>(FIELDS.map((field, i) => [field, i + 1]));
const openings = new Map(FIELDS.map((field, i) => [String.fromCharCode(i + 1), `,"${field}":`]));

/** The byte that stands for the name of a field. */
export function signOf(field: SignedField): number {
  return codes.get(field) ?? 0;
}

/** What is kept before a field's value. */
export function openingOf(field: string): string {
  const code = codes.get(field);
  return code === undefined ? `,${JSON.stringify(field)}:` : String.fromCharCode(code);
}

const CONTROL = /\p{Cc}/gu;

/** The JSON of an event from what is kept of it. */
export function jsonOfKept(kept: string): string {
  return `{"id":"${kept.replaceAll(CONTROL, (sign) => openings.get(sign) ?? sign)}}`;
}
