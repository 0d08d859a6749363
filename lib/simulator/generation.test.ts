import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { ask, call, dig, shape, timelessContext, userSays } from './test-client';

type Context = ReturnType<typeof timelessContext>;

/** The row of an answer, asked for when it is sure to be there. */
async function rowOf(context: Context, { id }: JsonObject): Promise<JsonObject> {
  context.pass(3_000);
  return (await call(context, `/generation?id=${String(id)}`)).json.data as JsonObject;
}

async function bookedAs(body: JsonObject): Promise<JsonObject> {
  const context = timelessContext();
  return rowOf(context, (await ask(context, body)).json);
}

describe('GET /generation', () => {
  it('knows an answer after a moment, with the keys of the sample', async () => {
    const context = timelessContext();
    const { json } = await ask(
      context,
      { user: 'u-1', session_id: 's-1' },
      { 'HTTP-Referer': 'https://playground.example' },
    );
    const path = `/generation?id=${String(json.id)}`;
    const early = await call(context, path);
    expect(early.response.status).toBe(404);
    expect(early.json).toEqual({ error: { message: `Generation ${String(json.id)} not found`, code: 404 } });
    context.pass(3_000);
    const late = await call(context, path);
    expect(shape(late.json)).toBe(
      '{data{id,upstream_id,api_type,total_cost,usage,upstream_inference_cost,cache_discount,is_byok,created_at,model,app_id,streamed,cancelled,provider_name,latency,moderation_latency,generation_time,finish_reason,native_finish_reason,tokens_prompt,tokens_completion,native_tokens_prompt,native_tokens_completion,native_tokens_completion_images,native_tokens_reasoning,native_tokens_cached,num_media_prompt,num_input_audio_prompt,num_media_completion,num_search_results,num_fetches,web_search_engine,origin,http_referer,user_agent,external_user,session_id,request_id,router,service_tier,data_region,preset_id,workspace_id,response_cache_source_id,provider_responses[{id,endpoint_id,provider_name,model_permaslug,status,latency,is_byok}]}}',
    );
    expect(late.json.data).toMatchObject({
      total_cost: dig(json, 'usage', 'cost'),
      native_tokens_completion: dig(json, 'usage', 'completion_tokens'),
      cancelled: false,
      finish_reason: 'stop',
      external_user: 'u-1',
      session_id: 's-1',
      http_referer: 'https://playground.example',
    });
  });

  it('leaves empty what did not happen', async () => {
    expect(await bookedAs({})).toMatchObject({
      cache_discount: null,
      num_media_prompt: null,
      num_input_audio_prompt: null,
      num_media_completion: null,
      num_search_results: null,
      num_fetches: null,
      web_search_engine: null,
    });
  });

  it.each([
    [{ plugins: [{ id: 'web' }] }, 5, 'native'],
    [{ plugins: [{ id: 'web', engine: 'exa', max_results: 12 }] }, 12, 'exa'],
    [{ tools: [{ type: 'openrouter:web_search', parameters: { engine: 'parallel', max_results: 2 } }] }, 2, 'parallel'],
    [{ model: 'deepseek/deepseek-v3.2:online' }, 5, 'exa'],
  ])('names the engine of a search and counts what it found: %o', async (body, found, engine) => {
    const asked = { model: 'openai/gpt-4.1', ...body };
    expect(await bookedAs(asked)).toMatchObject({ num_search_results: found, web_search_engine: engine });
    const { json } = await ask(timelessContext(), asked);
    expect(dig(json, 'choices', 0, 'message', 'annotations')).toHaveLength(found);
  });

  it('counts the media that went in and came out', async () => {
    const picture = { type: 'image_url', image_url: { url: 'https://example.org/a.png' } };
    const sound = { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } };
    const messages = userSays([{ type: 'text', text: 'What is this?' }, picture, picture, sound]);
    expect(await bookedAs({ model: 'google/gemini-2.5-flash', messages })).toMatchObject({
      num_media_prompt: 3,
      num_input_audio_prompt: 1,
      num_media_completion: null,
    });
    const drawing = { model: 'google/gemini-2.5-flash-image', modalities: ['image', 'text'] };
    expect(await bookedAs(drawing)).toMatchObject({ num_media_prompt: null, num_media_completion: 1 });
  });

  it('tells what the prompt cache saved, or what writing it cost', async () => {
    const context = timelessContext();
    const handbook = 'A handbook has many rules, and each of them counts. '.repeat(300);
    const messages = [
      { role: 'system', content: [{ type: 'text', text: handbook, cache_control: { type: 'ephemeral' } }] },
      ...userSays('Rule 1?'),
    ];
    const model = 'anthropic/claude-sonnet-4.5';
    const costs: number[] = [];
    for (const way of ['cost', 'saving']) {
      const { json } = await ask(context, { model, messages, seed: 1 });
      const { cached_tokens: read = 0, cache_write_tokens: written = 0 } = dig(
        json,
        'usage',
        'prompt_tokens_details',
      ) as Record<string, number>;
      const { cache_discount: discount } = await rowOf(context, json);
      // $3, $3.75 and $0.30 a million: plain, written and read.
      expect(discount, way).toBeCloseTo((read * 2.7 - written * 0.75) / 1e6, 10);
      costs.push(Number(discount));
    }
    expect(costs[0]).toBeLessThan(0);
    expect(costs[1]).toBeGreaterThan(0);
  });

  it('lists the providers that failed before the one that served', async () => {
    const row = await bookedAs({
      model: 'simulator/404-no-endpoints',
      models: ['simulator/down', 'simulator/502', 'openai/gpt-4o-mini'],
    });
    const tries = row.provider_responses as JsonObject[];
    // No provider answers for a model that none offers.
    expect(tries.map(({ provider_name, model_permaslug, status }) => [provider_name, model_permaslug, status])).toEqual(
      [
        ['Simulator', 'simulator/down', 503],
        ['Simulator', 'simulator/502', 502],
        ['OpenAI', 'openai/gpt-4o-mini', 200],
      ],
    );
    expect(tries.map(({ id }) => id)).toEqual([null, null, row.upstream_id]);
    expect(new Set(tries.map(({ endpoint_id }) => endpoint_id)).size).toBe(3);
    expect(tries.map(shape).slice(0, 2)).toEqual([shape(tries[2]), shape(tries[2])]);
    for (const { latency } of tries) expect(latency).toBeGreaterThan(0);
    expect(tries[2]?.latency).toBe(row.latency);
  });

  it('names the tier that a try was routed to', async () => {
    const row = await bookedAs({ model: 'openai/gpt-5-mini', service_tier: 'flex' });
    expect(dig(row.provider_responses, 0, 'routed_service_tier')).toBe('flex');
  });
});
