import { describe, expect, it } from 'vitest';
import { readSharedLink, withoutShared } from './shared-link';

const pane = { fallbacks: [], routing: {}, sampling: null, system: null, extra: {} };

describe('a link that somebody wrote', () => {
  const link =
    'model=openai/gpt-4o-mini&models=a/b,%20c/d&temperature=0.2&system=Be+brief.&prompt=What%20is%20%7B%7Bx%7D%7D%3F';
  const preset = {
    system: 'Be brief.',
    prompt: 'What is {{x}}?',
    variables: {},
    sampling: { temperature: 0.2 },
    panes: [{ ...pane, modelId: 'openai/gpt-4o-mini', fallbacks: ['a/b', 'c/d'] }],
  };

  it('opens after ? and after #', async () => {
    expect(await readSharedLink(`?${link}`, '')).toEqual({ preset, remarks: [] });
    expect(await readSharedLink('', `#${link}`)).toEqual({ preset, remarks: [] });
  });

  it('has every kind of value', async () => {
    const every =
      '?stop=END&stop=%0A&logprobs=true&seed=-42&reasoning.effort=low&logit_bias={"1":-100}&provider={"sort":"price"}&models=a/b';
    expect(await readSharedLink(every, '')).toEqual({
      preset: {
        variables: {},
        sampling: {
          stop: ['END', '\n'],
          logprobs: true,
          seed: -42,
          'reasoning.effort': 'low',
          logit_bias: { 1: -100 },
        },
        panes: [{ ...pane, modelId: 'a/b', routing: { sort: 'price' } }],
      },
      remarks: [],
    });
  });

  it('has every field of the API: what has no control goes into the extra JSON of the pane', async () => {
    const fields = {
      tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }],
      tool_choice: 'auto',
      plugins: [{ id: 'web' }],
      include_reasoning: false,
      max_tool_calls: 3,
      prompt_cache_key: '42',
      transforms: ['middle-out'],
    };
    const text = Object.entries(fields)
      .map(
        ([name, value]) => `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
      )
      .join('&');
    expect(await readSharedLink('', `#model=a/b&${text}`)).toEqual({
      preset: { variables: {}, panes: [{ ...pane, modelId: 'a/b', extra: fields }] },
      remarks: [expect.stringMatching(/^No place of its own, so kept in the extra JSON and sent: “tools”/)],
    });
    const broken = await readSharedLink('?model=a/b&trace={"__proto__":1}&debug=1,"x":2&tools=[', '');
    expect(broken).toEqual({
      preset: { variables: {}, panes: [{ ...pane, modelId: 'a/b' }] },
      remarks: ['tools', 'trace', 'debug'].map((name) => `“${name}” was left out: it is not JSON.`),
    });
    expect(await readSharedLink(`?${text}&debug=1&route=home`, '')).toBeNull();
  });

  it('holds nothing of what it does not name', async () => {
    expect(await readSharedLink('?prompt=Hi', '')).toEqual({ preset: { variables: {}, prompt: 'Hi' }, remarks: [] });
  });

  it('says what was not understood', async () => {
    const read = await readSharedLink(
      '?temperature=hot&top_p=&top_k=1&top_k=2&utm_source=x&api_key=sk-1&__proto__=1',
      '',
    );
    expect(read).toEqual({
      preset: { variables: {}, sampling: { top_k: 1 } },
      remarks: [
        '“temperature” was left out: Temperature takes a number between 0 and 2.',
        '“top_p” was left out: Top P takes a number between 0 and 1.',
        '“top_k” stands in the link more than once; the first counts.',
        'Not understood, and left out: “utm_source”, “api_key”, “__proto__”.',
      ],
    });
    expect(await readSharedLink('?top_k=1&provider={"sort":"price"}', '')).toMatchObject({
      remarks: ['Provider routing and what goes into the extra JSON need a “model”, and were left out.'],
    });
  });

  it('never brings a key', async () => {
    const key = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
    const read = await readSharedLink(`?prompt=Use ${key}&system=${key}`, '');
    expect(JSON.stringify(read)).not.toContain('0123456789');
    expect(read).toMatchObject({ remarks: [expect.stringMatching(/A key was left out/)] });
  });

  it('that is none is nothing to us', async () => {
    for (const [search, hash] of [
      ['', ''],
      ['?utm_source=x&code=1', '#composer'],
      ['?%', '#%E0%A4%A'],
      ['?=', '#=&&='],
    ] as const) {
      expect(await readSharedLink(search, hash)).toBeNull();
    }
  });

  it('of 5 MB gives a sentence', async () => {
    expect(await readSharedLink('', `#prompt=${'a'.repeat(5_000_000)}`)).toEqual({
      problem: 'The link is longer than 2 MB.',
    });
  });
});

it('leaves in the address what is not of the link', () => {
  expect(withoutShared('?utm_source=a%20b&model=x&temperature=1')).toBe('?utm_source=a+b');
  expect(withoutShared('?p=1.x')).toBe('');
});
