import { defineConfig } from 'vitest/config';

// What needs a browser on the machine: `npm run test:browser`, and so continuous integration.
export default defineConfig({
  test: {
    include: ['tests/**/*.browser.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
