import { describe, expect, it } from 'vitest';
import { CHUNK, ENVELOPE, LAST, runs, TIME, USAGE, WEATHER } from './recorded-shapes';
import { ask, call, dig, shape, streamed, timelessContext, userSays } from './test-client';

describe('a plain stream', () => {
  it('has the recorded headers, keys and order of events', async () => {
    const { asked, events } = await streamed(timelessContext(), {
      model: 'anthropic/claude-haiku-4.5',
      max_tokens: 50,
    });
    expect([...asked.response.headers.keys()].toSorted()).toEqual([
      'access-control-allow-origin',
      'access-control-expose-headers',
      'cache-control',
      'content-type',
      'x-generation-id',
    ]);
    expect(asked.response.headers.get('content-type')).toBe('text/event-stream');
    expect(asked.response.headers.get('cache-control')).toBe('no-cache');
    expect(asked.response.headers.get('x-generation-id')).toBe(dig(events, 0, 'id'));
    expect(dig(events, 0, 'id')).toMatch(/^gen-\d{10}-[A-Za-z0-9]{20}$/);
    expect(asked.text.startsWith(': OPENROUTER PROCESSING\n\n')).toBe(true);
    expect(asked.text.endsWith('\n\ndata: [DONE]\n\n')).toBe(true);
    expect(runs(events.map(shape))).toEqual([CHUNK('content,role'), LAST]);
    const [finish, last] = events.slice(-2);
    expect(dig(finish, 'choices', 0)).toEqual({
      index: 0,
      delta: { content: '', role: 'assistant' },
      finish_reason: 'length',
      native_finish_reason: 'max_tokens',
    });
    expect(dig(last, 'choices', 0)).toEqual(dig(finish, 'choices', 0));
    expect(dig(last, 'service_tier')).toBeNull();
  });

  it.each([
    [
      'simulator/form-b',
      '{id,provider,model,object,created,choices[{index,delta{role,content},finish_reason,native_finish_reason,logprobs}],usage{prompt_tokens,completion_tokens,total_tokens,cost,is_byok,prompt_tokens_details{cached_tokens,audio_tokens},cost_details{upstream_inference_cost,upstream_inference_prompt_cost,upstream_inference_completions_cost},completion_tokens_details{reasoning_tokens,image_tokens}}}',
    ],
    ['simulator/form-c', `{id,object,created,model,provider,choices[],usage${USAGE}}`],
  ])('ends in the older way for %s', async (model, last) => {
    const { events } = await streamed(timelessContext(), { model });
    expect(shape(events.at(-1))).toBe(last);
    expect(dig(events.at(-1), 'choices', 0, 'finish_reason') ?? null).toBeNull();
    expect(dig(events.at(-2), 'choices', 0, 'finish_reason')).toBe('stop');
  });
});

describe('an answer that is not streamed', () => {
  it('has the keys of the recorded envelope', async () => {
    const { json, response } = await ask(timelessContext(), {});
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(shape(json)).toBe(ENVELOPE('role,content,refusal,reasoning'));
  });

  it('may come under the dated name of the same model', async () => {
    const { json } = await ask(timelessContext(), { model: 'simulator/dated' });
    expect(json.model).toBe('simulator/dated-20260822');
  });
});

