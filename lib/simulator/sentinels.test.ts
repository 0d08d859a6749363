import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MALFORMED_TEXT } from './faults/malformed';
import { SENTINEL_KEYS, SENTINELS } from './sentinels';
import { ask, contentOf, deltaText, dig, shape, streamed, timelessContext, userSays } from './test-client';

describe('the table', () => {
  it('is the one in README.md', () => {
    const readme = readFileSync(fileURLToPath(new URL('./README.md', import.meta.url)), 'utf8');
    for (const { id, does } of SENTINELS)
      expect(readme).toMatch(new RegExp(`\\| \`${id}\` +\\| ${does.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} +\\|`));
    for (const { ends } of SENTINEL_KEYS) expect(readme).toContain(`\`${ends}\``);
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

describe('refusals', () => {
  it.each([
    ['simulator/402', '{error{message,code,metadata{limit_source,remedy_hint,provider_name}},user_id}', {}],
    ['simulator/402-in-flight', '{error{message,code,metadata{reason,limit_source}}}', { 'retry-after': '120' }],
    [
      'simulator/403-moderation',
      '{error{message,code,metadata{reasons[],flagged_input,provider_name,model_slug}},user_id}',
      {},
    ],
    [
      'simulator/429',
      '{error{message,code,metadata{headers{X-RateLimit-Limit,X-RateLimit-Remaining,X-RateLimit-Reset},limit_source,provider_name}},user_id}',
      { 'x-ratelimit-limit': '50', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1787443200000' },
    ],
    ['simulator/429-provider', '{error{message,code,metadata{raw,provider_name,is_byok,limit_source}},user_id}', {}],
    [
      'simulator/429-capacity',
      '{error{message,code,availability{code,retryable,retry_after,requested_models[],affected_providers[],fallback_models[],docs_url},metadata{error_type,previous_errors[{provider,code,status}]}}}',
      { 'retry-after': '25' },
    ],
    ['simulator/502', '{error{message,code,metadata{provider_name,raw,error_type,provider_code}}}', {}],
    [
      'simulator/503',
      '{error{message,code,metadata{error_type},availability{code,retryable,retry_after,requested_models[],docs_url}}}',
      { 'retry-after': '15' },
    ],
    [
      'simulator/404-filtered',
      '{error{message,code,metadata{error_type},availability{code,retryable,requested_models[],excluded_by[],constraint{field,detail},docs_url}}}',
      {},
    ],
  ])('%s has the body and the headers of its kind', async (model, body, headers) => {
    const { json, response } = await ask(timelessContext(), { model });
    expect(shape(json)).toBe(body);
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
  });

  it('say how many tokens were asked for, and quote what was flagged', async () => {
    const poor = await ask(timelessContext(), { model: 'simulator/402', max_tokens: 16_000 });
    expect(dig(poor.json, 'error', 'message')).toContain('asked 16000, affordable 2210');
    const few = await ask(timelessContext(), { model: 'simulator/402', max_tokens: 2210 });
    expect([few.response.status, dig(few.json, 'choices', 0, 'finish_reason')]).toEqual([200, 'stop']);
    const more = await ask(timelessContext(), { model: 'simulator/402', max_tokens: 2211 });
    expect(dig(more.json, 'error', 'message')).toContain('asked 2211, affordable 2210');
    const long = await ask(timelessContext(), {
      model: 'simulator/403-moderation',
      messages: userSays(`start ${'x'.repeat(500)} end`),
    });
    const flagged = String(dig(long.json, 'error', 'metadata', 'flagged_input'));
    expect(flagged).toMatch(/^start .* end$/);
    expect(flagged.length).toBeLessThanOrEqual(100);
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
