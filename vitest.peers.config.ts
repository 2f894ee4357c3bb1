import { defineConfig } from 'vitest/config';

// Comparisons with the code of others; `npm run test:peers` installs what they need beside them.
export default defineConfig({
  test: {
    include: ['tests/peers/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // They make one Python environment, and the first of them installs it.
    fileParallelism: false,
    reporters: ['default'],
  },
});