describe('reasoning', () => {
  const tall = 'content,role,reasoning,reasoning_details';

  it('streams as text with a signature in the manner of Claude', async () => {
    const { events } = await streamed(timelessContext(), {
      model: 'anthropic/claude-sonnet-4.5',
      reasoning: { max_tokens: 1024 },
      max_tokens: 2000,
    });
    expect(runs(events.map(shape))).toEqual([
      CHUNK(`${tall}[{type,text,format,index}]`),
      CHUNK('content,role,reasoning_details[{type,signature,format,index}]'),
      CHUNK('content,role'),
      LAST,
    ]);
    expect(dig(events, 0, 'choices', 0, 'delta', 'reasoning_details')).toEqual([
      {
        type: 'reasoning.text',
        text: dig(events, 0, 'choices', 0, 'delta', 'reasoning'),
        format: 'anthropic-claude-v1',
        index: 0,
      },
    ]);
  });

  it('streams as a summary with an encrypted block in the manner of OpenAI', async () => {
    const { events } = await streamed(timelessContext(), {
      model: 'openai/gpt-5-mini',
      reasoning: { effort: 'low', summary: 'auto' },
    });
    expect(runs(events.map(shape))).toEqual([
      CHUNK('content,role'),
      CHUNK(`${tall}[{type,summary,format,index}]`),
      CHUNK(`${tall}[{type,data,id,format,index}]`),
      CHUNK('content,role'),
      LAST,
    ]);
    expect(dig(events, 0, 'choices', 0, 'delta', 'content')).toBe('');
    const closing = events.findIndex((event) => dig(event, 'choices', 0, 'delta', 'reasoning') === null);
    expect(dig(events, closing, 'choices', 0, 'delta', 'reasoning_details', 0, 'type')).toBe('reasoning.encrypted');
    expect(dig(events.at(-1), 'service_tier')).toBe('default');
    expect(dig(events.at(-1), 'choices', 0)).toEqual({
      index: 0,
      delta: { content: '', role: 'assistant' },
      finish_reason: 'stop',
      native_finish_reason: 'completed',
    });
  });

  it.each([true, false])('of OpenAI cannot be read unless a summary is asked for (streamed: %s)', async (stream) => {
    const body = { model: 'openai/gpt-5-mini', reasoning: { effort: 'high' } };
    const { asked, events } = await streamed(timelessContext(), { ...body, stream });
    if (stream) {
      const block = CHUNK(`${tall}[{type,data,id,format,index}]`);
      expect(runs(events.map(shape))).toEqual([CHUNK('content,role'), block, CHUNK('content,role'), LAST]);
      return;
    }
    expect(shape(asked.json)).toBe(
      ENVELOPE('role,content,refusal,reasoning,reasoning_details[{type,data,id,format,index}]'),
    );
    expect(dig(asked.json, 'choices', 0, 'message', 'reasoning')).toBeNull();
  });

  it('can use up every token: length with empty content', async () => {
    const { json } = await ask(timelessContext(), { model: 'openai/gpt-5-mini', max_tokens: 64 });
    expect(shape(json)).toBe(ENVELOPE('role,content,refusal,reasoning'));
    expect(json.choices).toEqual([
      {
        index: 0,
        logprobs: null,
        finish_reason: 'length',
        native_finish_reason: 'max_output_tokens',
        message: { role: 'assistant', content: '', refusal: null, reasoning: null },
      },
    ]);
    const { usage } = json;
    expect([dig(usage, 'completion_tokens'), dig(usage, 'completion_tokens_details', 'reasoning_tokens')]).toEqual([
      64, 64,
    ]);
  });
});

