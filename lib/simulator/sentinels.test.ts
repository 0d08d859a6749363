import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { MALFORMED_TEXT } from './faults/malformed';
import { CHUNK, LAST, runs, WEATHER } from './recorded-shapes';
import { SENTINEL_KEYS, SENTINELS } from './sentinels';
import { ask, contentOf, deltaText, dig, shape, streamed, timelessContext, userSays } from './test-client';

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

  it('answers in some way, streamed and not, without a status it does not name', async () => {
    for (const { id } of SENTINELS) {
      if (/cut|end-early|keep-alive/.test(id)) continue;
      const expected = Number(/\/(\d{3})(?:-|$)/.exec(id)?.[1] ?? (id === 'simulator/down' ? 503 : 200));
      // So few tokens would be paid for, and answered.
      const max_tokens = id === 'simulator/402' ? 4000 : 40;
      const { asked } = await streamed(timelessContext(), { model: id, max_tokens }).catch(() => ({ asked: null }));
      if (asked) expect(asked.response.status, id).toBe(expected);
      const whole = await ask(timelessContext(), { model: id, max_tokens });
      expect(whole.response.status, id).toBe(id === 'simulator/error-first' ? 429 : expected);
    }
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
