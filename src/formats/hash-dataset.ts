import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { canonicalJson } from '../lib/canonical-json';
import { runThrough, type Steps } from '../lib/steps';
import type { Dataset } from '../model/dataset';
import type { PackedEvents } from '../model/packed-events';

/** So many bytes a step: some 10 ms. */
const STEP_BYTES = 2 * 1024 * 1024;

const known = new WeakMap<Dataset, string>();

/**
 * By what a dataset is known again: SHA-256 in hexadecimal, the same in Node and in every browser. It covers the whole file,
 * fields that the format does not know and events that were set aside too, but neither blanks nor the order of an object's
 * fields (`canonicalJson`). A packed dataset's file is no longer at hand: of that it covers the head, and each good event
 * by what is kept of it. The same events have another hash packed than not. Worked out once a dataset.
 */
export function hashDataset(dataset: Dataset): string {
  return runThrough(hashDatasetInSteps(dataset));
}

/** The same by steps: a million events take some seconds. */
export function* hashDatasetInSteps(dataset: Dataset): Steps<string> {
  const earlier = known.get(dataset);
  if (earlier !== undefined) return earlier;
  const hash = sha256.create();
  const { raw, packed } = dataset;
  hash.update(utf8(canonicalJson(raw)));
  for (const bytes of packed ? bytesOf(packed) : []) {
    for (let at = 0; at < bytes.length; at += STEP_BYTES) {
      hash.update(bytes.subarray(at, at + STEP_BYTES));
      yield;
    }
  }
  const found = bytesToHex(hash.digest());
  known.set(dataset, found);
  return found;
}

/** The texts of the events, and the columns of what texts leave out; columns are little-endian wherever browsers run. */
function* bytesOf(packed: PackedEvents): Iterable<Uint8Array> {
  const { actorIds, countryCodes, tagNames, actors, countries, tags } = packed;
  yield utf8(canonicalJson({ actorIds, countryCodes, tagNames }));
  const columns = [
    packed.text,
    packed.textOffsets,
    packed.finalState,
    packed.startDay,
    packed.endDay,
    packed.status,
    packed.importance,
    packed.kind,
    packed.domain,
    packed.domainMask,
    ...[actors, countries, tags].flatMap(({ offsets, values }) => [offsets, values]),
  ];
  for (const { buffer, byteOffset, byteLength } of columns) {
    // The length goes first, so that what ends one column cannot begin the next.
    yield utf8(`${byteLength};`);
    yield new Uint8Array(buffer, byteOffset, byteLength);
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
