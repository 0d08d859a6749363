import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installBrowser } from './find-browser.mjs';

const UNIT_REPORT = 'test-results/unit.json';
const E2E_REPORT = 'test-results/e2e.json';

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** Sums what both runners report, so that the last line says it all. */
function totals() {
  const unit = read(UNIT_REPORT);
  const e2e = read(E2E_REPORT)?.stats;
  return {
    passed: (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (e2e ? e2e.unexpected + e2e.flaky : 0),
    skipped: (unit?.numPendingTests ?? 0) + (e2e?.skipped ?? 0),
  };
}

/** Format, lint, types, unit, build, browser: in this order, and the first failure ends it. */
export async function testEverything({ run, say, buildWhenNeeded, only }) {
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results', { recursive: true });
  const steps = {
    format: () => run('node_modules/oxfmt/bin/oxfmt', ['--check', '.']),
    lint: () => run('node_modules/oxlint/bin/oxlint', []) || run('node_modules/knip/bin/knip.js', []),
    types: () =>
      run('node_modules/next/dist/bin/next', ['typegen']) || run('node_modules/typescript/bin/tsc', ['--noEmit']),
    unit: () =>
      run('node_modules/vitest/vitest.mjs', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT_REPORT}`,
      ]),
    build: () => {
      buildWhenNeeded();
      return 0;
    },
    e2e: () => (installBrowser(say) ? run('node_modules/@playwright/test/cli.js', ['test']) : 1),
  };
  for (const [name, step] of Object.entries(steps)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const started = Date.now();
    say(`\n── ${name}`);
    const code = step();
    say(`── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    if (code !== 0) {
      const { passed, failed, skipped } = totals();
      say(`${passed} passed, ${Math.max(1, failed)} failed, ${skipped} skipped`);
      return code;
    }
  }
  const { passed, failed, skipped } = totals();
  say(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
}
