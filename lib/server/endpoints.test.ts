import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const ENDPOINTS = '/v1/models/maker/model/endpoints';

let asked: string[];
let answers: Record<string, () => Response>;

beforeEach(() => {
  asked = [];
  vi.resetModules();
  vi.stubEnv('OPENROUTER_API_KEY', 'sk-or-v1-test');
  // The list of zero retention is kept for each upstream.
  vi.stubEnv('OPENROUTER_BASE_URL', `http://${crypto.randomUUID()}.test/v1`);
  vi.stubGlobal('fetch', async (input: Request | string | URL) => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    asked.push(path);
    return answers[path]?.() ?? Response.json({ error: { code: 404, message: 'Not here.' } }, { status: 404 });
  });
  answers = {
    [ENDPOINTS]: () => Response.json({ data: { endpoints: [{ provider_name: 'One', tag: 'one', pricing: {} }] } }),
  };
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

async function get(model: string): Promise<Response> {
  const { getEndpoints } = await import('./endpoints');
  return getEndpoints(new Request(`http://127.0.0.1/api/models/endpoints?model=${encodeURIComponent(model)}`));
}

it.each([
  '',
  'model',
  '/model',
  'maker/',
  '../../key',
  'maker/..',
  './model',
  'maker/model/../key',
  'a b/c',
  'a/b?c=d',
])('asks nobody for what is no id: “%s”', async (model) => {
  const response = await get(model);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ failure: { code: 'invalid_model_id' } });
  expect(asked).toEqual([]);
});

it('asks for the model without a variant that has no offers of its own', async () => {
  const response = await get('maker/model:nitro');
  expect(response.status).toBe(200);
  expect(asked.toSorted()).toEqual(['/v1/endpoints/zdr', ENDPOINTS]);
});

it('asks for the offers of a variant that has a row of its own, and never shows those of another', async () => {
  expect((await get('maker/model:free')).status).toBe(404);
  expect(asked.toSorted()).toEqual(['/v1/endpoints/zdr', '/v1/models/maker/model:free/endpoints']);
});

it.each([
  ['is not there', () => new Response('', { status: 404 })],
  ['is a page', () => new Response('<p>Hello</p>')],
  ['has another form', () => Response.json({ data: {} })],
])('leaves unknown what nobody tells: the list of zero retention %s', async (_, zdr) => {
  answers['/v1/endpoints/zdr'] = zdr;
  const { endpoints } = (await (await get('maker/model')).json()) as { endpoints: object[] };
  expect(endpoints).toMatchObject([{ provider: 'One', tag: 'one', zeroRetention: null, uptime: null }]);
});

it('tells who keeps nothing', async () => {
  answers['/v1/endpoints/zdr'] = () => Response.json({ data: [{ model_id: 'maker/model', tag: 'two' }] });
  const { endpoints } = (await (await get('maker/model')).json()) as { endpoints: object[] };
  expect(endpoints).toMatchObject([{ tag: 'one', zeroRetention: false }]);
});

it('tells the failure of the upstream, and a line that is down', async () => {
  expect((await get('maker/other')).status).toBe(404);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  const response = await get('maker/model');
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({ failure: { code: 'unreachable' } });
});
