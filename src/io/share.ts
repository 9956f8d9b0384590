export type ShareOutcome = 'shared' | 'dismissed' | 'refused';

/** Whether the system can be asked to pass something on, as phones can. */
export function canShare(): boolean {
  return typeof navigator.share === 'function';
}

/** Asks the system to whom the data shall go. `refused` where it takes no such data, or has waited too long for them. */
export async function share(data: ShareData): Promise<ShareOutcome> {
  if (data.files && !navigator.canShare?.(data)) return 'refused';
  try {
    await navigator.share(data);
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'dismissed' : 'refused';
  }
}
