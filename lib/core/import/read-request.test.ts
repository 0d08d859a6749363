import { describe, expect, it } from 'vitest';
import { readRequest } from './read-request';

const KEY = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
const URL = 'https://openrouter.ai/api/v1/chat/completions';
const MESSAGES = [{ role: 'user', content: 'Hi' }];

function good(pasted: string | object) {
  const read = readRequest(typeof pasted === 'string' ? pasted : JSON.stringify(pasted));
  if ('problem' in read) throw new Error(read.problem);
  return read;
}
const problemOf = (text: string): string => {
  const read = readRequest(text);
  return 'problem' in read ? read.problem : `read: ${JSON.stringify(read)}`;
};

describe('a cURL command', () => {
  it('gives model, settings and prompt, and not the key', () => {
    const read = good(`curl ${URL} \\
      -H "Authorization: Bearer ${KEY}" -H 'Content-Type: application/json' -H 'X-Title: mine' \\
      -d '{"model":"a/b","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"It'\\''s me"}],"temperature":0.2}'`);
    expect(read.request).toEqual({
      modelId: 'a/b',
      fallbacks: [],
      routing: {},
      sampling: { temperature: 0.2 },
      extra: {},
      dialogue: { system: 'Be brief.', turns: [], draft: "It's me" },
    });
    expect(read.remarks).toEqual([
      'A key was left out: the playground never keeps keys from a paste.',
      'The header “X-Title” was left out.',
    ]);
    expect(JSON.stringify(read)).not.toContain('sk-or');
  });

  it.each([
    ['joined to the option', `curl ${URL} -sSd'{"model":"a/b"}'`],
    ['--json', `curl --json '{"model":"a/b"}' ${URL}`],
    ['--data=', `curl ${URL} --data='{"model":"a/b"}'`],
    ['--data-raw, ANSI quoting', `curl ${URL} --data-raw $'{"model":"a\\u002fb"}' --compressed`],
    ['double quotes', `$ curl -X POST ${URL} -d "{\\"model\\":\\"a/b\\"}"`],
    ['several --json', `curl ${URL} --json '{"model":' --json '"a/b"}'`],
    ['a key before it', `KEY=${KEY} /usr/bin/curl ${URL} -d '{"model":"a/b"}' | jq .`],
  ])('%s', (_, command) => {
    const read = good(command);
    expect(read.request.modelId).toBe('a/b');
    expect(JSON.stringify(read)).not.toContain('sk-or');
  });

  // As Chrome copies it for cmd.exe, with a line break in the text; as one writes it there; as PowerShell has it.
  it.each([
    [
      'carets before everything',
      `curl ^"${URL}^" ^\r\n  -H ^"authorization: Bearer ${KEY}^" ^\r\n  --data-raw ^"^{^\\^"model^\\^":^\\^"a/b^\\^",^\\^"prompt^\\^":^\\^"100^%^ sure\\n^\\^"^}^"`,
      '100% sure\n',
    ],
    [
      'carets at the ends of lines',
      `curl.exe -X POST "${URL}" ^\n  -H "Content-Type: application/json" ^\n  -d "{\\"model\\":\\"a/b\\",\\"prompt\\":\\"It's 2, \\\\\\"so\\\\\\"\\"}" | more`,
      'It\'s 2, "so"',
    ],
    [
      'backticks at the ends of lines',
      `curl.exe ${URL} \`\r\n  -H 'Content-Type: application/json' \`\n  -d '{"model":"a/b","prompt":"Hi"}'`,
      'Hi',
    ],
  ])('of Windows: %s', (_, command, prompt) => {
    const read = good(command);
    expect(read.request).toMatchObject({ modelId: 'a/b', dialogue: { draft: prompt } });
    expect(JSON.stringify(read)).not.toContain('sk-or');
  });

  it.each([
    ['in the text', `curl ${URL} -d '{"model":"a/b","prompt":"^"}'`],
    ['in a text with an apostrophe', `curl ${URL} -d "{\\"model\\":\\"a/b\\",\\"prompt\\":\\"^\\"}"`],
  ])('keeps a caret %s as it is', (_, command) => {
    expect(good(command).request.dialogue?.draft).toBe('^');
  });

  it.each([
    ['@file', `curl ${URL} -d @body.json`, /file.*cannot be read/],
    ['a here-document', `curl ${URL} -d @- <<'EOF'\n{}\nEOF`, /here-document/],
    ['a form', `curl ${URL} -F a=b`, /form/],
    ['no body', `curl ${URL}`, /sends no body/],
    ['another program', 'wget x', /begins with “curl”/],
    ['nothing', '', /begins with “curl”/],
    ['a body that is no JSON', `curl ${URL} -d a=b`, /body cannot be read/],
    ['an open quote', `curl ${URL} -d '{`, /never closed/],
    ['5 MB', `curl ${URL} -d '${'x'.repeat(5_000_000)}'`, /longer than/],
    ['binary', '\u0000\u0001\u0002', /zero bytes/],
  ])('%s is refused by a sentence', (_, command, problem) => expect(problemOf(command)).toMatch(problem));

  it('names what it leaves out, and no value', () => {
    const { remarks } = good(
      `curl -X PUT https://user:pass@example.com/v1/messages?key=${KEY} -u me:hunter2 --frob -H 'x-api-key: hunter2' -d "{\\"model\\":\\"$M\\"}" > out.json`,
    );
    const all = remarks.join('\n');
    expect(all).toMatch(/“PUT”[^]*--frob[^]*\$M stands[^]*“>”[^]*example\.com[^]*not one of chat completions/);
    expect(all).not.toMatch(/hunter2|pass@|sk-or|out\.json/);
  });
});

