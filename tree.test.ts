import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

// The laws of the tree that lint cannot see. Which room may import which is in .oxlintrc.json.

const FORBIDDEN = /(^|\/)(utils?|helpers?|common|shared|misc|types|constants|hooks)(\/|\.[^/]+$)/;
const TOP = new Set(['app', 'components', 'lib', 'public', 'e2e', '.ci', '.github']);

// What git would take, so that a file counts before its first commit and build output never does.
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));
const sources = files.filter((path) => /\.(tsx?|mjs|css)$/.test(path));
const lengthOf = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;

const EXTENSIONS = ['', '.ts', '.tsx', '.mjs', '.css'];
const resolveImport = (from: string, specifier: string): string | undefined => {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? normalize(join(dirname(from), specifier))
      : null;
  return base === null ? undefined : EXTENSIONS.map((end) => base + end).find((path) => sources.includes(path));
};

describe('the tree', () => {
  it('has no drawer that a thing without a name goes into', () => {
    expect(files.filter((path) => FORBIDDEN.test(path))).toEqual([]);
  });

  it('has no top-level folder but the agreed ones', () => {
    const folders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...folders].filter((folder) => !TOP.has(folder ?? ''))).toEqual([]);
  });

  it('has no barrel', () => {
    expect(files.filter((path) => /(^|\/)index\.(tsx?|mjs)$/.test(path))).toEqual([]);
  });

  it('has no hand-written source over 300 lines, and a median under 80', () => {
    expect(sources.filter((path) => lengthOf(path) > 300)).toEqual([]);
    const lengths = sources
      .filter((path) => !/\.(test|spec)\./.test(path))
      .map(lengthOf)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  });

  it('keeps route handlers a breath long', () => {
    expect(sources.filter((path) => /^app\/api\/.*route\.ts$/.test(path) && lengthOf(path) > 40)).toEqual([]);
  });

  it('has no import cycle, types included', () => {
    const imports = new Map(
      sources.map((path) => [
        path,
        [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)]
          .map(([, specifier = '']) => resolveImport(path, specifier))
          .filter((target) => target !== undefined),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('reads nothing that does not ship, and names no machine', () => {
    const own = 'tree.test.ts';
    const text = files.filter((path) => path !== own && !/\.(png|ico|woff2?)$/.test(path));
    const outside = /\.\.\/shared|(^|[^\w.-])\/(work|farm)\//m;
    expect(text.filter((path) => outside.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
