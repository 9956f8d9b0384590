import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadLaterMessages, loadMessages } from '../../src/ui/i18n';

// Tests turn to Japanese, and to words that come later, without waiting for them.
await Promise.all([loadMessages('ja'), loadLaterMessages()]);

afterEach(cleanup);
