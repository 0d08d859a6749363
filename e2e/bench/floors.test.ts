import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../next.config.mjs';
import { median, quantile, ratio, short } from './figures';

const filesUnder = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });

describe('the floors of the benchmarks', () => {
  it('are in no other build: the raw route would be an open proxy', () => {
    expect(filesUnder('app').filter((path) => /raw|bare|bench/.test(path))).toEqual([]);
    // The build that is served is asked by bad-input.spec.ts.
    expect(config).not.toHaveProperty('pageExtensions');
    expect(config).not.toHaveProperty('rewrites');
    // Whatever its name, a handler that were not ours would be among these.
    const handlers = filesUnder('app').filter((path) => path.endsWith('route.ts'));
    expect(handlers.length).toBeGreaterThan(3);
    const foreign = handlers.filter((path) => !readFileSync(join('app', path), 'utf8').includes("from '@/lib/server/"));
    expect(foreign).toEqual([]);
  });
});

describe('figures', () => {
  it('takes medians and quantiles of what is not sorted', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), quantile([5, 1, 4, 2, 3], 0.99)]).toEqual([2, 2.5, 5]);
    expect(median([])).toBeNaN();
  });

  it('prints three digits at most', () => {
    expect([short(1_170_834.2), short(226.4), short(0.0152), short(Number.NaN)]).toEqual([
      '1,170,834',
      '226',
      '0.015',
      '–',
    ]);
    expect(ratio(3, 2)).toBe('1.5×');
  });
});
