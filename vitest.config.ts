import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      // Both packages throw outside their bundler; in a unit test the room's law is lint's business.
      { find: /^(server|client)-only$/, replacement: `${root}e2e/support/empty.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    // Only an end for what hangs: the laws take as long as the machine needs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['{app,components,lib,e2e}/**/*.test.{ts,tsx}', '*.test.ts'],
    setupFiles: ['e2e/support/unit-setup.ts'],
  },
});