describe('a JSON body', () => {
  it('puts other names in their place', () => {
    const { request, remarks } = good({
      models: ['a/a', 'b/b', 'c/c', 'd/d', 'e/e'],
      max_completion_tokens: 5,
      reasoning_effort: 'low',
      stop: 'END',
      seed: null,
      provider: { sort: 'price' },
      tools: [{ type: 'function' }],
      stream: false,
    });
    expect(request).toEqual({
      modelId: 'a/a',
      fallbacks: ['b/b', 'c/c', 'd/d'],
      routing: { sort: 'price' },
      sampling: { max_tokens: 5, 'reasoning.effort': 'low', stop: ['END'] },
      extra: { tools: [{ type: 'function' }] },
      dialogue: null,
    });
    expect(remarks.join('\n')).toMatch(
      /first 3[^]*Max tokens[^]*Reasoning effort[^]*“seed” is null[^]*“stream”[^]*“tools”/,
    );
  });

  it('reads reasoning key by key, and whole when it holds more', () => {
    expect(good({ reasoning: { effort: 'high', exclude: true } }).request.sampling).toEqual({
      'reasoning.effort': 'high',
      'reasoning.exclude': true,
    });
    const whole = good({ reasoning: { effort: 'high', summary: 'auto' } }).request;
    expect(whole).toMatchObject({ sampling: {}, extra: { reasoning: { effort: 'high', summary: 'auto' } } });
  });

  it('does not apply what the table forbids', () => {
    const { request, remarks } = good({ temperature: 9, top_k: 'x', logit_bias: { a: 1 }, top_p: 0.5 });
    expect(request.sampling).toEqual({ top_p: 0.5 });
    expect(remarks).toHaveLength(3);
    expect(remarks[0]).toBe('“temperature” was left out: Temperature must be between 0 and 2.');
  });

  it('keeps a conversation, and names what it cannot hold', () => {
    const { request, remarks } = good({
      messages: [
        { role: 'developer', content: [{ type: 'text', text: 'Be brief.' }] },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look' },
            { type: 'image_url', image_url: {} },
          ],
        },
        { role: 'assistant', content: null, tool_calls: [] },
        { role: 'tool', tool_call_id: '1', content: 'x' },
        { role: 'assistant', content: 'Seen.' },
        { role: 'system', content: 'Late' },
        'junk',
      ],
    });
    expect(request.dialogue).toEqual({
      system: 'Be brief.',
      turns: [
        { role: 'user', text: 'Look' },
        { role: 'assistant', text: 'Seen.' },
      ],
      draft: '',
    });
    expect(remarks.join('\n')).toMatch(
      /developer[^]*image_url[^]*tool_calls[^]*no text[^]*tool’s result[^]*only stand first[^]*no message/,
    );
  });

  it('reads what a file begins with, and a long prompt', () => {
    const prompt = 'x'.repeat(200_000);
    expect(good(`\uFEFF${JSON.stringify({ prompt })}`).request.dialogue?.draft).toBe(prompt);
  });

  it('takes a prompt of old', () => {
    expect(good({ prompt: 'Once upon' }).request.dialogue).toEqual({ system: '', turns: [], draft: 'Once upon' });
  });

  it('keeps no key from anywhere', () => {
    const read = good({ api_key: 'secret-1', messages: [{ role: 'user', content: `My key is ${KEY}.` }], note: KEY });
    expect(JSON.stringify(read)).not.toMatch(/secret-1|sk-or/);
    expect(read.remarks[0]).toMatch(/A key was left out/);
  });

  it.each([
    ['an array', '[1]', /must be a JSON object/],
    ['deep nesting', `{"messages":${'['.repeat(10_000)}`, /nested deeper/],
    ['__proto__', '{"model":"a","__proto__":{"x":1}}', /not allowed/],
    ['an answer', '{"id":"gen-1","choices":[]}', /no chat request/],
    ['a broken body', '{"model":', /not JSON/],
    ['5 MB', `{"model":"${'x'.repeat(5_000_000)}"}`, /longer than/],
  ])('%s is refused by a sentence', (_, text, problem) => {
    expect(problemOf(text)).toMatch(problem);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('sets nothing that is not there', () => {
    expect(good({ messages: MESSAGES }).request).toMatchObject({ modelId: null, sampling: {}, extra: {}, routing: {} });
  });
});
