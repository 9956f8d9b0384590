import type { Dataset } from '../model/dataset';
import type { PackedEvents } from '../model/packed-events';

/** SHA-256; both sides of the project have one of their own. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/** Of a large dataset so many bytes at once. */
const CHUNK_BYTES = 16 * 1024 * 1024;

/**
 * By what a dataset is known again, in hexadecimal: SHA-256 of its file as JSON without blanks. Of a packed dataset, whose
 * file is no longer at hand, of the hashes of its head and its columns.
 */
export async function hashDataset({ packed, raw }: Dataset, digest: Digest): Promise<string> {
  const head = await digest(utf8(JSON.stringify(raw)));
  if (!packed) return hexadecimal(head);
  const hashes = [new Uint8Array(head)];
  for (const chunk of chunksOf(packed)) {
    // One after the other: together they would need as much memory again as the dataset.
    // oxlint-disable-next-line no-await-in-loop
    hashes.push(new Uint8Array(await digest(chunk)));
  }
  return hexadecimal(await digest(new Uint8Array(hashes.flatMap((hash) => [...hash]))));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

/** What tells events apart; the rest of the columns is made of it. Copied, since shared memory cannot be hashed. */
function* chunksOf({ text, startDay, endDay, status, importance, kind, domainMask }: PackedEvents) {
  for (const column of [text, startDay, endDay, status, importance, kind, domainMask]) {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      yield new Uint8Array(bytes.subarray(at, at + CHUNK_BYTES));
    }
  }
}

function hexadecimal(hash: ArrayBuffer): string {
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
