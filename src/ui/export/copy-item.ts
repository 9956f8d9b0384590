import type { Writing } from './use-writing';

/** By type, what goes on the clipboard; each may still be in the making. */
export type ClipboardParts = Readonly<Record<string, Promise<Blob>>>;

/** Rejects only where something could not be made. */
export async function copyItem(parts: ClipboardParts, signal: AbortSignal): Promise<Writing> {
  try {
    // At once, in answer to the press: browsers allow no copying later on. What is made comes by promise.
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return { kind: 'copied' };
  } catch (error) {
    // What could not be made has the first word.
    await Promise.all(Object.values(parts));
    if (signal.aborted) throw error;
    return { kind: 'failed', fault: 'clipboard' };
  }
}
