import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    restoreMocks: true,
    testTimeout: 30_000,
    // Rooms are pure and tests leave nothing behind, so files may share a worker: half the time.
    isolate: false,
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['tests/support/unit-setup.ts'],
          environment: 'node',
          include: ['tests/{unit,golden}/**/*.test.ts', 'tests/architecture.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // With other people's programs, which take seconds and may not be there.
          name: 'office',
          environment: 'node',
          include: ['tests/office/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          setupFiles: ['tests/support/component-setup.ts'],
          include: ['tests/component/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
