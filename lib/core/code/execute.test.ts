import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { createContext } from '@/lib/simulator/context';
import { serveSimulator, type SimulatorServer } from '@/lib/simulator/serve-http';
import { BUDGET, EVERYTHING, HALF, PLAIN } from './bodies';
import { CODE_LANGUAGES, type CodeLanguage } from './languages';

// Exported code is run, not read: what arrives at the upstream must be the body of the preview.

const run = promisify(execFile);
const works = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0;
const hasCurl = works('curl', '--version') && works('bash', '-c', 'true');
const hasPython = works('python3', '--version');
const hasPackage = hasPython && works('python3', '-c', 'import openai');
const aloud = (reason: string): void => void process.stderr.write(`SKIPPED: ${reason}\n`);
if (!hasCurl) aloud('the cURL export is not run, as there is no curl or no bash.');
if (!hasPython) aloud('the Python export is not even compiled, as there is no python3.');
else if (!hasPackage) aloud('the Python export is compiled but not run, as python3 has no package openai.');

/** Python’s client writes UTF-8, which cannot hold half a letter: it fails aloud, before it sends. */
const casesOf = (id: CodeLanguage['id']) =>
  [PLAIN, EVERYTHING, BUDGET, ...(id === 'python' ? [] : [HALF])].flatMap((body) =>
    [true, false].map((streaming) => ({ body, streaming })),
  );
const expectedOf = (id: CodeLanguage['id']): JsonObject[] =>
  casesOf(id).map(({ body, streaming }) => ({ ...body, stream: streaming }));

// Below the repository, so that packages are found.
mkdirSync('test-results', { recursive: true });
const folder = mkdtempSync(join(process.cwd(), 'test-results/snippets-'));
let server: SimulatorServer;

beforeAll(async () => {
  server = await serveSimulator({ context: createContext({ pace: 0, seed: 1 }) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const languageOf = (id: CodeLanguage['id']): CodeLanguage => {
  const language = CODE_LANGUAGES.find((one) => one.id === id);
  if (!language) throw new Error(`There is no language ${id}.`);
  return language;
};

/** Writes one file for each case. */
function files(id: CodeLanguage['id']): string[] {
  const language = languageOf(id);
  return casesOf(id).map(({ body, streaming }, at) => {
    const path = join(folder, `${id}-${at}-${language.file}`);
    const headers = { 'X-Title': `It's "a" $(test)` };
    writeFileSync(path, language.write(body, { baseUrl: server.url, headers, streaming }));
    return path;
  });
}

const environment = { ...process.env, OPENROUTER_API_KEY: 'test-key-1234', PYTHONDONTWRITEBYTECODE: '1' };

/** @returns the bodies that arrived meanwhile, as text */
async function bodiesOf(program: string, words: string[]): Promise<string[]> {
  const before = server.received().length;
  await run(program, words, { env: environment, cwd: folder });
  const arrived = server.received().slice(before);
  for (const { headers, authorization, path } of arrived) {
    expect(path).toBe('/api/v1/chat/completions');
    expect(authorization.last4).toBe('1234');
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-title': `It's "a" $(test)` });
  }
  return arrived.map(({ body }) => body);
}

// One process for all files of a language: most of the time goes into starting it.
const importAll = (paths: string[]): string => paths.map((path) => `await import(${JSON.stringify(path)});`).join('\n');

// Starting other programs takes as long as the machine is busy.
describe('exported code sends the body of the preview', { timeout: 120_000 }, () => {
  it.skipIf(!hasCurl)('cURL, byte for byte', async () => {
    const bodies = await bodiesOf('bash', [
      '-ec',
      files('curl')
        .map((path) => `. "${path}"`)
        .join('\n'),
    ]);
    expect(bodies).toEqual(expectedOf('curl').map((body) => JSON.stringify(body)));
  });

  it('JavaScript fetch, byte for byte', async () => {
    const bodies = await bodiesOf('node', ['--input-type=module', '-e', importAll(files('fetch'))]);
    expect(bodies).toEqual(expectedOf('fetch').map((body) => JSON.stringify(body)));
  });

  it.each(['typescript', 'ai-sdk'] as const)('%s', async (id) => {
    const runner = join(folder, `run-${id}.mts`);
    writeFileSync(runner, importAll(files(id)));
    const bodies = await bodiesOf('node', [join(process.cwd(), 'node_modules/tsx/dist/cli.mjs'), runner]);
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual(expectedOf(id));
  });

  it.skipIf(!hasPackage)('Python', async () => {
    const script = files('python').map((path) => `runpy.run_path(${JSON.stringify(path)})`);
    const bodies = await bodiesOf('python3', ['-c', ['import runpy', ...script].join('\n')]);
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual(expectedOf('python'));
  });

  it.skipIf(!hasPython || hasPackage)('Python compiles', async () => {
    await run('python3', ['-m', 'py_compile', ...files('python')], { env: environment });
  });

  it('TypeScript passes a strict type check', async () => {
    const paths = [...files('typescript'), ...files('ai-sdk')];
    const options = '--noEmit --strict --skipLibCheck --target es2023 --module nodenext --types node'.split(' ');
    const check = run('node', [
      join(process.cwd(), 'node_modules/typescript/bin/tsc'),
      '--ignoreConfig',
      ...options,
      ...paths,
    ]);
    await expect(
      check.then(
        () => '',
        (error: { stdout: string }) => error.stdout,
      ),
    ).resolves.toBe('');
  });
});
