import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { NEXT } from './build';
import type { Burst, Outcome } from './burst';

const children: ChildProcess[] = [];

/** Ends what was started here, each by its own id. */
export async function stopAll(): Promise<void> {
  const left = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const ended = left.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of left) child.kill();
  await Promise.all(ended);
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Resolves at the first line that the child says. */
function ready(child: ChildProcess): Promise<void> {
  children.push(child);
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`)));
  });
}

const script = (name: string, ...args: (string | number)[]): ChildProcess =>
  fork(name, args.map(String), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });

/** @returns the port on which it listens */
export async function startScript(name: string, ...args: (string | number)[]): Promise<number> {
  const port = await freePort();
  await ready(script(name, port, ...args));
  return port;
}

export async function startSimulator(): Promise<number> {
  const port = await freePort();
  await ready(script('lib/simulator/serve.ts', '--port', port));
  return port;
}

/** `next start` as start.mjs does it; `--expose-gc` so that garbage does not count as memory kept. */
export async function startNext(folder: string, upstreamPort: number): Promise<number> {
  const port = await freePort();
  const flags = ['--expose-gc', '--max-semi-space-size=8'];
  const child = spawn(process.execPath, [...flags, NEXT, 'start', folder, '-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      OPENROUTER_BASE_URL: `http://127.0.0.1:${upstreamPort}/api/v1`,
    },
  });
  await ready(child);
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${folder} did not come up`);
}

/** The process that plays the browsers. */
export async function startLoad(): Promise<(burst: Burst) => Promise<Outcome[]>> {
  const child = script('e2e/bench/load.ts');
  await ready(child);
  return (burst) =>
    new Promise((resolve) => {
      child.once('message', (outcomes) => resolve(outcomes as Outcome[]));
      child.send(burst);
    });
}
