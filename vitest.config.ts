import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole documents, and LibreOffice where it is installed.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
