import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { CHUNK, ENVELOPE, LAST, runs, TIME, USAGE, WEATHER } from './recorded-shapes';
import { simulate } from './simulate';
import { ask, deltaText, dig, requestFor, shape, streamed, timelessContext, userSays } from './test-client';

// Header set, keys and order of events as they were seen in real traffic, for every recorded kind of answer that
// wire-forms.test.ts does not look at more closely.

// The samples leave out which headers a page may read; the reference has it (§1).
const OPEN = ['access-control-allow-origin', 'access-control-expose-headers', 'content-type'];
const ANSWER = [...OPEN, 'x-generation-id'];
const STREAM = [...ANSWER, 'cache-control'];
const headersOf = (response: Response): string[] => [...response.headers.keys()].toSorted();

const OLD =
  '{id,provider,model,object,created,choices[{index,delta{role,content},finish_reason,native_finish_reason,logprobs}]';
const OLD_USAGE =
  'usage{prompt_tokens,completion_tokens,total_tokens,cost,is_byok,prompt_tokens_details{cached_tokens,audio_tokens},cost_details{upstream_inference_cost,upstream_inference_prompt_cost,upstream_inference_completions_cost},completion_tokens_details{reasoning_tokens,image_tokens}}';
const CALL_START = CHUNK('content,role,tool_calls[{index,id,type,function{name,arguments}}]');
const CALL_MORE = CHUNK('content,role,tool_calls[{index,function{arguments}}]');
const PERSON = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' } },
  required: ['name', 'age'],
  additionalProperties: false,
};
const AFTER_A_TOOL = [
  ...userSays('Weather in Oslo?'),
  {
    role: 'assistant',
    content: null,
    reasoning_details: [
      { type: 'reasoning.text', text: 'Ask.', signature: 'c2ln', format: 'anthropic-claude-v1', index: 0 },
    ],
    tool_calls: [{ id: 'toolu_1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Oslo"}' } }],
  },
  { role: 'tool', tool_call_id: 'toolu_1', content: '{"temp_c":4}' },
];

const STREAMS: [name: string, body: JsonObject, shapes: string[]][] = [
  ['of a fallback', { model: 'simulator/down', models: ['openai/gpt-4o-mini'] }, [CHUNK('content,role'), LAST]],
  [
    'of parallel tool calls',
    { messages: userSays('Weather in Oslo, and the time there?'), tools: [WEATHER, TIME], parallel_tool_calls: true },
    [CALL_START, CALL_MORE, CALL_START, CALL_MORE, CHUNK('content,role'), LAST],
  ],
  [
    'of the turn after a tool',
    { model: 'anthropic/claude-sonnet-4.5', messages: AFTER_A_TOOL, tools: [WEATHER] },
    [CHUNK('content,role'), LAST],
  ],
  [
    'of JSON under a schema',
    {
      messages: userSays('A made-up person.'),
      response_format: { type: 'json_schema', json_schema: { name: 'person', strict: true, schema: PERSON } },
    },
    [CHUNK('content,role'), LAST],
  ],
  [
    'with citations',
    { tools: [{ type: 'openrouter:web_search', parameters: { engine: 'exa', max_results: 2 } }] },
    [
      CHUNK('content,role,annotations[{type,url_citation{url,title,start_index,end_index,content}}]'),
      CHUNK('content,role'),
      LAST.replace(
        USAGE,
        `${USAGE.replace('is_byok,', '').slice(0, -1)},server_tool_use_details{web_search_requests,tool_calls_requested,tool_calls_executed}}`,
      ),
    ],
  ],
  [
    'with an image',
    { model: 'google/gemini-2.5-flash-image', messages: userSays('A red dot'), modalities: ['image', 'text'] },
    [CHUNK('content,role'), CHUNK('content,role,images[{type,image_url{url},index}]'), CHUNK('content,role'), LAST],
  ],
  [
    'of the auto router',
    {
      model: 'openrouter/auto',
      messages: userSays('Hi'),
      plugins: [{ id: 'auto-router', allowed_models: ['google/*', 'openai/*'], cost_tier: 'low' }],
    },
    [CHUNK('content,role'), LAST],
  ],
  ['in the form of 2025', { model: 'simulator/form-b' }, [`${OLD}}`, `${OLD},${OLD_USAGE}}`]],
  [
    'in the form of early 2026',
    { model: 'simulator/form-c' },
    [CHUNK('content,role'), `{id,object,created,model,provider,choices[],usage${USAGE}}`],
  ],
  [
    'that broke off in 2025',
    { model: 'simulator/error-mid-b' },
    [`${OLD}}`, `${OLD.replace('provider,', 'provider,error{code,message},')},${OLD_USAGE}}`],
  ],
];