describe('tool calls', () => {
  it('stream their arguments in pieces after the name', async () => {
    const { events } = await streamed(timelessContext(), {
      model: 'anthropic/claude-haiku-4.5',
      messages: userSays('Weather in Oslo?'),
      tools: [WEATHER],
    });
    expect(runs(events.map(shape))).toEqual([
      CHUNK('content,role'),
      CHUNK('content,role,tool_calls[{index,id,type,function{name,arguments}}]'),
      CHUNK('content,role,tool_calls[{index,function{arguments}}]'),
      CHUNK('content,role'),
      LAST,
    ]);
    const pieces = events.map(
      (event) => dig(event, 'choices', 0, 'delta', 'tool_calls', 0, 'function', 'arguments') ?? '',
    );
    expect(JSON.parse(pieces.join(''))).toEqual({ city: 'Oslo' });
    expect(dig(events.at(-1), 'choices', 0)).toEqual({
      index: 0,
      delta: { content: '', role: 'assistant' },
      finish_reason: 'tool_calls',
      native_finish_reason: 'tool_use',
    });
  });

  it('come in parallel, one index each, and singly when told so', async () => {
    const body = { messages: userSays('Weather in Oslo, and the time there?'), tools: [WEATHER, TIME] };
    const { json } = await ask(timelessContext(), body);
    expect(dig(json, 'choices', 0, 'message', 'tool_calls')).toMatchObject([
      { index: 0, function: { name: 'get_weather' } },
      { index: 1, function: { name: 'get_time' } },
    ]);
    const single = await ask(timelessContext(), { ...body, parallel_tool_calls: false });
    expect(dig(single.json, 'choices', 0, 'message', 'tool_calls')).toHaveLength(1);
  });

  it('obey tool_choice', async () => {
    const tools = [WEATHER, TIME];
    const none = await ask(timelessContext(), { messages: userSays('Weather in Oslo?'), tools, tool_choice: 'none' });
    expect(dig(none.json, 'choices', 0, 'finish_reason')).toBe('stop');
    const required = await ask(timelessContext(), { messages: userSays('Sing'), tools, tool_choice: 'required' });
    expect(dig(required.json, 'choices', 0, 'finish_reason')).toBe('tool_calls');
    const named = await ask(timelessContext(), {
      messages: userSays('Sing'),
      tools,
      tool_choice: { type: 'function', function: { name: 'get_time' } },
    });
    expect(dig(named.json, 'choices', 0, 'message', 'tool_calls', 0, 'function', 'name')).toBe('get_time');
  });

  it('are followed by an answer that uses the result', async () => {
    const calls = [{ id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Oslo"}' } }];
    const messages = [
      ...userSays('Weather in Oslo?'),
      { role: 'assistant', content: null, tool_calls: calls },
      { role: 'tool', tool_call_id: 'call_1', content: '{"temp_c":4,"sky":"rain"}' },
    ];
    const { json } = await ask(timelessContext(), { model: 'anthropic/claude-sonnet-4.5', messages, tools: [WEATHER] });
    expect(dig(json, 'choices', 0, 'message', 'content')).toMatch(/temp c\*\*: 4[\s\S]*sky\*\*: rain/);
    expect(dig(json, 'choices', 0, 'finish_reason')).toBe('stop');
  });
});

describe('what rides beside the text', () => {
  it('cites a search before the text and bills it', async () => {
    const { events } = await streamed(timelessContext(), {
      tools: [{ type: 'openrouter:web_search', parameters: { engine: 'exa', max_results: 2 } }],
    });
    expect(shape(events[0])).toBe(
      CHUNK('content,role,annotations[{type,url_citation{url,title,start_index,end_index,content}}]'),
    );
    expect(shape(dig(events.at(-1), 'usage'))).toBe(
      `${USAGE.replace('is_byok,', '').slice(0, -1)},server_tool_use_details{web_search_requests,tool_calls_requested,tool_calls_executed}}`,
    );
    const { cost, cost_details: details } = dig(events.at(-1), 'usage') as {
      cost: number;
      cost_details: { upstream_inference_cost: number };
    };
    expect(cost - details.upstream_inference_cost).toBeCloseTo(0.007, 10);
  });

  it('gives an image whole, in one chunk', async () => {
    const { events } = await streamed(timelessContext(), {
      model: 'google/gemini-2.5-flash-image',
      messages: userSays('A red dot'),
      modalities: ['image', 'text'],
    });
    expect(runs(events.map(shape))).toContain(CHUNK('content,role,images[{type,image_url{url},index}]'));
    const url = events.map((event) => dig(event, 'choices', 0, 'delta', 'images', 0, 'image_url', 'url')).find(Boolean);
    expect(atob(String(url).replace('data:image/png;base64,', '')).slice(1, 4)).toBe('PNG');
    expect(dig(events.at(-1), 'usage', 'completion_tokens_details', 'image_tokens')).toBe(1290);
  });

  it('echoes the upstream body first, with empty choices', async () => {
    const { events } = await streamed(timelessContext(), {
      debug: { echo_upstream_body: true },
      top_k: 3,
      temperature: 0.5,
    });
    expect(events[0]).toMatchObject({
      choices: [],
      debug: { echo_upstream_body: { model: 'gpt-4o-mini', temperature: 0.5 } },
    });
    expect(dig(events, 0, 'debug', 'echo_upstream_body')).not.toHaveProperty('top_k');
  });

  it('tells the metadata in the last chunk when asked to', async () => {
    const { events } = await streamed(
      timelessContext(),
      { model: 'simulator/down', models: ['openai/gpt-4o-mini'] },
      { 'X-OpenRouter-Metadata': 'Enabled' },
    );
    expect(shape(dig(events.at(-1), 'openrouter_metadata'))).toBe(
      '{requested,strategy,region,summary,attempt,is_byok,endpoints{total,available[{provider,model,selected}]},attempts[{provider,model,status}]}',
    );
    expect(dig(events.at(-1), 'openrouter_metadata')).toMatchObject({
      requested: 'simulator/down',
      strategy: 'fallback',
      attempt: 2,
      attempts: [
        { provider: 'Simulator', model: 'simulator/down', status: 503 },
        { provider: 'OpenAI', model: 'openai/gpt-4o-mini', status: 200 },
      ],
    });
  });
});

describe('account routes', () => {
  it('describe the key, and its balance goes down', async () => {
    const context = timelessContext();
    const before = await call(context, '/key');
    expect(shape(before.json)).toBe(
      '{data{label,limit,limit_remaining,limit_reset,include_byok_in_limit,usage,usage_daily,usage_weekly,usage_monthly,byok_usage,byok_usage_daily,byok_usage_weekly,byok_usage_monthly,is_free_tier,is_management_key,is_provisioning_key,creator_user_id,expires_at,rate_limit{requests,interval,note},free_model_daily_requests{limit,remaining,used},allowed_data_regions[],organization_id,workspace_id}}',
    );
    const answer = await ask(context, {});
    const after = await call(context, '/key');
    expect(
      Number(dig(before.json, 'data', 'limit_remaining')) - Number(dig(after.json, 'data', 'limit_remaining')),
    ).toBeCloseTo(Number(dig(answer.json, 'usage', 'cost')), 9);
  });

  it('exchange a code once', async () => {
    const context = timelessContext();
    const body = { code: 'auth_code_1', code_verifier: 'v'.repeat(43), code_challenge_method: 'S256' };
    expect(shape((await call(context, '/auth/keys', body)).json)).toBe('{key,user_id}');
    const again = await call(context, '/auth/keys', body);
    expect(again.response.status).toBe(403);
    expect(again.json).toEqual({ error: { code: 403, message: 'Invalid code or code_verifier' } });
  });
});
