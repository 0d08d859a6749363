import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Benchmark builds are made of copies, in a folder of their own inside the tree, where packages still resolve: the
// floors never lie in `app/`, so no other build can hold them.

export const NEXT = 'node_modules/next/dist/bin/next';
export const PRODUCT = '.bench/product';
export const BARE = '.bench/bare';
const SOURCES = ['app', 'components', 'lib', 'public', 'next.config.mjs', 'tailwind.config.ts'];
const CONFIGS = ['package.json', 'tsconfig.json'];

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

function build(folder: string): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, [NEXT, 'build', folder], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new Error(`The benchmark build of ${folder} failed.\n${stdout}\n${stderr}`);
}

/** Builds the playground with the raw pass-through route in it, and the bare pages, which read their answers through that route. */
export function buildAll(): void {
  rmSync('.bench', { recursive: true, force: true });
  for (const name of [...SOURCES, ...CONFIGS]) copy(name, join(PRODUCT, name));
  copy('e2e/bench/floors/raw-route.ts', join(PRODUCT, 'app/api/raw/route.ts'));
  for (const name of CONFIGS) copy(name, join(BARE, name));
  copy('e2e/bench/floors/bare-layout.tsx', join(BARE, 'app/layout.tsx'));
  copy('e2e/bench/floors/bare-page.tsx', join(BARE, 'app/page.tsx'));
  copy('e2e/bench/floors/bare-picker.tsx', join(BARE, 'app/picker/page.tsx'));
  copy('e2e/bench/floors/bare-stream.tsx', join(BARE, 'app/stream/page.tsx'));
  copy('e2e/bench/floors/raw-route.ts', join(BARE, 'app/api/raw/route.ts'));
  build(PRODUCT);
  build(BARE);
}
