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

const CALL_START = 'content,role,tool_calls[{index,id,type,function{name,arguments}}]';
const CALL_MORE = 'content,role,tool_calls[{index,function{arguments}}]';
const REASONING = 'content,role,reasoning,reasoning_details';
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

/** What tells one event of a stream from another: its keys, what its content is, and its two reasons. */
interface Told {
  keys: string;
  content: 'text' | 'empty' | 'null' | 'none';
  reasons: string;
}

function told(event: JsonObject): Told {
  const content = dig(event, 'choices', 0, 'delta', 'content');
  const reason = (key: string): string => String(dig(event, 'choices', 0, key));
  return {
    keys: shape(event),
    content: content === undefined ? 'none' : content === null ? 'null' : content === '' ? 'empty' : 'text',
    reasons: `${reason('finish_reason')} ${reason('native_finish_reason')}`,
  };
}

/** Pieces of one kind may be many; an event that gives a reason or the usage comes once, so it is never merged. */
const merged = (events: Told[]): Told[] =>
  events.filter((event, i) => {
    const before = events[i - 1];
    const piece = event.reasons === 'null null' && !event.keys.includes('usage');
    return !piece || before?.keys !== event.keys || before.content !== event.content;
  });

const piece = (delta: string, content: Told['content'], reasons = 'null null'): Told => ({
  keys: CHUNK(delta),
  content,
  reasons,
});
const TEXT = piece('content,role', 'text');
/** The end of a recorded stream of 2026: the reasons, then the same again beside the usage. */
const ends = (reasons: string, last = LAST): Told[] => [
  piece('content,role', 'empty', reasons),
  { keys: last, content: 'empty', reasons },
];

const OLD =
  '{id,provider,model,object,created,choices[{index,delta{role,content},finish_reason,native_finish_reason,logprobs}]';
const OLD_USAGE =
  'usage{prompt_tokens,completion_tokens,total_tokens,cost,is_byok,prompt_tokens_details{cached_tokens,audio_tokens},cost_details{upstream_inference_cost,upstream_inference_prompt_cost,upstream_inference_completions_cost},completion_tokens_details{reasoning_tokens,image_tokens}}';
const SEARCHED = LAST.replace(
  USAGE,
  `${USAGE.replace('is_byok,', '').slice(0, -1)},server_tool_use_details{web_search_requests,tool_calls_requested,tool_calls_executed}}`,
);
const HAIKU = 'anthropic/claude-haiku-4.5';
const SONNET = 'anthropic/claude-sonnet-4.5';

