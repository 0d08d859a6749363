import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { MALFORMED_TEXT } from './faults/malformed';
import { CHUNK, LAST, runs, WEATHER } from './recorded-shapes';
import { SENTINEL_KEYS, SENTINELS } from './sentinels';
import { simulate } from './simulate';
import { ask, contentOf, deltaText, dig, requestFor, shape, streamed, timelessContext, userSays } from './test-client';

const SAYS = { messages: userSays('Explain sampling') };

/** The cells of every row of README.md whose first one is code that fits. */
const rowsOf = (first: RegExp): string[][] => {
  const readme = readFileSync(fileURLToPath(new URL('./README.md', import.meta.url)), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
  const cells = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
  return cells.filter(([name = '']) => first.test(name));
};

describe('the table', () => {
  it('is the one in README.md, row by row', () => {
    expect(rowsOf(/^simulator\//)).toEqual(SENTINELS.map(({ id, does }) => [id, does]));
    expect(rowsOf(/^-/)).toEqual(SENTINEL_KEYS.map(({ ends, status, does }) => [ends, String(status), does]));
  });

  /** The status that an id names; what it does not name answers with 200. */
  const statusOf = (id: string): number =>
    Number(/\/(\d{3})(?:-|$)/.exec(id)?.[1] ?? (id === 'simulator/down' ? 503 : 200));
  // So few tokens would be paid for, and answered.
  const limitOf = (id: string): number => (id === 'simulator/402' ? 4000 : 40);
  const endless = 'simulator/keep-alive';

  it.each(SENTINELS.map(({ id }) => id).filter((id) => id !== endless))(
    '%s answers with the status it names, streamed and not, and its body ends as it says',
    async (model) => {
      const body = { model, max_tokens: limitOf(model) };
      const response = await simulate(
        requestFor('/chat/completions', { ...SAYS, ...body, stream: true }),
        timelessContext(),
      );
      expect(response.status).toBe(statusOf(model));
      const text = response.text();
      if (model === 'simulator/cut') await expect(text).rejects.toThrow('terminated');
      else if (statusOf(model) !== 200) expect(JSON.parse(await text)).toHaveProperty('error.code', statusOf(model));
      else expect(await text).toMatch(/^(?:: OPENROUTER PROCESSING\n\n)*data: \{/);
      const whole = simulate(requestFor('/chat/completions', { ...SAYS, ...body }), timelessContext());
      expect((await whole).status).toBe(model === 'simulator/error-first' ? 429 : statusOf(model));
      const broken = /\/(?:cut|end-early|malformed)$/.test(model);
      if (broken) await expect((await whole).json()).rejects.toThrow();
      else expect(await (await whole).json()).toBeTypeOf('object');
    },
  );

  it('has one that answers with nothing but comments', async () => {
    const request = requestFor('/chat/completions', { ...SAYS, model: endless, stream: true });
    const response = await simulate(request, timelessContext());
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    for (let i = 0; i < 50; i += 1)
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(': OPENROUTER PROCESSING\n\n');
    await reader?.cancel();
  });
});

describe('broken streams', () => {
  const tail = async (model: string): Promise<{ last: string; text: string; done: boolean }> => {
    const { asked, events } = await streamed(timelessContext(), { model });
    return {
      last: JSON.stringify(events.at(-1)),
      text: deltaText(events),
      done: asked.text.endsWith('data: [DONE]\n\n'),
    };
  };

  it.each([
    [
      'simulator/error-mid',
      false,
      '"error":{"code":502,"message":"Upstream connection was closed","metadata":{"error_type":"provider_unavailable"}},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}',
    ],
    ['simulator/error-mid-b', true, '"error":{"code":400,"message":"Token limit reached"},"model":'],
    ['simulator/error-mid-c', false, '"error":{"code":"server_error","message":"Provider went away"},"choices":[]}'],
    [
      'simulator/error-mid-d',
      true,
      '"finish_reason":"error","native_finish_reason":"MALFORMED_FUNCTION_CALL"}],"usage"',
    ],
  ])('%s breaks after some text in its own form', async (model, done, end) => {
    const broken = await tail(model);
    expect(broken.text.length).toBeGreaterThan(20);
    expect(broken.last).toContain(end);
    expect(broken.done).toBe(done);
  });

  it('error-first sends nothing but keep-alives before the error', async () => {
    const { asked, events } = await streamed(timelessContext(), { model: 'simulator/error-first' });
    expect(asked.response.status).toBe(200);
    expect(events).toHaveLength(1);
    expect(asked.text.match(/: OPENROUTER PROCESSING/g)?.length).toBeGreaterThanOrEqual(2);
    expect(events[0]).toMatchObject({
      error: { code: 429 },
      choices: [{ finish_reason: 'error', native_finish_reason: null }],
    });
  });

  it('malformed keeps its sentence whole for a reader that steps over the rest', async () => {
    const { text } = await ask(timelessContext(), { model: 'simulator/malformed', stream: true });
    let said = '';
    for (const event of text.split('\n\n')) {
      try {
        const delta = dig(JSON.parse(event.replace(/^data: /, '')), 'choices', 0, 'delta', 'content');
        if (typeof delta === 'string') said += delta;
      } catch {
        // The noise.
      }
    }
    expect(said).toBe(MALFORMED_TEXT);
  });

  it('cut breaks the body, end-early only ends it', async () => {
    await expect(ask(timelessContext(), { model: 'simulator/cut', stream: true })).rejects.toThrow('terminated');
    const { asked, events } = await streamed(timelessContext(), { model: 'simulator/end-early' });
    expect(asked.text).not.toContain('[DONE]');
    expect(events.every((event) => dig(event, 'choices', 0, 'finish_reason') === null)).toBe(true);
  });
});

describe('odd streams', () => {
  const ENVELOPE_KEYS = 'id,object,created,model,provider';
  const CALL = { messages: userSays('Weather?'), tools: [WEATHER] };

  it.each<[string, JsonObject, string[]]>([
    ['simulator/refusal', {}, [CHUNK('content,refusal,role'), CHUNK('content,role'), LAST]],
    ['simulator/empty', {}, [CHUNK('content,role'), LAST]],
    [
      'simulator/odd-tool',
      CALL,
      [CHUNK('content,role,tool_calls[{index,id,type,function{name,arguments}}]'), CHUNK('content,role'), LAST],
    ],
    [
      'simulator/error-first',
      {},
      [
        `{${ENVELOPE_KEYS},error{code,message,metadata{error_type,provider_code}},choices[{index,delta{role,content},finish_reason,native_finish_reason}]}`,
      ],
    ],
    [
      'simulator/error-mid',
      {},
      [
        CHUNK('content,role'),
        `{${ENVELOPE_KEYS},error{code,message,metadata{error_type}},choices[{index,delta{content},finish_reason}]}`,
      ],
    ],
    ['simulator/error-mid-c', {}, [CHUNK('content,role'), `{${ENVELOPE_KEYS},error{code,message},choices[]}`]],
    ['simulator/error-mid-d', {}, [CHUNK('content,role'), LAST]],
    ['simulator/end-early', {}, [CHUNK('content,role')]],
    ['simulator/200-error', {}, ['{error{message,code},user_id}']],
    [
      'simulator/all-reasoning',
      { max_tokens: 30 },
      [CHUNK('content,role,reasoning,reasoning_details[{type,text,format,index}]'), CHUNK('content,role'), LAST],
    ],
  ])('of %s has the keys of its sample', async (model, body, shapes) => {
    const { events } = await streamed(timelessContext(), { model, ...body });
    expect(runs(events.map(shape))).toEqual(shapes);
  });

  it.each([
    ['simulator/refusal', {}, 'content_filter', 'content_filter'],
    ['simulator/empty', {}, null, null],
    ['simulator/odd-tool', CALL, 'stop', 'stop'],
    ['simulator/error-mid-d', {}, 'error', 'MALFORMED_FUNCTION_CALL'],
  ])('of %s ends as its sample does', async (model, body, finish, native) => {
    const { events } = await streamed(timelessContext(), { model, ...body });
    expect(dig(events.at(-1), 'choices', 0)).toEqual({
      index: 0,
      delta: { content: '', role: 'assistant' },
      finish_reason: finish,
      native_finish_reason: native,
    });
  });
});

describe('measured streams', () => {
  it('flood sends exactly max_tokens chunks of one token', async () => {
    const { events } = await streamed(timelessContext(), { model: 'simulator/flood', max_tokens: 5000 });
    expect(events.filter((event) => dig(event, 'choices', 0, 'delta', 'content'))).toHaveLength(5000);
    expect(dig(events.at(-1), 'usage', 'completion_tokens')).toBe(5000);
  });

  it.each([
    ['simulator/paced-100', 10],
    ['simulator/paced-500', 2],
    ['simulator/markdown', 10],
  ])('%s sends a token every %i ms', async (model, every) => {
    const due: number[] = [];
    let now = 1_000_000;
    const sleep = async (ms: number): Promise<void> => {
      now += ms;
      due.push(now);
    };
    await streamed(timelessContext({ pace: 1, now: () => now, sleep }), { model, max_tokens: 50 });
    const steps = due.slice(2, 40).map((at, i) => Math.round((at - (due[i + 1] ?? 0)) * 1000) / 1000);
    expect(new Set(steps)).toEqual(new Set([every]));
  });

  it('slow fills the silence with comments', async () => {
    const { text } = await ask(timelessContext(), { model: 'simulator/slow', stream: true, max_tokens: 8 });
    expect(text.match(/: OPENROUTER PROCESSING/g)?.length).toBeGreaterThan(4);
  });

  it('echo gives back the body it received, whatever it holds', async () => {
    const body = { max_tokens: 3, stop: ['"'], novelty: { quotes: '```' }, messages: userSays('Grüße 🚀') };
    const text = contentOf(await ask(timelessContext(), { model: 'simulator/echo', ...body }));
    const [, json = ''] = /^`{4,}json\n([\s\S]*)\n`{4,}$/.exec(text) ?? [];
    expect(JSON.parse(json)).toEqual({ model: 'simulator/echo', ...body });
  });

  it('thinking reasons for more than a thousand tokens', async () => {
    const { json } = await ask(timelessContext(), { model: 'simulator/thinking' });
    expect(Number(dig(json, 'usage', 'completion_tokens_details', 'reasoning_tokens'))).toBeGreaterThan(1000);
    expect(String(dig(json, 'choices', 0, 'message', 'reasoning')).length).toBeGreaterThan(3000);
    expect(contentOf({ json } as never)).toMatch(/\w/);
  });
});