describe('a stream', () => {
  it.each(STREAMS)('%s has the recorded headers, keys and order of events', async (name, body, shapes) => {
    const { asked, events } = await streamed(timelessContext(), body);
    expect(headersOf(asked.response)).toEqual(STREAM.toSorted());
    expect(asked.text).toMatch(/^(?:: OPENROUTER PROCESSING\n\n)+data: [^]*\n\ndata: \[DONE\]\n\n$/);
    expect(runs(events.map(shape))).toEqual(shapes);
    if (name === 'of the auto router') expect(dig(events, 0, 'model')).toMatch(/^(?:google\/gem|openai\/)/);
    if (name === 'of JSON under a schema') expect(JSON.parse(deltaText(events))).toHaveProperty('age');
  });

  it('has keep-alives between events too', async () => {
    const { text } = await ask(timelessContext(), { model: 'simulator/slow', stream: true, max_tokens: 3 });
    const lines = text.split('\n\n').map((line) => (line.startsWith('data: {') ? 'event' : line.slice(0, 12)));
    expect(runs(lines).join(' ')).toContain('event : OPENROUTER event');
  });
});

const FILE = { type: 'file', file: { filename: 'note.pdf', file_data: 'https://example.org/note.pdf' } };
const HANDBOOK = 'Be kind to whoever asks, and short. '.repeat(400);

const WHOLES: [name: string, body: JsonObject, message: string][] = [
  ['under the dated name of its model', { model: 'simulator/dated' }, ''],
  [
    'with a prompt cache written',
    {
      model: 'anthropic/claude-sonnet-4.5',
      max_tokens: 60,
      messages: [
        { role: 'system', content: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }] },
        ...userSays('Rule 1?'),
      ],
    },
    '',
  ],
  [
    'with a parsed file',
    {
      messages: userSays([{ type: 'text', text: 'Title?' }, FILE]),
      plugins: [{ id: 'file-parser', pdf: { engine: 'mistral-ocr' } }],
    },
    ',annotations[{type,file{hash,name,content[{type,text}]}}]',
  ],
];

describe('an answer that is not streamed', () => {
  it.each(WHOLES)('%s has the recorded headers and keys', async (_, body, message) => {
    const { json, response } = await ask(timelessContext(), body);
    expect(headersOf(response)).toEqual(ANSWER.toSorted());
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(shape(json)).toBe(ENVELOPE(`role,content,refusal,reasoning${message}`));
    expect(response.headers.get('x-generation-id')).toBe(dig(json, 'id'));
  });

  it('with a prompt cache read has the keys of the one that wrote it', async () => {
    const context = timelessContext();
    const [, body] = WHOLES.find(([name]) => name === 'with a prompt cache written') ?? [];
    const [write, read] = [await ask(context, body ?? {}), await ask(context, body ?? {})];
    expect(shape(read.json)).toBe(shape(write.json));
    const details = [write, read].map(({ json }) => dig(json, 'usage', 'prompt_tokens_details') as JsonObject);
    expect([details[0]?.cached_tokens, details[1]?.cache_write_tokens]).toEqual([0, 0]);
    expect(details[1]?.cached_tokens).toBe(details[0]?.cache_write_tokens);
  });
});

describe('an error', () => {
  it('under HTTP 200 has the recorded headers and keys', async () => {
    const { json, response } = await ask(timelessContext(), { model: 'simulator/200-error' });
    expect(response.status).toBe(200);
    expect(headersOf(response)).toEqual(OPEN);
    expect(shape(json)).toBe('{error{message,code},user_id}');
  });

  it('without a key has the recorded headers and keys', async () => {
    const request = requestFor('/chat/completions', { model: 'openai/gpt-4o-mini', messages: userSays('Hi') });
    request.headers.delete('authorization');
    const response = await simulate(request, timelessContext());
    expect(response.status).toBe(401);
    expect(headersOf(response)).toEqual(OPEN);
    expect(await response.json()).toEqual({ error: { message: 'Missing Authentication header', code: 401 } });
  });
});
