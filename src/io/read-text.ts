export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly kind: 'tooLarge' | 'interrupted' | 'notUtf8' };

export interface ReadTextOptions {
  readonly signal: AbortSignal;
  readonly maxBytes: number;
}

/**
 * The body as text, which must be UTF-8. Counts while it reads and hangs up at the limit, so that the size which a server names, or
 * doesn't, is of no weight. Rejects only when aborted.
 */
export async function readText(
  response: Response,
  { signal, maxBytes }: ReadTextOptions,
): Promise<ReadText> {
  const reader = response.body?.getReader();
  if (!reader) return { ok: true, text: '' };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let byteCount = 0;
  let kind: 'tooLarge' | 'notUtf8' = 'tooLarge';
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await hangUp(reader);
    return { ok: false, kind: 'tooLarge' };
  }
  try {
    for (;;) {
      // One chunk comes after the other: there is nothing to do at once.
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read();
      const text = decoded(decoder, value);
      if (text === undefined) kind = 'notUtf8';
      if (done && text !== undefined) return { ok: true, text: parts.join('') + text };
      byteCount += value?.byteLength ?? 0;
      if (text === undefined || byteCount > maxBytes) break;
      parts.push(text);
    }
  } catch {
    signal.throwIfAborted();
    return { ok: false, kind: 'interrupted' };
  }
  await hangUp(reader);
  return { ok: false, kind };
}

/** The next piece, or without bytes the end; undefined where it is not UTF-8. */
function decoded(decoder: TextDecoder, bytes: Uint8Array | undefined): string | undefined {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    return undefined;
  }
}

async function hangUp(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // It is no longer wanted, however it ends.
  }
}
