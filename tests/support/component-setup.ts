import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadMessages } from '../../src/ui/i18n';

// Tests turn to Japanese without waiting for its words.
await loadMessages('ja');

afterEach(cleanup);
