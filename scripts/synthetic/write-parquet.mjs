import { fileWriter, ParquetWriter } from 'hyparquet-writer';

/**
 * @typedef {import('./events.mjs').SyntheticEvent} SyntheticEvent
 * @typedef {import('hyparquet').SchemaElement} SchemaElement
 */

const ROWS_PER_GROUP = 100_000;

/** @param {string} name @param {'REQUIRED' | 'OPTIONAL'} need @returns {SchemaElement[]} */
const text = (name, need) => [
  { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: need },
];
/** @param {string} name @param {'REQUIRED' | 'OPTIONAL'} need @returns {SchemaElement[]} */
const int = (name, need) => [{ name, type: 'INT32', repetition_type: need }];
/** Links and revisions are lists of objects: each row's as JSON. @param {string} name @returns {SchemaElement[]} */
const json = (name) => [
  { name, type: 'BYTE_ARRAY', converted_type: 'JSON', repetition_type: 'OPTIONAL' },
];
/** @param {string} name @param {'REQUIRED' | 'OPTIONAL'} need @returns {SchemaElement[]} */
const listOfText = (name, need) => [
  { name, converted_type: 'LIST', num_children: 1, repetition_type: need },
  { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
  ...text('element', 'REQUIRED'),
];

const COLUMNS = [
  text('id', 'REQUIRED'),
  text('title', 'REQUIRED'),
  text('title_ja', 'OPTIONAL'),
  text('date', 'REQUIRED'),
  listOfText('domains', 'REQUIRED'),
  text('kind', 'REQUIRED'),
  listOfText('parties', 'REQUIRED'),
  listOfText('actors', 'OPTIONAL'),
  text('status', 'OPTIONAL'),
  int('importance', 'REQUIRED'),
  int('tenor', 'OPTIONAL'),
  listOfText('tags', 'OPTIONAL'),
  listOfText('sources', 'OPTIONAL'),
  text('known', 'OPTIONAL'),
  json('links'),
  json('revisions'),
];

/**
 * Writes an event a row, a column a field, with the head as JSON in the metadata `entente`. One group of rows is held at
 * a time.
 * @param {string} file
 * @param {{ head: object, events: Iterable<SyntheticEvent> }} dataset
 */
export async function writeParquet(file, { head, events }) {
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [{ name: 'root', num_children: COLUMNS.length }, ...COLUMNS.flat()],
    codec: 'SNAPPY',
    kvMetadata: [{ key: 'entente', value: JSON.stringify(head) }],
  });
  for (const columnData of groupsOf(events)) {
    await writer.write({ columnData, rowGroupSize: ROWS_PER_GROUP });
  }
  await writer.finish();
}

/**
 * Columns are filled event by event: rows of their own would double the room that a group takes.
 * @param {Iterable<SyntheticEvent>} events
 */
function* groupsOf(events) {
  let group = emptyGroup();
  let rows = 0;
  for (const event of events) {
    const row = rowOf(event);
    for (const { name, data } of group) data.push(row[name]);
    if (++rows < ROWS_PER_GROUP) continue;
    yield group;
    group = emptyGroup();
    rows = 0;
  }
  if (rows > 0) yield group;
}

function emptyGroup() {
  return COLUMNS.map(([element]) => ({
    name: element?.name ?? '',
    data: /** @type {unknown[]} */ ([]),
  }));
}

/** @param {SyntheticEvent} event @returns {Readonly<Record<string, unknown>>} by column */
function rowOf({ title, ...event }) {
  if (typeof title === 'string') return { ...event, title };
  return { ...event, title: title.en, title_ja: title.ja };
}
