export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly kind: 'tooLarge' | 'interrupted' };

export interface ReadTextOptions {
  readonly signal: AbortSignal;
  readonly maxBytes: number;
}

/**
 * The body as UTF-8 text. Counts while it reads and hangs up at the limit, so that the size which a server names, or
 * doesn't, is of no weight. Rejects only when aborted.
 */
export async function readText(
  response: Response,
  { signal, maxBytes }: ReadTextOptions,
): Promise<ReadText> {
  const reader = response.body?.getReader();
  if (!reader) return { ok: true, text: '' };
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let byteCount = 0;
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await hangUp(reader);
    return { ok: false, kind: 'tooLarge' };
  }
  try {
    for (;;) {
      // One chunk comes after the other: there is nothing to do at once.
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read();
      if (done) return { ok: true, text: parts.join('') + decoder.decode() };
      byteCount += value.byteLength;
      if (byteCount > maxBytes) break;
      parts.push(decoder.decode(value, { stream: true }));
    }
  } catch {
    signal.throwIfAborted();
    return { ok: false, kind: 'interrupted' };
  }
  await hangUp(reader);
  return { ok: false, kind: 'tooLarge' };
}

async function hangUp(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // It is no longer wanted, however it ends.
  }
}
