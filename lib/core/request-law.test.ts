import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '@/lib/simulator/catalogue/catalogue';
import { answer } from '@/lib/server/answer';
import type { Upstream } from '@/lib/server/upstream';
import { readCatalogue } from '@/lib/wire/catalogue';
import { parseChatRequest } from '@/lib/wire/chat';
import type { Json, JsonObject } from './json';
import { indexModels } from './model';
import { diceOf, goodValue } from './parameter-samples';
import { PARAMETERS, type Sampling, withParameter } from './parameters';
import { buildRequest } from './request';
import { anAnswer, aPane, aQuestion, aWorkspace } from './samples';

// What is previewed, exported and sent is one value. Here it goes the whole way: as the bytes that the browser posts,
// through the server's reader and its SDK, to the bytes that arrive at the upstream.

const models = readCatalogue({ data: JSON.parse(JSON.stringify(catalogue().rows)) as Json })?.models ?? [];
const index = indexModels(models);
const PAIRS = Math.max(1000, models.length);
const TEXTS = ['Hello', ' ', 'é 東京 🚀 e\u0301', '"\\/\n\t\u2028\u0007', '</script>{"a":1}', '1e999 -0 0.10'];
const EXTRAS: JsonObject[] = [
  {},
  { prompt_cache_key: 'k' },
  { temperature: 0.1, reasoning: { effort: 'low' }, stream: true },
  { tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }], 'a.b': null },
];

function settingsOf(seed: number, modelId: string) {
  const dice = diceOf(seed);
  const oneOf = <T>(list: readonly T[], other: T): T => list[Math.floor(dice() * list.length)] ?? other;
  let sampling: Sampling = {};
  for (const parameter of PARAMETERS)
    if (dice() < 0.4) sampling = withParameter(sampling, parameter.name, goodValue(parameter, dice));
  const pane = aPane({
    modelId,
    fallbacks: Array.from({ length: Math.floor(dice() * 5) }, () => oneOf(models, models[0])?.id ?? ''),
    routing: dice() < 0.3 ? { sort: 'price', max_price: { prompt: 0.5 }, only: ['a', 'b/c'] } : {},
    extra: oneOf(EXTRAS, {}),
    sampling: dice() < 0.3 ? { top_p: 0.25 } : null,
  });
  const workspace = aWorkspace({
    system: oneOf(['', '  ', 'Be brief.\n'], ''),
    sampling,
    forced: PARAMETERS.filter(() => dice() < 0.2).map(({ name }) => name),
    panes: [pane],
  });
  const path = [
    aQuestion('q', null, oneOf(TEXTS, '')),
    anAnswer('a', 'q', oneOf(TEXTS, '')),
    aQuestion('r', 'a', 'Go on.'),
  ];
  return { workspace, pane, path };
}

async function arrive(posted: string): Promise<string[]> {
  const arrived: string[] = [];
  const upstream: Upstream = {
    kind: 'custom',
    baseUrl: 'http://upstream.test/v1',
    send: async (request) => {
      arrived.push(await request.text());
      return Response.json({ error: { code: 400, message: 'Enough.' } }, { status: 400 });
    },
  };
  const parsed = parseChatRequest(JSON.parse(posted) as Json);
  if ('failure' in parsed) throw new Error(parsed.failure.message);
  for (const run of parsed.runs) {
    const chunks = answer(run, upstream, { owner: 'nobody' }, new AbortController().signal);
    while (!(await chunks.next()).done);
  }
  return arrived;
}

it(
  `brings the very bytes of the preview to the upstream, for ${PAIRS} pairs of settings and model`,
  { timeout: 120_000 },
  async () => {
    const met = new Set<string>();
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const model = models[turn++ % models.length];
        if (!model) throw new Error('The catalogue is empty.');
        met.add(model.id);
        const { workspace, pane, path } = settingsOf(seed, model.id);
        const { body, notes } = buildRequest(workspace, pane, path, index);
        const preview = JSON.stringify(body);
        const posted = `{"runs":[{"id":"${crypto.randomUUID()}","body":${preview}}]}`;
        expect(await arrive(posted)).toEqual([preview]);
        for (const { key, sent } of notes)
          if (!sent && !key.includes('.') && !Object.hasOwn(pane.extra, key)) expect(body).not.toHaveProperty([key]);
      }),
      { numRuns: PAIRS },
    );
    expect(met.size).toBe(models.length);
  },
);
