import '@testing-library/jest-dom/vitest';
import { act, cleanup, configure, getConfig } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadLaterMessages, loadMessages } from '../../src/ui/i18n';
import { stubMedia } from './media';

// Tests turn to Japanese, and to words that come later, without waiting for them.
await Promise.all([loadMessages('ja'), loadLaterMessages()]);

const before = getConfig();
// Files share a worker, and with it the library: set up once.
if (before.asyncWrapper.name !== withEffects.name) {
  configure({
    // Code that comes late is transformed first, which takes seconds on a busy machine.
    asyncUtilTimeout: 20_000,
    asyncWrapper: withEffects,
  });
}

/** What is found may have only just come: its effects, as keys and focus, are done before a test goes on. */
function withEffects<T>(wait: (...args: unknown[]) => Promise<T>): Promise<T> {
  return before.asyncWrapper(async () => {
    const found = await wait();
    await act(async () => undefined);
    return found;
  });
}

stubMedia();
afterEach(cleanup);
