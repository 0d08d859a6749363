import { describe, expect, it } from 'vitest';
import { LEADS, TITLES } from './corpus/fragments';
import { CLOSERS, GENERAL, OPENERS } from './corpus/general';
import { MODELS } from './corpus/models';
import { OPENROUTER } from './corpus/openrouter';
import { PRICING } from './corpus/pricing';
import { REQUESTS } from './corpus/requests';
import { ROUTING } from './corpus/routing';
import { SAMPLING } from './corpus/sampling';
import { ask, contentOf, dig, timelessContext, userSays } from './test-client';

const reply = async (prompt: string, model = 'openai/gpt-4o-mini'): Promise<string> =>
  contentOf(await ask(timelessContext(), { model, messages: userSays(prompt), seed: 4 }));

const PLAUSIBLE = [
  'Why is my answer cut off?',
  'What is the capital of France?',
  'How do I cook rice?',
  'Plan a weekend in Rome',
  'Write a short story about a dragon',
  'What does top_p do?',
  'Which model should I use for code?',
  'What are the pros and cons of remote work?',
  'Write an email to my boss',
  'Tell me a joke',
];

describe('a reply', () => {
  it.each([
    ['Hello!', /^(Hello|Hi|Good to see)/],
    ['9.9 vs 9.11, which is bigger?', /\*\*9\.9\*\*/],
    ['How many r in strawberry?', /\*\*3 times\*\*/],
    ['Is 91 prime?', /not prime\*\*: 91 = 7 × 13/],
    ['What is 12 * 12?', /\*\*144\*\*/],
    ['Write a Python function', /```python\n[\s\S]+\n```/],
    ['Write some TypeScript', /```typescript\n[\s\S]+\n```/],
    ['Compare Redis and Postgres in a table', /\| \*\*Redis\*\* \|.+\n\| \*\*Postgres\*\* \|/],
    ['Give me 4 tips for naming things', /(?:\n|^)(?:[-*]|4\.) [^\n]+(?![\s\S]*\n(?:[-*]|5\.) )/],
    ['Write a poem about the sea', /the sea[\s\S]+\n\n/],
    ['Return JSON about owls', /```json\n\{[\s\S]+\}\n```/],
    ['Explain photosynthesis', /photosynthesis/i],
    ['Yes or no: are tokens words?', /^(Yes|No)\. /],
    ['Translate "good morning" to French', /^"Good morning" in French is \*\*bonjour\*\*\.$/],
    ['Translate to German: The invoice is due on Friday.', /^I know only a few phrases/],
    ['What is the capital of Japan?', /^The capital of Japan is \*\*Tokyo\*\*\.$/],
    ['Extract the name and age as JSON: Ada is 41', /^```json\n\{"name":"Ada","age":41\}\n```$/],
    ['Review this code: function add(a, b) { return a + b }', /^`add` is [^]*`a` and `b`[^]*\n3\. \w/],
    ['Write a haiku about rain', /^Rain[^\n]+,\n[^\n]+,\n[^\n]+\.$/],
    ['Compare Claude Sonnet 4.5 and GPT-5 mini', /\| \*\*Claude Sonnet 4\.5\*\* \|[^]*\| \*\*GPT-5 mini\*\* \|/],
  ])('to %s fits', async (prompt, form) => {
    expect(await reply(prompt)).toMatch(form);
  });

  it.each(['openai/gpt-4o-mini', 'anthropic/claude-haiku-4.5', 'google/gemini-2.5-flash', 'qwen/qwen3-32b'])(
    'of %s reads well: no sentence comes twice, and no mark is left open',
    async (model) => {
      const context = timelessContext();
      for (const prompt of PLAUSIBLE) {
        const text = contentOf(await ask(context, { model, messages: userSays(prompt) }));
        const sentences: string[] = text.match(/[A-Z][^.!?\n]{24,}[.!?]/g) ?? [];
        const twice = sentences.filter((sentence, i) => sentences.indexOf(sentence) < i);
        expect(twice, `${prompt}\n\n${text}`).toEqual([]);
        expect(text).not.toMatch(/§|\*\*\s*\*\*|^(?:[-*]|\d+\.) \*\*\s|undefined|(?:^|[ .])\.(?: |$)/m);
        expect((text.match(/\*\*/g)?.length ?? 0) % 2, text).toBe(0);
      }
    },
  );

  it.each([
    ['Explain temperature', /temperature/gi, 3],
    ['What does frequency_penalty do?', /penalt/gi, 2],
    ['What is OpenRouter?', /OpenRouter/g, 4],
    ['How do fallbacks work?', /fallback/gi, 3],
    ['Explain prompt caching', /cache/gi, 2],
    ['Why did my request fail with 429?', /429|fail/gi, 2],
    ['Why is my answer cut off?', /cut off/gi, 2],
    ['Explain logprobs', /log probability|log probabilities/gi, 1],
  ])('to "%s" keeps to the subject', async (prompt, about, least) => {
    for (const model of ['openai/gpt-4o-mini', 'anthropic/claude-sonnet-4.5', 'x-ai/grok-4.3'])
      expect((await reply(prompt, model)).match(about)?.length ?? 0, model).toBeGreaterThanOrEqual(least);
  });

  it('is made of whole sentences at default settings', async () => {
    const prose = [
      SAMPLING,
      ROUTING,
      PRICING,
      REQUESTS,
      MODELS,
      OPENROUTER,
      GENERAL,
      OPENERS,
      CLOSERS,
      TITLES,
      LEADS,
    ].flat();
    const context = timelessContext();
    const models = ['openai/gpt-4o-mini', 'anthropic/claude-haiku-4.5', 'x-ai/grok-4.3', 'qwen/qwen3-coder'];
    let [words, broken] = [0, 0];
    for (const prompt of [
      'Explain temperature',
      'What is OpenRouter?',
      'How do fallbacks work?',
      'Explain tokens',
      'What is a schema?',
    ])
      for (const model of models) {
        let text = contentOf(await ask(context, { model, messages: userSays(prompt) }));
        const count = (): number => text.match(/\p{L}+/gu)?.length ?? 0;
        words += count();
        for (const sentence of prose.filter((each) => !each.includes('§'))) text = text.replaceAll(sentence, '');
        for (const sentence of prose.filter((each) => each.includes('§')))
          text = text.replace(new RegExp(sentence.replaceAll(/[.?]/g, '\\$&').replaceAll('§', '[\\w ]+')), '');
        broken += count();
      }
    expect(words).toBeGreaterThan(1500);
    expect(broken / words).toBeLessThan(0.05);
  });

  it('says what it is when it is asked', async () => {
    for (const prompt of ['Who are you?', 'What can you do?', 'Are you a real model?'])
      expect(await reply(prompt)).toMatch(
        /simulator|small language model|real model|my (?:words|answers)|I (?:know|can)/i,
      );
  });

  it('shows code where code is wanted, not wherever a language is named', async () => {
    expect(await reply('Compare Python and JavaScript')).toMatch(/\| \*\*Python\*\* \|/);
    expect(await reply('Should I learn Rust or Go?')).not.toContain('```');
    expect(await reply('How do I sort a list in Rust?')).toContain('```rust');
    expect(await reply('function add(a, b) { return a - b }')).toContain('```');
  });

  it('sounds different from each family, and is about the prompt', async () => {
    const models = [
      'openai/gpt-5.4-mini',
      'anthropic/claude-sonnet-4.5',
      'google/gemini-2.5-flash',
      'x-ai/grok-4.6',
      'meta-llama/llama-3.3-70b-instruct',
    ];
    const texts = await Promise.all(models.map((model) => reply('Explain the water cycle', model)));
    expect(new Set(texts).size).toBe(models.length);
    for (const text of texts) expect(text.toLowerCase()).toContain('the water cycle');
  });

  it('is short when asked to be, by prompt, system or verbosity', async () => {
    const length = async (body: object): Promise<number> =>
      Number(
        dig(
          (
            await ask(timelessContext(), {
              model: 'openai/gpt-5.4-mini',
              messages: userSays('Explain routing'),
              ...body,
            })
          ).json,
          'usage',
          'completion_tokens',
        ),
      );
    const usual = await length({});
    expect(await length({ messages: userSays('Explain routing in one sentence') })).toBeLessThan(usual / 2);
    expect(
      await length({ messages: [{ role: 'system', content: 'Be brief.' }, ...userSays('Explain routing')] }),
    ).toBeLessThan(usual);
    expect(await length({ verbosity: 'low' })).toBeLessThan(usual);
  });

  it('continues a prefilled answer and counts attachments', async () => {
    const prefilled = [...userSays('Explain routing'), { role: 'assistant', content: 'In short,' }];
    expect(contentOf(await ask(timelessContext(), { messages: prefilled }))).toMatch(/^ \w/);
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } };
    const seen = await ask(timelessContext(), {
      messages: userSays([{ type: 'text', text: 'What is this?' }, image, image]),
    });
    expect(contentOf(seen)).toContain('You sent 2 images.');
  });

  it('annotates a parsed file once, and bills the pages', async () => {
    const file = { type: 'file', file: { filename: 'note.pdf', file_data: 'https://example.org/note.pdf' } };
    const messages = userSays([{ type: 'text', text: 'Title?' }, file]);
    const plugins = [{ id: 'file-parser', pdf: { engine: 'mistral-ocr' } }];
    const first = await ask(timelessContext(), { messages, plugins });
    const annotations = dig(first.json, 'choices', 0, 'message', 'annotations') ?? null;
    expect(annotations).toMatchObject([{ type: 'file', file: { name: 'note.pdf' } }]);
    expect(Number(dig(first.json, 'usage', 'cost'))).toBeGreaterThan(0.002);
    const next = [...messages, { role: 'assistant', content: 'A note.', annotations }, ...userSays('And the date?')];
    const second = await ask(timelessContext(), { messages: next, plugins });
    expect(Number(dig(second.json, 'usage', 'cost'))).toBeLessThan(0.002);
  });

  it('speaks, when audio is asked for', async () => {
    const body = {
      model: 'openai/gpt-audio-mini',
      modalities: ['text', 'audio'],
      audio: { voice: 'alloy', format: 'pcm16' },
    };
    const { json } = await ask(timelessContext(), body);
    expect(dig(json, 'choices', 0, 'message', 'audio')).toMatchObject({
      data: expect.stringMatching(/^[\w+/]{1000,}=?=?$/),
      transcript: expect.stringMatching(/\w/),
    });
    expect(Number(dig(json, 'usage', 'completion_tokens_details', 'audio_tokens'))).toBeGreaterThan(0);
  });
});
