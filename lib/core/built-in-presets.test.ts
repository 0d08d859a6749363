import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/simulator/catalogue/catalogue';
import { ask, type Asked, contentOf, dig, timelessContext } from '@/lib/simulator/test-client';
import { readCatalogue } from '@/lib/wire/catalogue';
import { BUILT_IN_PRESETS, isBuiltIn } from './built-in-presets';
import type { Json, JsonObject } from './json';
import { cleanTags, latestOf } from './library';
import { indexModels } from './model';
import { complaint } from './parameter';
import { parameterOf } from './parameters';
import { withPreset } from './preset';
import { buildRequest } from './request';
import { isSavedPreset } from './stored-preset';
import { aQuestion, aWorkspace } from './samples';
import { fill, whyBlocked } from './variables';

const models = readCatalogue({ data: JSON.parse(JSON.stringify(catalogue().rows)) as Json })?.models ?? [];
const index = indexModels(models);

const preset = (key: string) => {
  const found = BUILT_IN_PRESETS.find(({ id }) => id === `built-in:${key}`);
  if (!found) throw new Error(key);
  return latestOf(found);
};

/** What Run would send once it was applied: all that it sets, with nothing dropped and nothing in conflict. */
function bodyOf(key: string): JsonObject {
  const workspace = withPreset(aWorkspace(), preset(key), () => 'pane');
  const [pane] = workspace.panes;
  if (!pane) throw new Error(key);
  const asked = aQuestion('q', null, fill(workspace.draft.text, workspace.variables));
  const { body, notes } = buildRequest(workspace, pane, [asked], index);
  expect(notes.filter(({ state }) => state === 'dropped' || state === 'conflict')).toEqual([]);
  return { ...body, stream: false };
}

const answer = async (key: string, change: JsonObject = {}, seed = 7): Promise<Asked> => {
  const asked = await ask(timelessContext({ seed }), { ...bodyOf(key), ...change });
  expect(asked.json).not.toHaveProperty('error');
  return asked;
};

describe.each(BUILT_IN_PRESETS.map((saved) => [saved.name, saved] as const))('%s', (_, saved) => {
  const { sampling = {}, panes = [] } = latestOf(saved);

  it('is a preset like any other, with values that the table allows and models that there are', () => {
    expect(isSavedPreset(saved)).toBe(true);
    expect(isBuiltIn(saved.id)).toBe(true);
    expect(saved.tags).toEqual(cleanTags(saved.tags));
    expect(saved.description).toMatch(/^[A-Z].{20,}\.$/);
    for (const [name, value] of Object.entries(sampling)) {
      const parameter = parameterOf(name);
      expect(parameter && value !== undefined && complaint(parameter, value)).toBeNull();
    }
    const ids = new Set(models.map(({ id }) => id));
    for (const { modelId, fallbacks } of panes) for (const id of [modelId, ...fallbacks]) expect(ids).toContain(id);
  });

  it('can be sent as it is, and is answered', async () => {
    const workspace = withPreset(aWorkspace(), latestOf(saved), () => 'pane');
    expect(whyBlocked(workspace)).toBeUndefined();
    expect(JSON.stringify(bodyOf(saved.id.slice(9)))).not.toContain('{{');
    const { response, json } = await answer(saved.id.slice(9));
    expect(response.status).toBe(200);
    expect(dig(json, 'choices', 0, 'finish_reason')).toMatch(/^(stop|tool_calls)$/);
  });
});

describe('what each is there to show', () => {
  const texts = (key: string) => Promise.all([1, 2, 3].map(async (seed) => contentOf(await answer(key, {}, seed))));

  it('JSON extraction gives the person, and nothing but JSON', async () => {
    expect(JSON.parse(contentOf(await answer('json')))).toEqual({ name: 'John', age: 30, city: 'NYC' });
  });

  it('Deterministic says the same whatever the dice, and Creative does not', async () => {
    expect(new Set(await texts('deterministic')).size).toBe(1);
    expect(new Set(await texts('creative')).size).toBe(3);
  });

  it('Factual is cooler than Creative', () => {
    expect([bodyOf('factual')['temperature'], bodyOf('creative')['temperature']]).toEqual([0.2, 1.2]);
  });

  it('Cheap first asks the cheap model, and the premium one when that is down', async () => {
    expect((await answer('cheap-first')).json['model']).toMatch(/^google\/gemini-2\.5-flash-lite/);
    const { json } = await answer('cheap-first', { model: 'simulator/503' });
    expect(json['model']).toMatch(/^anthropic\/claude/);
  });

  it('Auto router is served by a model that it picked', async () => {
    expect((await answer('auto')).json['model']).not.toMatch(/^openrouter\//);
  });

  it('Code review sends the code with its instructions', () => {
    expect(JSON.stringify(bodyOf('review')['messages'])).toMatch(/You review Python code.*def mean\(values\)/);
  });

  it('Tool use calls the tool with a city', async () => {
    const { json } = await answer('tools');
    expect(dig(json, 'choices', 0, 'finish_reason')).toBe('tool_calls');
    const call = dig(json, 'choices', 0, 'message', 'tool_calls', 0, 'function');
    expect(dig(call, 'name')).toBe('get_weather');
    expect(JSON.parse(String(dig(call, 'arguments')))).toHaveProperty('city', 'Paris');
  });
});
