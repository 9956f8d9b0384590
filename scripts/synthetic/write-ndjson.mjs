import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A line by itself costs a turn of the stream, so lines go out in pieces of about this length. */
const PIECE_CHARACTERS = 1 << 18;

/**
 * Writes the head and then an event a line. Lines are made only as fast as the file takes them.
 * @param {string} file
 * @param {{ head: object, events: Iterable<object> }} dataset
 */
export async function writeNdjson(file, { head, events }) {
  await pipeline(
    Readable.from(pieces(head, events), { objectMode: true, highWaterMark: 1 }),
    createWriteStream(file),
  );
}

/** @param {object} head @param {Iterable<object>} events */
function* pieces(head, events) {
  let piece = `${JSON.stringify(head)}\n`;
  for (const event of events) {
    piece += `${JSON.stringify(event)}\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
