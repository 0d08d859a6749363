import { afterEach, describe, expect, it } from 'vitest';
import { serveSimulator, type SimulatorServer } from './serve-http';
import { timelessContext, userSays } from './test-client';
import { createContext } from './context';

const open: SimulatorServer[] = [];

async function serve(pace = 0): Promise<SimulatorServer> {
  const server = await serveSimulator({ context: createContext({ pace, seed: 3 }) });
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const post = (server: SimulatorServer, body: object, signal?: AbortSignal): Promise<Response> =>
  fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sk-or-v1-secret-key-1234', 'Content-Type': 'application/json' },
    body: JSON.stringify({ messages: userSays('Hi'), stream: true, ...body }),
    ...(signal && { signal }),
  });

/** Until a condition holds; the test's own time-out is the only limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('over HTTP', () => {
  it('serves routes and streams', async () => {
    const server = await serve();
    const models = (await (await fetch(`${server.url}/models`)).json()) as { total_count: number };
    expect(models.total_count).toBeGreaterThan(400);
    const response = await post(server, { model: 'simulator/markdown' });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(await response.text()).toMatch(/\[DONE\]\n\n$/);
    expect(server.stats()).toEqual({ started: 1, finished: 1, aborted: 0, running: 0 });
  });

  it('sees a client that goes away, and stops', async () => {
    const server = await serve(1);
    const control = new AbortController();
    const response = await post(server, { model: 'simulator/keep-alive' }, control.signal);
    await response.body?.getReader().read();
    expect(server.stats().running).toBe(1);
    control.abort();
    await until(() => server.stats().running === 0);
    expect(server.stats()).toEqual({ started: 1, finished: 0, aborted: 1, running: 0 });
  });

  it('breaks the socket when the connection is cut', async () => {
    const server = await serve();
    await expect((await post(server, { model: 'simulator/cut' })).text()).rejects.toThrow(/terminated/);
    expect(server.stats()).toMatchObject({ aborted: 1, running: 0 });
  });

  it('does not run ahead of a client that does not read', async () => {
    const context = timelessContext();
    const server = await serveSimulator({ context });
    open.push(server);
    const control = new AbortController();
    const response = await post(server, { model: 'simulator/flood', max_tokens: 1_000_000 }, control.signal);
    await response.body?.getReader().read();
    // A little over the size of the socket's buffers, and then it must stand still: 200 MB would take far longer.
    for (let i = 0; i < 2_000; i += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(server.stats().running).toBe(1);
    control.abort();
    await until(() => server.stats().running === 0);
  });

  it('shows what arrived, without the key', async () => {
    const server = await serve();
    await (await post(server, { model: 'simulator/echo', temperature: 0.5 })).text();
    const origin = server.url.replace('/api/v1', '');
    const [last] = (await (await fetch(`${origin}/__last`)).json()) as {
      body: string;
      headers: object;
      authorization: object;
      path: string;
    }[];
    expect(JSON.parse(last?.body ?? '')).toMatchObject({ model: 'simulator/echo', temperature: 0.5 });
    expect(last).toMatchObject({ path: '/api/v1/chat/completions', authorization: { present: true, last4: '1234' } });
    expect(JSON.stringify(last)).not.toContain('secret');
    expect(await (await fetch(`${origin}/__stats`)).json()).toEqual({
      started: 1,
      finished: 1,
      aborted: 0,
      running: 0,
    });
  });
});
