import { afterEach, beforeEach, expect, vi } from 'vitest';

// A stray console.error or console.warn is a defect: a test that expects one says so by replacing the spy.
beforeEach(() => {
  vi.spyOn(console, 'error').mockName('console.error');
  vi.spyOn(console, 'warn').mockName('console.warn');
});

afterEach(() => {
  for (const method of ['error', 'warn'] as const) {
    const spy = vi.mocked(console[method]);
    if (vi.isMockFunction(spy)) expect(spy.mock.calls, `unexpected console.${method}`).toEqual([]);
  }
  vi.restoreAllMocks();
});
