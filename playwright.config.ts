import { defineConfig, devices } from '@playwright/test';
import { launchPath } from './e2e/support/find-browser.mjs';

// Three ports in a row; another first one lets two copies be tested beside each other.
const SIMULATOR = Number(process.env['E2E_PORT'] ?? 4210);
const NETWORK = SIMULATOR + 1;
const EMBEDDED = SIMULATOR + 2;

// Nothing that a test machine happens to have set may reach the servers under test.
const env = (own: Record<string, string>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  OPENROUTER_API_KEY: '',
  OPENROUTER_BASE_URL: '',
  SESSION_SECRET: '',
  LOOPBACK_ONLY: '',
  ...own,
});

const next = (port: number, own: Record<string, string>) => ({
  command: `node node_modules/next/dist/bin/next start -H 127.0.0.1 -p ${port}`,
  url: `http://127.0.0.1:${port}/api/health`,
  env: env(own),
  stdout: 'pipe' as const,
  reuseExistingServer: false,
});

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Not a limit on speed, which benchmarks measure: only an end for what hangs, on whatever machine.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    // A trace of every page costs as much as the errand itself: TRACE=1 records them where one is to be looked into.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...launchPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    // The upstream is another process behind HTTP, so aborts, cuts and back-pressure are real.
    {
      name: 'network',
      testIgnore: ['**/embedded.spec.ts', '**/phone.spec.ts'],
      use: { ...devices['Desktop Chrome'], baseURL: `http://127.0.0.1:${NETWORK}` },
    },
    {
      name: 'phone',
      testMatch: '**/phone.spec.ts',
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 }, baseURL: `http://127.0.0.1:${NETWORK}` },
    },
    // As a newcomer has it: no key, the simulator inside, and a banner that says so.
    {
      name: 'embedded',
      testMatch: '**/embedded.spec.ts',
      use: { ...devices['Desktop Chrome'], baseURL: `http://127.0.0.1:${EMBEDDED}` },
    },
  ],
  webServer: [
    {
      command: `node node_modules/tsx/dist/cli.mjs lib/simulator/serve.ts --port ${SIMULATOR}`,
      url: `http://127.0.0.1:${SIMULATOR}/api/v1/models`,
      env: env({}),
      reuseExistingServer: false,
    },
    next(NETWORK, {
      OPENROUTER_BASE_URL: `http://127.0.0.1:${SIMULATOR}/api/v1`,
      OPENROUTER_API_KEY: 'sk-or-v1-e2e-secret',
      SESSION_SECRET: 'keys that errands paste are sealed with this',
    }),
    next(EMBEDDED, {}),
  ],
});