// In the order of the samples.
const STREAMS: [name: string, body: JsonObject, events: Told[]][] = [
  ['of plain text', { model: HAIKU }, [TEXT, ...ends('stop end_turn')]],
  ['cut by max_tokens', { model: HAIKU, max_tokens: 20 }, [TEXT, ...ends('length max_tokens')]],
  [
    'in the form of 2025',
    { model: 'simulator/form-b' },
    [
      { keys: `${OLD}}`, content: 'text', reasons: 'null null' },
      { keys: `${OLD}}`, content: 'empty', reasons: 'stop stop' },
      { keys: `${OLD},${OLD_USAGE}}`, content: 'empty', reasons: 'null null' },
    ],
  ],
  [
    'in the form of early 2026',
    { model: 'simulator/form-c' },
    [
      TEXT,
      piece('content,role', 'empty', 'stop stop'),
      {
        keys: `{id,object,created,model,provider,choices[],usage${USAGE}}`,
        content: 'none',
        reasons: 'undefined undefined',
      },
    ],
  ],
  ['of a fallback', { model: 'simulator/down', models: ['openai/gpt-4o-mini'] }, [TEXT, ...ends('stop stop')]],
  [
    'of readable reasoning',
    { model: SONNET, reasoning: { max_tokens: 1024 }, max_tokens: 2000 },
    [
      piece(`${REASONING}[{type,text,format,index}]`, 'empty'),
      piece('content,role,reasoning_details[{type,signature,format,index}]', 'empty'),
      TEXT,
      ...ends('stop end_turn'),
    ],
  ],
  [
    'of reasoning in summary',
    { model: 'openai/gpt-5-mini', reasoning: { effort: 'low', summary: 'auto' } },
    [
      piece('content,role', 'empty'),
      piece(`${REASONING}[{type,summary,format,index}]`, 'empty'),
      piece(`${REASONING}[{type,data,id,format,index}]`, 'empty'),
      TEXT,
      ...ends('stop completed'),
    ],
  ],
  [
    'of a tool call',
    { model: HAIKU, messages: userSays('Weather in Oslo?'), tools: [WEATHER] },
    [TEXT, piece(CALL_START, 'null'), piece(CALL_MORE, 'null'), ...ends('tool_calls tool_use')],
  ],
  [
    'of parallel tool calls',
    { messages: userSays('Weather in Oslo, and the time there?'), tools: [WEATHER, TIME], parallel_tool_calls: true },
    [
      piece(CALL_START, 'null'),
      piece(CALL_MORE, 'null'),
      piece(CALL_START, 'null'),
      piece(CALL_MORE, 'null'),
      ...ends('tool_calls tool_calls'),
    ],
  ],
  [
    'of the turn after a tool',
    { model: SONNET, messages: AFTER_A_TOOL, tools: [WEATHER], reasoning: { max_tokens: 1024 }, max_tokens: 2000 },
    [TEXT, ...ends('stop end_turn')],
  ],
  [
    'of JSON under a schema',
    {
      messages: userSays('A made-up person.'),
      response_format: { type: 'json_schema', json_schema: { name: 'person', strict: true, schema: PERSON } },
      provider: { require_parameters: true },
    },
    [TEXT, ...ends('stop stop')],
  ],
  [
    'with citations',
    { tools: [{ type: 'openrouter:web_search', parameters: { engine: 'exa', max_results: 2 } }] },
    [
      piece('content,role,annotations[{type,url_citation{url,title,start_index,end_index,content}}]', 'empty'),
      TEXT,
      ...ends('stop stop', SEARCHED),
    ],
  ],
  [
    'with an image',
    { model: 'google/gemini-2.5-flash-image', messages: userSays('A red dot'), modalities: ['image', 'text'] },
    [TEXT, piece('content,role,images[{type,image_url{url},index}]', 'empty'), ...ends('stop STOP')],
  ],
  [
    'that broke off in 2025',
    { model: 'simulator/error-mid-b' },
    [
      { keys: `${OLD}}`, content: 'text', reasons: 'null null' },
      {
        keys: `${OLD.replace('provider,', 'provider,error{code,message},')},${OLD_USAGE}}`,
        content: 'empty',
        reasons: 'null null',
      },
    ],
  ],
  [
    'of the auto router',
    {
      model: 'openrouter/auto',
      messages: userSays('Hi'),
      plugins: [{ id: 'auto-router', allowed_models: ['google/gemini*'], cost_tier: 'low' }],
    },
    [TEXT, ...ends('stop STOP')],
  ],
];

describe('a stream', () => {
  it.each(STREAMS)('%s has the recorded headers, keys and order of events', async (name, body, recorded) => {
    const { asked, events } = await streamed(timelessContext(), body);
    expect(headersOf(asked.response)).toEqual(STREAM.toSorted());
    expect(asked.text).toMatch(
      /^: OPENROUTER PROCESSING\n\n(?:(?:: OPENROUTER PROCESSING|data: \{[^\n]*\})\n\n)+data: \[DONE\]\n\n$/,
    );
    expect(merged(events.map(told))).toEqual(recorded);
    expect(new Set(events.map(({ id, model, provider }) => `${id} ${model} ${provider}`)).size).toBe(1);
    if (name === 'of JSON under a schema') expect(JSON.parse(deltaText(events))).toHaveProperty('age');
  });

  it('has keep-alives between events too, and ends no differently', async () => {
    const { asked, events } = await streamed(timelessContext(), { model: 'simulator/slow', max_tokens: 3 });
    const lines = asked.text.split('\n\n').map((line) => (line.startsWith('data: {') ? 'event' : line.slice(0, 12)));
    expect(runs(lines).join(' ')).toContain('event : OPENROUTER event');
    expect(merged(events.map(told))).toEqual([TEXT, ...ends('length length')]);
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
