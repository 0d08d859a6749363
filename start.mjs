#!/usr/bin/env node
// One door for all: `node start.mjs` serves, `dev` serves while the code changes, `test` tests everything.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nextEnv from '@next/env';
import { tsImport } from 'tsx/esm/api';

process.env.NEXT_TELEMETRY_DISABLED = '1';

const NEXT = 'node_modules/next/dist/bin/next';
const HASH_FILE = '.next/source-hash';
const SOURCE_FOLDERS = ['app', 'components', 'lib', 'public'];
const isSource = (path) => !/\.test\.tsx?$|next-env\.d\.ts$|\.md$/.test(path);
const isRootSource = (name) => /\.(ts|mjs|json)$/.test(name) && !/^(playwright|vitest)\./.test(name);

// A young generation of 8 MB in place of 16 and more: as fast, and after a crowd 215 MB stay resident in place of 320.
const SMALL = ['--max-semi-space-size=8'];

const say = (line = '') => process.stdout.write(`${line}\n`);

/** Runs a Node script to its end. @returns its exit code */
function run(script, args, env = {}) {
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (error) say(String(error));
  return status ?? 1;
}

/** The environment, `.env` files included, or the end of the process with every malformed variable named. */
async function checkEnvironment(dev) {
  nextEnv.loadEnvConfig(process.cwd(), dev, { info: () => {}, error: say });
  const { parseEnvironment, describeUpstream, isLoopback } = await tsImport(
    './lib/server/environment.ts',
    import.meta.url,
  );
  const result = parseEnvironment(process.env);
  if (result.problems) {
    say('The playground does not start, because the environment is malformed:');
    for (const problem of result.problems) say(`  ${problem}`);
    say('.env.example describes every variable.');
    process.exit(1);
  }
  const { environment } = result;
  return { environment, upstream: describeUpstream(environment), exposed: !isLoopback(environment.HOST) };
}

function sourceHash() {
  const inFolders = SOURCE_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const hash = createHash('sha256');
  for (const path of [...inFolders, ...readdirSync('.').filter(isRootSource)].filter(isSource).sort()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds when sources, configs or the lock differ from what the last build was made of. */
export function buildWhenNeeded() {
  const wanted = sourceHash();
  if (existsSync(HASH_FILE) && readFileSync(HASH_FILE, 'utf8') === wanted) return;
  say('Building …');
  rmSync(HASH_FILE, { force: true });
  const code = run(NEXT, ['build']);
  if (code !== 0) process.exit(code);
  mkdirSync('.next', { recursive: true });
  writeFileSync(HASH_FILE, wanted);
}

async function serve(dev) {
  const { environment, upstream, exposed } = await checkEnvironment(dev);
  const { HOST, PORT, OPENROUTER_API_KEY, SESSION_SECRET } = environment;
  if (!dev) buildWhenNeeded();
  say();
  const shown = HOST.includes(':') ? `[${HOST}]` : HOST;
  say(`  OpenRouter Playground   http://${exposed || HOST === '127.0.0.1' ? 'localhost' : shown}:${PORT}`);
  say(`  Answers come from       ${upstream}`);
  if (!SESSION_SECRET)
    say('  SESSION_SECRET          is not set: keys that visitors add are forgotten at every restart');
  if (exposed && OPENROUTER_API_KEY) {
    say();
    say('  ┌─ WARNING ─────────────────────────────────────────────────────────────────┐');
    say(`  │ HOST=${HOST}: this server can be reached from other machines, and         `);
    say('  │ ANYONE WHO REACHES IT SPENDS THE KEY IN OPENROUTER_API_KEY.                ');
    say('  └───────────────────────────────────────────────────────────────────────────┘');
  }
  say();
  const child = spawn(process.execPath, [...SMALL, NEXT, dev ? 'dev' : 'start', '-H', HOST, '-p', String(PORT)], {
    stdio: 'inherit',
    // Empty is not unset: a file of the environment cannot claim otherwise.
    env: {
      ...process.env,
      LOOPBACK_ONLY: exposed ? '' : '1',
      SESSION_SECRET: SESSION_SECRET ?? randomBytes(32).toString('hex'),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
}

const command = process.argv[2];
if (command === 'test') {
  const { testEverything } = await import('./e2e/support/test-everything.mjs');
  process.exit(await testEverything({ run, say, buildWhenNeeded, only: process.argv.slice(3) }));
} else if (command === undefined || command === 'dev') {
  await serve(command === 'dev');
} else {
  say('Usage: node start.mjs [dev | test]');
  process.exit(1);
}
