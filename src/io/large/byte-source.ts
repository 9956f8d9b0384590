import type { LoadFailure } from '../load-failure';
import { OWN_ORIGIN } from './early-fetch';
import { LoadError } from './load-error';
import type { OpenRequest } from './protocol';

/** No more than this is read of a file, however it comes. */
export const MAX_LARGE_BYTES = 2_000_000_000;

export interface ByteSource {
  /** As far as is known: a server need not say, or may speak of the bytes before they are unpacked. */
  readonly totalBytes: number | undefined;
  readonly chunks: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

export interface ByteLimits {
  readonly fetch: typeof fetch;
  readonly maxBytes: number;
}

/** The bytes of what is asked for. Throws a LoadError, at once or while they are read. */
export async function openBytes(
  source: OpenRequest['source'],
  { fetch, maxBytes }: ByteLimits,
): Promise<ByteSource> {
  if (source.kind === 'file') {
    const { file } = source;
    return limited(file.stream().getReader(), { totalBytes: file.size, maxBytes });
  }
  const response = await fetchBytes(source, fetch);
  if (!response.ok) throw new LoadError({ kind: 'http', status: response.status });
  const length = Number(response.headers.get('content-length'));
  const isPacked = response.headers.get('content-encoding') !== null;
  const totalBytes = length > 0 && !isPacked ? length : undefined;
  const reader = response.body?.getReader();
  if (!reader) throw new LoadError({ kind: 'empty' });
  return limited(reader, { totalBytes, maxBytes });
}

async function fetchBytes(
  { url, isSameOrigin }: Extract<OpenRequest['source'], { kind: 'url' }>,
  fetchIt: typeof fetch,
): Promise<Response> {
  try {
    return await fetchIt(url, isSameOrigin ? OWN_ORIGIN : { ...OWN_ORIGIN, credentials: 'omit' });
  } catch {
    throw new LoadError(silenceOf(url, isSameOrigin));
  }
}

function silenceOf(url: string, isSameOrigin: boolean): LoadFailure {
  return isSameOrigin ? { kind: 'network' } : { kind: 'blocked', server: new URL(url).host };
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

interface Limits {
  readonly totalBytes: number | undefined;
  readonly maxBytes: number;
}

async function limited(reader: Reader, { totalBytes, maxBytes }: Limits): Promise<ByteSource> {
  if (totalBytes !== undefined && totalBytes > maxBytes) {
    await hangUp(reader);
    throw new LoadError({ kind: 'tooLarge', maxBytes });
  }
  return { totalBytes, chunks: readAll(reader, maxBytes) };
}

async function* readAll(reader: Reader, maxBytes: number) {
  let byteCount = 0;
  try {
    for (;;) {
      // One chunk comes after the other: there is nothing to do at once.
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await readNext(reader);
      if (done) return;
      byteCount += value.byteLength;
      if (byteCount > maxBytes) throw new LoadError({ kind: 'tooLarge', maxBytes });
      yield value;
    }
  } finally {
    await hangUp(reader);
  }
}

async function readNext(reader: Reader) {
  try {
    return await reader.read();
  } catch {
    throw new LoadError({ kind: 'interrupted' });
  }
}

async function hangUp(reader: Reader): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // It is no longer wanted, however it ends.
  }
}
