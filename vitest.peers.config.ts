import { defineConfig } from 'vitest/config';

// Comparisons with other tokenizers; `npm run test:peers` installs what they need beside them.
export default defineConfig({
  test: {
    include: ['tests/peers/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ['default'],
  },
});
