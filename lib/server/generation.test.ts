import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Generation } from '@/lib/core/generation';

const ID = 'gen-1787401980-Po2Iu3Yt4Re5Wq6Lk7Jh';
const KEY = 'sk-or-v1-the-operators-key-91c2';

// The row of a cancelled answer, as documented.
const ROW = {
  id: ID,
  upstream_id: 'chatcmpl-A1b2C3',
  total_cost: 0.0000147,
  usage: 0.0000147,
  upstream_inference_cost: 0,
  cache_discount: null,
  is_byok: false,
  created_at: '2026-08-22T09:13:00.412Z',
  model: 'openai/gpt-4o-mini',
  streamed: true,
  cancelled: true,
  provider_name: 'OpenAI',
  latency: 412,
  generation_time: 690,
  finish_reason: null,
  tokens_prompt: 11,
  tokens_completion: 20,
  native_tokens_prompt: 10,
  native_tokens_completion: 22,
  native_tokens_reasoning: 0,
  native_tokens_cached: 0,
  user_agent: 'node',
  external_user: 'somebody',
  provider_responses: [
    { id: 'x', endpoint_id: 'e-1', provider_name: 'Azure', model_permaslug: 'openai/gpt-4o-mini', status: 503 },
    { provider_name: 'OpenAI', model_permaslug: 'openai/gpt-4o-mini', status: 200, latency: 412, is_byok: false },
  ],
};

let asked: string[] = [];

async function generation(query: string, answer: (request: Request) => Response = () => Response.json({ data: ROW })) {
  vi.resetModules();
  asked = [];
  vi.stubEnv('OPENROUTER_BASE_URL', 'http://upstream.test/api/v1');
  vi.stubEnv('OPENROUTER_API_KEY', KEY);
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request.url);
    return Promise.resolve(answer(request));
  });
  const { GET } = await import('@/app/api/generation/route');
  return GET(new Request(`http://127.0.0.1/api/generation${query}`));
}

const read = async (response: Response): Promise<Generation> =>
  ((await response.json()) as { generation: Generation }).generation;
beforeEach(() => vi.unstubAllEnvs());
afterEach(() => vi.unstubAllGlobals());

describe('what one answer cost in the end', () => {
  it('is told with exact amounts, who was asked, and nothing of account and app', async () => {
    const response = await generation(`?id=${ID}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const found = await read(response);
    expect(asked).toEqual([`http://upstream.test/api/v1/generation?id=${ID}`]);
    expect(found).toMatchObject({
      id: ID,
      totalCost: '0.0000147',
      upstreamCost: '0',
      cacheDiscount: null,
      cancelled: true,
      finishReason: null,
      latencyMs: 412,
      generationMs: 690,
      nativeTokens: { in: 10, out: 22, cached: 0, reasoning: 0, images: null },
      tokens: { in: 11, out: 20 },
    });
    expect(found.tries.map(({ provider, status }) => [provider, status])).toEqual([
      ['Azure', 503],
      ['OpenAI', 200],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/somebody|"node"/);
  });

  it.each([
    [5.5e-7, '0.00000055'],
    ['0.0000000000000000000125', '0.0000000000000000000125'],
    ['a lot', null],
    [undefined, null],
  ])('costs %o as %o', async (wire, ours) => {
    const found = await read(
      await generation(`?id=${ID}`, () => Response.json({ data: { ...ROW, total_cost: wire } })),
    );
    expect(found.totalCost).toBe(ours);
  });

  it('is known as far as it is told: a field of another form hides no other', async () => {
    const row = { id: ID, model: 7, latency: 'fast', provider_responses: 'none', total_cost: 1, new_field: {} };
    const found = await read(await generation(`?id=${ID}`, () => Response.json({ data: row })));
    expect(found).toMatchObject({
      model: null,
      latencyMs: null,
      tries: [],
      totalCost: '1',
      nativeTokens: { in: null },
    });
  });

  it('is not there for the first seconds', async () => {
    const notYet = { error: { message: `Generation ${ID} not found`, code: 404 } };
    const response = await generation(`?id=${ID}`, () => Response.json(notYet, { status: 404 }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ generation: null });
  });

  it('is asked with a key that no error brings back', async () => {
    const response = await generation(`?id=${ID}`, ({ headers }) =>
      Response.json({ error: { code: 401, message: `No ${headers.get('authorization')}` } }, { status: 401 }),
    );
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(KEY);
  });

  it.each(['', '?id=', '?id=../key', '?id=a%20b', '?id=gen-1%0d%0aX', `?id=${'g'.repeat(129)}`])(
    'is not asked for by %s',
    async (query) => {
      expect((await generation(query)).status).toBe(400);
      expect(asked).toEqual([]);
    },
  );

  it('is a failure where the answer is nothing of the kind', async () => {
    expect((await generation(`?id=${ID}`, () => new Response('<html>'))).status).toBe(502);
  });
});
