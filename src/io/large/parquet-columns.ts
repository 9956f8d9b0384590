import type { SchemaTree } from 'hyparquet';
import type { Issue } from '../../model/dataset';

/** How a column's values become a field. */
export type ColumnForm = 'any' | 'text' | 'date' | 'texts' | 'number' | 'json';

export interface ParquetColumn {
  readonly name: string;
  readonly form: ColumnForm;
  /** The field of the event; of `title_ja` it is `title`, in `language`. */
  readonly field: string;
  readonly language?: string;
}

const FORMS: Readonly<Record<string, ColumnForm>> = {
  id: 'text',
  title: 'text',
  summary: 'text',
  place: 'json',
  date: 'date',
  time: 'any',
  known: 'date',
  domains: 'texts',
  kind: 'text',
  parties: 'texts',
  actors: 'texts',
  status: 'text',
  importance: 'number',
  tenor: 'number',
  tags: 'texts',
  sources: 'texts',
  confidence: 'text',
  links: 'json',
  revisions: 'json',
};
/** Keys of the message catalogue; a column of JSON takes any type. */
const EXPECTED: Readonly<Record<ColumnForm, string>> = {
  any: 'column-text',
  text: 'column-text',
  date: 'column-date',
  texts: 'column-texts',
  number: 'column-number',
  json: 'column-text',
};
const REQUIRED = ['id', 'title', 'date', 'domains', 'kind', 'parties'];

/**
 * The columns that make an event, by their names and types, and what is amiss with them: one that is missing, or of
 * another type than its field needs.
 */
export function findColumns({ children }: SchemaTree): {
  readonly columns: readonly ParquetColumn[];
  readonly issues: readonly Issue[];
} {
  const columns: ParquetColumn[] = [];
  const issues: Issue[] = REQUIRED.filter(
    (name) => !children.some(({ element }) => element.name === name),
  ).map((name) => columnIssue(name, FORMS[name] ?? 'text', 'nothing'));
  for (const child of children) {
    const column = columnOf(child.element.name);
    if (!column) continue;
    if (isOfForm(child, column.form)) columns.push(column);
    else issues.push(columnIssue(column.name, column.form, typeWords(child)));
  }
  return { columns, issues };
}

function columnOf(name: string): ParquetColumn | undefined {
  const translated = /^(title|summary)_([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.exec(name);
  if (translated) {
    const [, field = '', language = ''] = translated;
    return { name, form: 'text', field, language };
  }
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
  return form && { name, form, field: name };
}

function columnIssue(name: string, form: ColumnForm, found: string): Issue {
  return { path: name, severity: 'error', expected: { key: EXPECTED[form] }, found };
}

function isOfForm(column: SchemaTree, form: ColumnForm): boolean {
  if (form === 'json' || form === 'any') return true;
  if (form === 'texts') return isText(column) || isListOfText(column);
  if (form === 'number') return isNumber(column);
  return isText(column) || (form === 'date' && column.element.converted_type === 'DATE');
}

function isText({ element, children }: SchemaTree): boolean {
  const { type, converted_type: converted = 'UTF8', repetition_type: repetition } = element;
  const isPlain = children.length === 0 && repetition !== 'REPEATED';
  return isPlain && type === 'BYTE_ARRAY' && ['UTF8', 'ENUM', 'JSON'].includes(converted);
}

/** A list in three steps, as most write it, or in the older two; or a column that itself repeats. */
function isListOfText({ element, children: [inner] }: SchemaTree): boolean {
  if (!inner) return element.repetition_type === 'REPEATED' && element.type === 'BYTE_ARRAY';
  const [item = inner] = inner.children;
  return element.converted_type === 'LIST' && item.element.type === 'BYTE_ARRAY';
}

function isNumber({ element, children }: SchemaTree): boolean {
  const { type, converted_type: converted, repetition_type: repetition } = element;
  const isPlain = children.length === 0 && repetition !== 'REPEATED';
  const isTime = converted !== undefined && /^(DATE|TIME)/.test(converted);
  return isPlain && !isTime && ['INT32', 'INT64', 'FLOAT', 'DOUBLE'].includes(type ?? '');
}

/** A type as Parquet names it: `INT64`, `TIMESTAMP_MICROS`, `LIST`. */
function typeWords({ element }: SchemaTree): string {
  return element.logical_type?.type ?? element.converted_type ?? element.type ?? 'group';
}
