import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseUsd } from '@/lib/core/money';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { simulate } from './simulate';
import { call, dig, shape, timelessContext } from './test-client';
import { SENTINELS } from './sentinels';

const rowsAt = async (path: string): Promise<JsonObject[]> => {
  const { json } = await call(timelessContext(), path);
  return Array.isArray(json.data) ? json.data.filter(isJsonObject) : [];
};

describe('GET /models', () => {
  it('lists a catalogue of the real size, every id once', async () => {
    const rows = await rowsAt('/models');
    expect(rows.length).toBeGreaterThan(400 + SENTINELS.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { id } of SENTINELS) expect(rows.some((row) => row.id === id)).toBe(true);
  });

  it('keeps the facts in less than 250 KB', () => {
    const file = fileURLToPath(new URL('./catalogue/models.json', import.meta.url));
    expect(readFileSync(file).length).toBeLessThan(250_000);
  });

  it('writes rows with the recorded keys in their order', async () => {
    const { json, response } = await call(timelessContext(), '/models?q=claude-sonnet-4.5');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=3600');
    expect(Object.keys(json)).toEqual(['data', 'total_count', 'links']);
    const row = (json.data as JsonObject[]).find(({ id }) => id === 'anthropic/claude-sonnet-4.5');
    expect(shape(row)).toBe(
      '{id,canonical_slug,hugging_face_id,name,created,context_length,architecture{modality,input_modalities[],output_modalities[],tokenizer,instruct_type},pricing{prompt,completion,web_search,input_cache_read,input_cache_write,input_cache_write_1h,overrides[{min_prompt_tokens,prompt,completion,input_cache_read,input_cache_write,input_cache_write_1h}]},top_provider{context_length,max_completion_tokens,is_moderated},per_request_limits,supported_parameters[],default_parameters{temperature,top_p,top_k,frequency_penalty,presence_penalty,repetition_penalty},reasoning{mandatory},knowledge_cutoff,expiration_date,links{details},description,supported_voices}',
    );
    expect(row).toMatchObject({
      canonical_slug: 'anthropic/claude-4.5-sonnet-20250929',
      created: 1759161676,
      pricing: { prompt: '0.000003', completion: '0.000015' },
    });
  });

  it('has readable prices and a description in every row', async () => {
    for (const row of await rowsAt('/models')) {
      expect(parseUsd(String(dig(row, 'pricing', 'prompt')))).not.toBeNull();
      expect(String(row.description).length).toBeGreaterThan(20);
    }
  });

  it('filters, searches, sorts and pages', async () => {
    const all = await rowsAt('/models');
    const tools = await rowsAt('/models?supported_parameters=tools,logprobs');
    expect(tools.length).toBeGreaterThan(20);
    expect(tools.length).toBeLessThan(all.length);
    const images = await rowsAt('/models?output_modalities=image');
    expect(images.every((row) => (dig(row, 'architecture', 'output_modalities') as string[]).includes('image'))).toBe(
      true,
    );
    const contexts = (await rowsAt('/models?sort=context-high-to-low')).map((row) => Number(row.context_length));
    expect(contexts).toEqual(contexts.toSorted((a, b) => b - a));
    const first = await call(timelessContext(), '/models?limit=100');
    expect(dig(first.json, 'links', 'next')).toBe('/api/v1/models?limit=100&offset=100');
    const second = await rowsAt('/models?limit=100&offset=100');
    expect([...(first.json.data as JsonObject[]), ...second].map(({ id }) => id)).toEqual(
      all.slice(0, 200).map(({ id }) => id),
    );
    expect(dig((await call(timelessContext(), '/models?offset=400&limit=500')).json, 'links', 'next')).toBeNull();
  });
});

