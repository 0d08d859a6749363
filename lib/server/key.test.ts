import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeyInForce } from '@/lib/core/credential';
import type { Failure } from '@/lib/core/failure';
import { createContext } from '@/lib/simulator/context';
import { serveSimulator, type SimulatorServer } from '@/lib/simulator/serve-http';

// Through the route handlers, with the simulator behind HTTP as the operator's upstream.

const KEY = 'sk-or-v1-a-visitors-own-key-7f3e';
const OPERATORS = 'sk-or-v1-the-operators-key-91c2';
const SECRET = 'a secret that is long enough to seal with';

let simulator: SimulatorServer;
beforeAll(async () => {
  simulator = await serveSimulator({ context: createContext({ pace: 0 }) });
});
afterAll(() => simulator.close());

/** What a fresh process has of the routes. */
async function server(variables: Record<string, string> = {}) {
  vi.resetModules();
  // It outlives a module, and a list that is seconds old is not fetched anew.
  delete (globalThis as { catalogues?: unknown }).catalogues;
  const all = {
    OPENROUTER_BASE_URL: simulator.url,
    OPENROUTER_API_KEY: OPERATORS,
    OPENROUTER_SITE_URL: '',
    SESSION_SECRET: SECRET,
    LOOPBACK_ONLY: '',
    ...variables,
  };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const key = await import('@/app/api/key/route');
  const chat = await import('@/app/api/chat/route');
  const models = await import('@/app/api/models/route');
  const health = await import('@/app/api/health/route');
  const { isDemo } = await import('./health');
  return { key, chat, models, health, isDemo };
}

type Headings = Record<string, string>;

