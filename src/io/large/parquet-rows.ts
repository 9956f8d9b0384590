import { type AsyncBuffer, type FileMetaData, parquetRead } from 'hyparquet';
import { formatIsoDay } from '../../time/day';
import type { ParquetColumn } from './parquet-columns';

/** Values as text where hyparquet would make objects of them: a fault in one must stay that row's own. */
const decoder = new TextDecoder();
const PARSERS = {
  dateFromDays: (days: number | null | undefined) =>
    typeof days === 'number' ? formatIsoDay(days) : undefined,
  jsonFromBytes: (bytes: Uint8Array | null | undefined) => bytes && decoder.decode(bytes),
};

interface Chunk {
  readonly rowStart: number;
  readonly values: ArrayLike<unknown>;
}

export interface RowGroupRequest {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly columns: readonly ParquetColumn[];
  readonly rowStart: number;
  readonly rowEnd: number;
  /** The language of columns that name none. */
  readonly language: string;
}

/** Reads a row group column by column and gives each of its rows as an event, with its place from 0. */
export async function readRowGroup(
  { columns, language, ...range }: RowGroupRequest,
  visit: (event: Readonly<Record<string, unknown>>, row: number) => void,
): Promise<void> {
  const chunks = new Map<string, Chunk[]>(columns.map(({ name }) => [name, []]));
  await parquetRead({
    ...range,
    columns: columns.map(({ name }) => name),
    parsers: PARSERS,
    geoparquet: false,
    onChunk: ({ columnName, columnData, rowStart }) => {
      chunks.get(columnName)?.push({ rowStart, values: columnData });
    },
  });
  const readers = columns.map((column) => ({
    column,
    at: createValueReader(chunks.get(column.name) ?? []),
  }));
  for (let row = range.rowStart; row < range.rowEnd; row++) {
    const event: Record<string, unknown> = {};
    for (const { column, at } of readers) putField(event, { column, value: at(row), language });
    visit(event, row);
  }
}

/** Rows are asked for in order, so the chunk in hand is nearly always the right one. */
function createValueReader(chunks: Chunk[]): (row: number) => unknown {
  chunks.sort((a, b) => a.rowStart - b.rowStart);
  let i = 0;
  return (row) => {
    while (i + 1 < chunks.length && (chunks[i + 1]?.rowStart ?? Infinity) <= row) i++;
    const chunk = chunks[i];
    return chunk?.values[row - chunk.rowStart];
  };
}

interface FieldValue {
  readonly column: ParquetColumn;
  readonly value: unknown;
  readonly language: string;
}

/** Puts a column's value where the event format has it; what is null is left out. */
function putField(
  event: Record<string, unknown>,
  { column: { field, form, language: own }, value, language }: FieldValue,
): void {
  if (value === null || value === undefined) return;
  const read = FORMS[form](value);
  const earlier = event[field];
  if (own !== undefined) event[field] = joinText(earlier, language, { [own]: read });
  else if (typeof earlier === 'object') event[field] = { [language]: read, ...earlier };
  else event[field] = read;
}

/** The text in one more language. */
function joinText(earlier: unknown, language: string, more: Readonly<Record<string, unknown>>) {
  return typeof earlier === 'string'
    ? { [language]: earlier, ...more }
    : { ...(earlier as object), ...more };
}

const FORMS = {
  // Of a field that came after the format's first files: the event's own check says what is wrong with it.
  any: plain,
  text: (value: unknown) => value,
  date: (value: unknown) => value,
  number: (value: unknown) => (typeof value === 'bigint' ? Number(value) : value),
  texts: (value: unknown) => (typeof value === 'string' ? splitTexts(value) : plain(value)),
  json: (value: unknown) => (typeof value === 'string' ? parsed(value) : plain(value)),
};

function splitTexts(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A text that begins like JSON and is none stays as it is, for the event's own check to find at fault. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return { name: text };
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Nested values as JSON would give them: no null fields, no big integers. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, plain(field)]));
}
