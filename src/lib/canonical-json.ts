/**
 * JSON without blanks and with the fields of each object in one order, whatever theirs was: by RFC 8785 (JSON
 * Canonicalization Scheme). Of parsed JSON; a value nested deeper than the stack goes throws a RangeError.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = value as Readonly<Record<string, unknown>>;
  // By UTF-16 code units, as `toSorted` does by itself.
  const names = Object.keys(fields).toSorted();
  const kept = names.filter((name) => fields[name] !== undefined);
  return `{${kept.map((name) => `${JSON.stringify(name)}:${canonicalJson(fields[name])}`).join(',')}}`;
}
