import { describe } from '../../model/issue';
import { findJsonFault } from '../../model/json-fault';
import type { ByteSource } from './byte-source';
import type { EventCollector } from './event-collector';
import { LoadError } from './load-error';
import { aroundFault } from './text-bytes';
import { createLineReader, type Line, MAX_LINE_LENGTH } from './text-lines';

/** Reads events line by line into the collector. The first line may be the head; a line at fault is kept out. */
export async function readNdjson(
  { chunks }: Pick<ByteSource, 'chunks'>,
  collector: EventCollector,
  onBytes: (byteCount: number) => void,
): Promise<void> {
  let isFirst = true;
  let firstText: string | undefined;
  const take = (line: Line) => {
    if (line.text.trim() === '' && !line.isTooLong) return;
    firstText ??= line.text;
    const value = readLine(line, collector);
    if (value === undefined) return;
    const head = isFirst && isHead(value) ? value : undefined;
    if (isFirst) collector.begin(head);
    isFirst = false;
    for (const event of head ? eventsOf(head) : [value]) collector.add(event, line.number);
  };
  const lines = createLineReader(take);
  let byteCount = 0;
  for await (const bytes of chunks) {
    lines.add(bytes);
    byteCount += bytes.byteLength;
    onBytes(byteCount);
  }
  lines.end();
  if (isFirst && collector.count === 0) throw new LoadError({ kind: 'empty' });
  if (collector.count === collector.setAsideCount && breaksOff(firstText))
    throw new LoadError({ kind: 'oneValue' });
}

/** Undefined where the line is no JSON, which is then noted. */
function readLine({ number, text, isTooLong, isUtf8 }: Line, collector: EventCollector): unknown {
  if (!isUtf8) {
    collector.reject(number, () => ({
      expected: { key: 'utf8' },
      found: describe(aroundFault(text)),
    }));
    return undefined;
  }
  if (isTooLong) {
    const values = { millions: MAX_LINE_LENGTH / 1_000_000 };
    collector.reject(number, () => ({
      expected: { key: 'line-length', values },
      found: describe(text),
    }));
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    collector.reject(number, () => lineFault(text));
    return undefined;
  }
}

function lineFault(text: string) {
  const { column, truncated, offset } = findJsonFault(text) ?? {
    column: 1,
    truncated: false,
    offset: 0,
  };
  return truncated
    ? { expected: { key: 'json-line-rest', values: { column } }, found: 'lineend' }
    : {
        expected: { key: 'json-line', values: { column } },
        found: describe(text.slice(offset, offset + 20)),
      };
}

/** An object that names the format. An event has a date, and may have any field besides. */
function isHead(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const { format, date } = value as Readonly<Record<string, unknown>>;
  return typeof format === 'string' && format.startsWith('entente/') && date === undefined;
}

/** A whole dataset may stand on one line. */
function eventsOf({ events }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(events) ? events : [];
}

/** Whether the first line begins a value that is spread over several. */
function breaksOff(text = ''): boolean {
  return /^\s*[[{]/.test(text) && findJsonFault(text)?.truncated === true;
}