const get = (path: string, headers: Headings = {}) => new Request(`http://127.0.0.1${path}`, { headers });
const withBody = (path: string, method: string, body: unknown, headers: Headings = {}) =>
  new Request(`http://127.0.0.1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const put = (key: unknown, headers: Headings = {}) => withBody('/api/key', 'PUT', { key }, headers);
const ask = (headers: Headings, model = 'simulator/flood') => {
  const body = { model, messages: [{ role: 'user', content: 'Hi' }], stream: true, max_tokens: 3 };
  return withBody('/api/chat', 'POST', { runs: [{ id: crypto.randomUUID(), body }] }, headers);
};

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0] ?? '';
/** As the browser sends it back. */
const sent = (response: Response): Headings => ({ cookie: cookieOf(response).split(';')[0] ?? '' });
const inForce = async (response: Response): Promise<KeyInForce> => (await response.json()) as KeyInForce;
const failureOf = async (response: Response): Promise<Failure> =>
  ((await response.json()) as { failure: Failure }).failure;
/** The ends of the keys that the upstream was sent, newest first. */
const arrived = (path: string): (string | null)[] =>
  simulator
    .received()
    .filter((one) => one.path.endsWith(path))
    .map(({ authorization }) => authorization.last4)
    .toReversed();

/** Upstreams that the simulator is none of. */
const upstreamAnswers = (answer: (request: Request) => Response | Promise<Response>) =>
  vi.stubGlobal('fetch', (request: Request) => Promise.resolve(answer(request)));

beforeEach(() => vi.unstubAllGlobals());

describe('a key of one’s own', () => {
  it('is checked at the upstream, and kept in a sealed cookie that no script can read', async () => {
    const { key } = await server();
    const response = await key.PUT(put(KEY));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(arrived('/key')[0]).toBe(KEY.slice(-4));
    expect(await inForce(response)).toMatchObject({
      owner: 'visitor',
      upstream: 'custom',
      sentTo: new URL(simulator.url).host,
      problem: null,
      facts: { label: 'sk-or-v1-a-v...f3e', limit: '20', limitReset: 'monthly', isFreeTier: false, expiresAt: null },
    });
    const cookie = cookieOf(response);
    expect(cookie).toMatch(/; HttpOnly(;|$)/);
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/);
    expect(cookie).toMatch(/; Path=\/(;|$)/);
    expect(cookie).toMatch(/; Max-Age=[1-9]\d{5,}(;|$)/);
    expect(cookie).not.toContain('Secure');
    expect(cookie).not.toContain(KEY);
  });

  it('has a cookie for https alone where the visitor came by https', async () => {
    const { key } = await server();
    expect(cookieOf(await key.PUT(put(KEY, { 'x-forwarded-proto': 'https' })))).toMatch(/; Secure(;|$)/);
  });

  it('comes before the operator’s, until it is forgotten', async () => {
    const { key, chat } = await server();
    const headers = sent(await key.PUT(put(KEY)));
    await (await chat.POST(ask(headers))).text();
    expect(arrived('/chat/completions')[0]).toBe(KEY.slice(-4));
    expect((await inForce(await key.GET(get('/api/key', headers)))).owner).toBe('visitor');

    const forgotten = await key.DELETE(new Request('http://127.0.0.1/api/key', { method: 'DELETE', headers }));
    expect(forgotten.headers.get('cache-control')).toBe('no-store');
    expect(cookieOf(forgotten)).toMatch(/^[\w-]+=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await inForce(forgotten)).toMatchObject({ owner: 'operator', facts: null });
    await (await chat.POST(ask({}))).text();
    expect(arrived('/chat/completions')[0]).toBe(OPERATORS.slice(-4));
  });

  it('that the upstream refuses is told in a sentence, and the cookie stays as it was', async () => {
    const { key } = await server();
    const response = await key.PUT(put('sk-or-v1-nobodys-invalid'));
    expect(response.status).toBe(401);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.getSetCookie()).toEqual([]);
    expect((await failureOf(response)).message).toBe('The key was not accepted. User not found.');
  });

  it('that was good once is told to be refused now, and can still be forgotten', async () => {
    const { key } = await server();
    const headers = sent(await key.PUT(put(KEY)));
    upstreamAnswers(() => Response.json({ error: { code: 401, message: 'User not found.' } }, { status: 401 }));
    expect(await inForce(await key.GET(get('/api/key', headers)))).toMatchObject({
      owner: 'visitor',
      facts: null,
      problem: 'The key was not accepted. User not found.',
    });
  });

  it('is kept unchecked where the operator’s upstream cannot say', async () => {
    const { key } = await server();
    upstreamAnswers(() => new Response('no such page', { status: 404 }));
    const response = await key.PUT(put(KEY));
    expect(await inForce(response)).toMatchObject({ owner: 'visitor', facts: null, problem: null });
    expect(cookieOf(response)).not.toBe('');
  });

  it('is not kept while the upstream cannot be reached', async () => {
    const { key } = await server({ OPENROUTER_BASE_URL: '' });
    upstreamAnswers(() => Promise.reject(new Error('down')));
    const response = await key.PUT(put(KEY));
    expect(response.status).toBe(502);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect((await failureOf(response)).message).toBe('OpenRouter could not be reached, so the key is not checked.');
  });

  it.each([[undefined], [''], [7], ['two words'], ['line\nbreak'], ['clé-secrète'], ['x'.repeat(513)]])(
    'is not %o',
    async (value) => {
      const { key } = await server();
      const response = await key.PUT(put(value));
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text).toContain('A key is one word');
      if (typeof value === 'string' && value.length > 1) expect(text).not.toContain(value);
    },
  );

  it('is refused from a page of another site', async () => {
    const { key } = await server();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    for (const answer of [key.PUT(put(KEY, foreign)), key.GET(get('/api/key', foreign)), key.DELETE(get('/', foreign))])
      expect((await answer).status).toBe(403);
  });
});

describe('a cookie that cannot be opened', () => {
  const broken: [string, () => Promise<Headings>][] = [
    [
      'tampered with',
      async () => ({
        cookie: `${sent(await (await server()).key.PUT(put(KEY))).cookie}`.replace(/.{9}$/, 'AAAAAAAAA'),
      }),
    ],
    [
      'sealed with another secret',
      async () => sent(await (await server({ SESSION_SECRET: SECRET.toUpperCase() })).key.PUT(put(KEY))),
    ],
    ['no seal at all', async () => ({ cookie: 'openrouter-playground-key=%00%ff; other=1' })],
  ];

  it.each(broken)('counts as none and is cleared: %s', async (_, make) => {
    const headers = await make();
    const { key, chat, models } = await server();
    const answer = await key.GET(get('/api/key', headers));
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).toMatch(/^openrouter-playground-key=; Max-Age=0;/);
    expect((await inForce(answer)).owner).toBe('operator');
    expect(cookieOf(await models.GET(get('/api/models', headers)))).toMatch(/; ?Max-Age=0;/);
    await (await chat.POST(ask(headers))).text();
    expect(arrived('/chat/completions')[0]).toBe(OPERATORS.slice(-4));
  });
});

describe('the key', () => {
  it('never comes back, whatever the upstream says', async () => {
    const { key, chat, models, health } = await server();
    const headers = sent(await key.PUT(put(KEY)));
    const quoting = (request: Request): Response =>
      Response.json(
        { error: { code: 500, message: `Bad key ${request.headers.get('authorization')}` } },
        { status: 500 },
      );
    upstreamAnswers(quoting);
    const answers = [
      await key.PUT(put(KEY)),
      await key.GET(get('/api/key', headers)),
      await models.GET(get('/api/models?refresh', headers)),
      await health.GET(get('/api/health', headers)),
      await chat.POST(ask(headers)),
    ];
    for (const answer of answers) {
      const text = await answer.text();
      expect(text).not.toContain(KEY);
      expect(JSON.stringify([...answer.headers])).not.toContain(KEY);
    }
    expect(answers.map(({ status }) => status)).toEqual([500, 200, 500, 200, 200]);
  });

  it('turns the demo into OpenRouter, for whoever brought it', async () => {
    const { key, health, isDemo } = await server({ OPENROUTER_BASE_URL: '', OPENROUTER_API_KEY: '' });
    const asked: string[] = [];
    upstreamAnswers((request) => {
      asked.push(request.url);
      return Response.json({ data: { label: 'mine', limit: null, usage: 0.1, is_free_tier: true } });
    });
    const response = await key.PUT(put(KEY));
    const headers = sent(response);
    expect(asked).toEqual(['https://openrouter.ai/api/v1/key']);
    expect(await inForce(response)).toMatchObject({
      upstream: 'openrouter',
      sentTo: 'OpenRouter',
      facts: { limit: 'unlimited', limitRemaining: null, usage: '0.1', isFreeTier: true },
    });
    expect(await isDemo(new Headers(headers))).toBe(false);
    expect(await isDemo(new Headers())).toBe(true);
    const said = (await (await health.GET(get('/api/health', headers))).json()) as Record<string, unknown>;
    expect(said).toMatchObject({ upstream: 'openrouter', says: 'OpenRouter, with a key of your own' });
    expect(await (await health.GET(get('/api/health'))).json()).toMatchObject({ upstream: 'simulator' });
  });

  it('does not bring its own list of models to others', async () => {
    const { key, models } = await server();
    const headers = sent(await key.PUT(put(KEY)));
    upstreamAnswers((request) => {
      const mine = request.headers.get('authorization')?.endsWith(KEY);
      return Response.json({ data: [{ id: mine ? 'mine/model' : 'everybodys/model' }] });
    });
    const ids = async (response: Response): Promise<string[]> =>
      ((await response.json()) as { models: { id: string }[] }).models.map(({ id }) => id);
    expect(await ids(await models.GET(get('/api/models?refresh', headers)))).toEqual(['mine/model']);
    expect(await ids(await models.GET(get('/api/models?refresh')))).toEqual(['everybodys/model']);
    expect(await ids(await models.GET(get('/api/models', headers)))).toEqual(['mine/model']);
  });
});

describe('without SESSION_SECRET', () => {
  it('seals with a secret of this process, and warns once', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { key } = await server({ SESSION_SECRET: '' });
    const headers = sent(await key.PUT(put(KEY)));
    expect((await inForce(await key.GET(get('/api/key', headers)))).owner).toBe('visitor');
    expect(warn.mock.calls).toEqual([[expect.stringContaining('SESSION_SECRET is not set')]]);
    warn.mockClear();
  });
});