describe('a query', () => {
  const ids = async (query: string): Promise<unknown[]> => (await rowsAt(`/models?${query}`)).map(({ id }) => id);
  const every = async (query: string, holds: (row: JsonObject) => boolean): Promise<void> => {
    const [all, found] = [await rowsAt('/models'), await rowsAt(`/models?${query}`)];
    expect(found.map(({ id }) => id)).toEqual(all.filter(holds).map(({ id }) => id));
    expect([found.length > 0, found.length < all.length]).toEqual([true, true]);
  };
  const price = (row: JsonObject, key: string): number => Math.max(0, Number(dig(row, 'pricing', key)) * 1e6);

  it.each<[string, (row: JsonObject) => boolean]>([
    ['context=1000000', (row) => Number(row.context_length) >= 1_000_000],
    ['min_price=2&max_price=3', (row) => price(row, 'prompt') >= 2 && price(row, 'prompt') <= 3],
    ['min_output_price=10', (row) => price(row, 'completion') >= 10],
    ['max_output_price=0', (row) => price(row, 'completion') === 0],
    ['model_authors=openai,x-ai', (row) => /^~?(?:openai|x-ai)\//.test(String(row.id))],
    ['arch=claude,Gemini', (row) => /^(?:Claude|Gemini)$/.test(String(dig(row, 'architecture', 'tokenizer')))],
    ['max_age_days=30', (row) => Number(row.created) >= Date.UTC(2026, 6, 23, 9, 13, 0, 412) / 1000],
  ])('%s keeps the rows that it is about', every);

  it('asks for the providers of a model too', async () => {
    expect(await ids('providers=amazon-bedrock')).toContain('anthropic/claude-haiku-4.5');
    expect(await ids('providers=groq')).not.toContain('anthropic/claude-haiku-4.5');
    const zdr = await ids('zdr=true');
    expect(zdr.length).toBeLessThan((await ids('')).length);
    const { json } = await call(timelessContext(), `/models/${String(zdr[0])}/endpoints`);
    const safe = new Set((await rowsAt('/endpoints/zdr')).map(({ name }) => name));
    expect((dig(json, 'data', 'endpoints') as JsonObject[]).some(({ name }) => safe.has(name))).toBe(true);
  });

  it('sorts by speed as the first endpoints have it', async () => {
    const [fastest] = await ids('sort=throughput-high-to-low');
    const [soonest] = await ids('sort=latency-low-to-high');
    const first = async (id: unknown, key: string): Promise<number> =>
      Number(
        dig(
          (await call(timelessContext(), `/models/${String(id)}/endpoints`)).json,
          'data',
          'endpoints',
          0,
          key,
          'p50',
        ),
      );
    for (const other of ['openai/gpt-4o-mini', 'anthropic/claude-haiku-4.5', 'deepseek/deepseek-v3.2']) {
      expect(await first(fastest, 'throughput_last_30m')).toBeGreaterThanOrEqual(
        await first(other, 'throughput_last_30m'),
      );
      expect(await first(soonest, 'latency_last_30m')).toBeLessThanOrEqual(await first(other, 'latency_last_30m'));
    }
  });

  it.each([
    ['limit=-1', 'limit must be at least 1'],
    ['limit=0', 'limit must be at least 1'],
    ['limit=1001', 'limit must be at most 1000'],
    ['limit=ten', 'limit expected number'],
    ['offset=-1', 'offset must be at least 0'],
    ['offset=1.5', 'offset expected integer'],
    ['max_price=cheap', 'max_price expected number'],
  ])('%s is a 400 that says why', async (query, why) => {
    for (const path of ['/models', '/models/count']) {
      const { response, json } = await call(timelessContext(), `${path}?${query}`);
      expect(response.status).toBe(400);
      expect(dig(json, 'error', 'message')).toBe(`Invalid input: ${why}`);
    }
  });

  it('may ask for what nobody knows', async () => {
    expect(await ids('category=programming&novelty=1')).toEqual(await ids(''));
  });
});

describe('endpoints', () => {
  it('have the keys of the sample, by id, by canonical slug and by alias', async () => {
    const { json } = await call(timelessContext(), '/models/deepseek/deepseek-v3.2/endpoints');
    expect(shape(json)).toBe(
      '{data{id,name,created,description,architecture{modality,input_modalities[],output_modalities[],tokenizer,instruct_type},endpoints[{name,model_id,model_name,context_length,pricing{prompt,completion,input_cache_read,discount},provider_name,tag,quantization,max_completion_tokens,max_prompt_tokens,supported_parameters[],status,uptime_last_5m,uptime_last_30m,uptime_last_1d,supports_implicit_caching,supports_voice_cloning,latency_last_30m{p50,p75,p90,p99},throughput_last_30m{p50,p75,p90,p99},supports_tool_choice{auto,function,none,required}}]}}',
    );
    const dated = await call(timelessContext(), '/models/anthropic/claude-4.5-sonnet-20250929/endpoints');
    expect(dig(dated.json, 'data', 'id')).toBe('anthropic/claude-sonnet-4.5');
    const alias = await call(timelessContext(), '/models/~anthropic/claude-opus-latest/endpoints');
    expect(dig(alias.json, 'data', 'endpoints')).not.toHaveLength(0);
    expect((await call(timelessContext(), '/models/nobody/nothing/endpoints')).response.status).toBe(404);
    const unnamed = await simulate(
      new Request('http://x/api/v1/models/deepseek/deepseek-v3.2/endpoints'),
      timelessContext(),
    );
    const told = dig((await unnamed.json()) as Json, 'data', 'endpoints', 0);
    expect([dig(told, 'latency_last_30m'), dig(told, 'throughput_last_30m')]).toEqual([null, null]);
    expect((await call(timelessContext(), '/models/%E0%A4%A/x/endpoints')).response.status).toBe(404);
  });

  it('offer every model somewhere, first at the price of its row', async () => {
    for (const row of await rowsAt('/models')) {
      if (String(row.id).startsWith('openrouter/')) continue;
      const { json } = await call(timelessContext(), String(dig(row, 'links', 'details')).replace('/api/v1', ''));
      expect(dig(json, 'data', 'endpoints', 0, 'pricing', 'prompt'), String(row.id)).toBeDefined();
    }
  });

  it('name their providers, and which of them keep nothing', async () => {
    const providers = await rowsAt('/providers');
    expect(shape(providers[0])).toBe(
      '{name,slug,headquarters,datacenters[],privacy_policy_url,terms_of_service_url,status_page_url}',
    );
    const names = new Set(providers.map(({ name }) => name));
    const zdr = await rowsAt('/endpoints/zdr');
    expect(zdr.length).toBeGreaterThan(100);
    expect(zdr.every(({ provider_name: name }) => names.has(name ?? ''))).toBe(true);
  });
});
