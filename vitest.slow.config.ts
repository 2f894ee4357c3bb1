import { defineConfig } from 'vitest/config';

// What takes longer than a cup of tea should: `npm run test:slow`, and so continuous integration.
export default defineConfig({
  test: { include: ['tests/**/*.slow.test.ts'], testTimeout: 600_000, reporters: ['default'] },
});
