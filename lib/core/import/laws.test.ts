import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '@/lib/core/code/bodies';
import { curl } from '@/lib/core/code/curl';
import type { Json, JsonObject } from '@/lib/core/json';
import type { Message } from '@/lib/core/message';
import { indexModels } from '@/lib/core/model';
import type { Parameter } from '@/lib/core/parameter';
import { PARAMETERS } from '@/lib/core/parameters';
import { buildRequest } from '@/lib/core/request';
import { aModel, anAnswer, aPane, aQuestion, aWorkspace } from '@/lib/core/samples';
import { applyRequest } from './apply-request';
import { readCurl } from './curl-command';
import { readRequest } from './read-request';

const target = { baseUrl: 'https://openrouter.ai/api/v1', streaming: true };
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...HOSTILE));
const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }) as fc.Arbitrary<Json>;

/** Keys that the reader refuses, keys that have a place, and what is no key of an object for JSON. */
const TAKEN =
  /^(__proto__|constructor|prototype|model|models|messages|prompt|provider|stream|max_completion_tokens|reasoning|reasoning_effort)$/;
const freeKey = text.filter((key) => !TAKEN.test(key) && !PARAMETERS.some(({ name }) => name.split('.')[0] === key));
const safe = (value: JsonObject): boolean => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value));
const object = fc.dictionary(freeKey, json, { maxKeys: 4, noNullPrototype: true }).filter(safe);

function valueOf(parameter: Parameter): fc.Arbitrary<Json> {
  switch (parameter.kind) {
    case 'number':
      return fc.double({ min: parameter.min, max: parameter.max ?? 1e6, noNaN: true }).map((value) => value + 0);
    case 'integer':
      return fc.maxSafeInteger().map((value) => {
        const clamped = Math.min(Math.max(value, parameter.min), parameter.max ?? Number.MAX_SAFE_INTEGER);
        return clamped + 0;
      });
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...parameter.options);
    case 'text':
      return fc.string({ unit: 'binary', minLength: 1, maxLength: 64 });
    case 'list':
      return fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: parameter.maxItems });
    case 'object':
      return fc.constant(JSON.parse(parameter.example) as JsonObject);
  }
}

const sampling = fc
  .record(Object.fromEntries(PARAMETERS.map((parameter) => [parameter.name, valueOf(parameter)])), { requiredKeys: [] })
  .map((record) => record as Record<string, Json>);

const models = indexModels([
  aModel({ supportedParameters: PARAMETERS.flatMap(({ words }) => [...words]) }),
  aModel({ id: 'maker/bare', canonicalSlug: 'b', supportedParameters: ['max_completion_tokens'] }),
  aModel({ id: 'maker/unlisted', canonicalSlug: 'u', supportedParameters: null }),
]);
const modelId = fc.constantFrom('maker/model', 'maker/bare', 'maker/unlisted', 'nobody/knows:free');

const asMessages = (texts: readonly string[]): Message[] =>
  texts.map((said, at) => (at % 2 === 0 ? aQuestion(`${at}`, null, said) : anAnswer(`${at}`, '', said)));

const body = fc
  .record({
    system: text,
    sampling,
    forced: fc.subarray(PARAMETERS.map(({ name }) => name)),
    modelId,
    fallbacks: fc.array(modelId, { maxLength: 3 }),
    routing: object,
    extra: object,
    said: fc.array(text, { maxLength: 5 }),
  })
  .map(
    ({ system, sampling, forced, said, ...pane }) =>
      buildRequest(aWorkspace({ system, sampling, forced }), aPane(pane), asMessages(said), models).body,
  );

/** A workspace in which everything is set already, to be replaced. */
const dirty = aWorkspace({
  system: 'Old',
  sampling: { temperature: 2, top_k: 1, user: 'me' },
  forced: ['top_k'],
  draft: { text: 'old' },
  panes: [aPane({ fallbacks: ['old/old'], routing: { sort: 'price' }, extra: { old: 1 }, sampling: { top_p: 1 } })],
});

function rebuilt(pasted: string): JsonObject {
  const read = readRequest(pasted);
  if ('problem' in read) throw new Error(read.problem);
  const { turns = [], draft = '' } = read.request.dialogue ?? {};
  const workspace = applyRequest(dirty, 'pane', read.request, models);
  const path: Message[] = [...turns, ...(draft === '' ? [] : [{ role: 'user' as const, text: draft }])].map(
    ({ role, text: said }, at) => (role === 'user' ? aQuestion(`${at}`, null, said) : anAnswer(`${at}`, '', said)),
  );
  return buildRequest(workspace, workspace.panes[0] ?? aPane(), path, models).body;
}

describe('import is the way back of export', { timeout: 60_000 }, () => {
  it('reads any JSON body out of the cURL export', () => {
    fc.assert(
      fc.property(fc.oneof(object, fc.constant({})), (value) => {
        const read = readCurl(curl(value, target));
        expect(read).toMatchObject({ body: JSON.stringify({ ...value, stream: true }) });
      }),
      { numRuns: 300 },
    );
  });

  it('gives the pane that would send the same body', () => {
    fc.assert(
      fc.property(body, fc.boolean(), (sent, asCurl) => {
        const pasted = asCurl ? curl(sent, target) : JSON.stringify(sent, null, 2);
        expect(JSON.stringify(rebuilt(pasted))).toBe(JSON.stringify(sent));
      }),
      { numRuns: 300 },
    );
  });

  it('throws for nothing, and says one sentence or more', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          json.map((value) => JSON.stringify(value)),
          text.map((tail) => `curl ${tail}`),
        ),
        (pasted) => {
          const read = readRequest(pasted);
          if ('problem' in read) expect(read.problem).toMatch(/\.$/);
          else for (const remark of read.remarks) expect(remark).toMatch(/\.$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
