import { describe } from '../../model/issue';
import { parseDataset, parseDatasetText } from '../../model/parse-dataset';
import { failureOfIssues, type LoadFailure } from '../load-failure';
import type { ByteSource } from './byte-source';
import type { EventCollector } from './event-collector';
import { LoadError } from './load-error';
import { aroundFault, createTextReader } from './text-bytes';

/** Reads a dataset in one JSON object into the collector; its text must fit into memory as a whole. */
export async function readJson(
  { chunks }: Pick<ByteSource, 'chunks'>,
  collector: EventCollector,
  onBytes: (byteCount: number) => void,
): Promise<void> {
  const parts: string[] = [];
  const reader = createTextReader((text, isUtf8) => {
    if (!isUtf8) throw new LoadError(encodingFault(parts, text));
    parts.push(text);
  });
  let byteCount = 0;
  for await (const bytes of chunks) {
    reader.add(bytes);
    byteCount += bytes.byteLength;
    onBytes(byteCount);
  }
  const file = parseFile(parts.join(''));
  const { events, ...head } = file;
  if (!Array.isArray(events)) throw new LoadError(failureOfIssues(parseDataset(file).issues));
  collector.begin(head);
  events.forEach((event: unknown, i) => {
    collector.add(event, i);
  });
}

function encodingFault(before: readonly string[], text: string): LoadFailure {
  const line = before.join('').split('\n').length;
  return { kind: 'encoding', line, found: describe(aroundFault(text)) };
}

function parseFile(text: string): Readonly<Record<string, unknown>> {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file === 'object' && file !== null) return file as Readonly<Record<string, unknown>>;
  } catch {
    // What is amiss is found out below, in words that are the same in all browsers.
  }
  if (text.trim() === '') throw new LoadError({ kind: 'empty' });
  throw new LoadError(failureOfIssues(parseDatasetText(text).issues));
}
