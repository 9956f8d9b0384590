import { vi } from 'vitest';

/** Waits until a check passes: as long as the slowest machine may need, and hardly longer than a fast one does. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000, interval: 10 });
}
