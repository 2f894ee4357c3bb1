import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/**/*.slow.test.ts', 'tests/**/*.browser.test.ts', 'tests/peers/**'],
    testTimeout: 60_000,
    reporters: ['default'],
  },
});
