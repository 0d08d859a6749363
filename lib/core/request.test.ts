import { describe, expect, it } from 'vitest';
import { indexModels } from './model';
import { buildRequest } from './request';
import { aModel, anAnswer, aPane, aQuestion, aWorkspace } from './samples';

const models = indexModels([
  aModel(),
  aModel({ id: 'maker/bare', canonicalSlug: 'maker/bare', supportedParameters: ['max_tokens'] }),
  aModel({ id: 'maker/unlisted', canonicalSlug: 'maker/unlisted', supportedParameters: null }),
]);
const question = aQuestion('q', null, 'Hello');

describe('buildRequest', () => {
  it('sends what is set and nothing else', () => {
    const { body } = buildRequest(aWorkspace({ sampling: { temperature: 0 } }), aPane(), [question], models);
    expect(JSON.stringify(body)).toBe(
      '{"model":"maker/model","messages":[{"role":"user","content":"Hello"}],"stream":true,"temperature":0}',
    );
  });

  it('puts the system prompt first, and none when it is blank', () => {
    const withPrompt = buildRequest(aWorkspace({ system: 'Be brief.' }), aPane(), [question], models).body;
    expect(withPrompt['messages']).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hello' },
    ]);
    expect(buildRequest(aWorkspace({ system: ' \n' }), aPane(), [question], models).body['messages']).toHaveLength(1);
  });

  it('leaves out an answer that failed before its first word', () => {
    const path = [question, anAnswer('a', 'q', ''), aQuestion('q2', 'a', 'Again')];
    const { body } = buildRequest(aWorkspace(), aPane(), path, models);
    expect(body['messages']).toEqual([
      { role: 'user', content: 'Hello' },
      { role: 'user', content: 'Again' },
    ]);
  });

  it.each([
    ['set and taken', 'maker/model', 'sent'],
    ['set and not taken', 'maker/bare', 'dropped'],
    ['set on a model without a list', 'maker/unlisted', 'sent'],
    ['set on an id that is in no list', 'nobody/knows', 'sent'],
    ['set on a dynamic variant', 'maker/bare:nitro', 'dropped'],
  ])('tells a parameter %s', (_, modelId, state) => {
    const { body, notes } = buildRequest(
      aWorkspace({ sampling: { temperature: 0.3 } }),
      aPane({ modelId }),
      [question],
      models,
    );
    expect(notes.find(({ name }) => name === 'temperature')?.state).toBe(state);
    expect('temperature' in body).toBe(state === 'sent');
  });

  it('says default for what is not set', () => {
    const { notes } = buildRequest(aWorkspace(), aPane(), [question], models);
    expect(new Set(notes.map(({ state }) => state))).toEqual(new Set(['default']));
  });

  it('sends a parameter that any model of the fallback list takes', () => {
    const pane = aPane({ modelId: 'maker/bare', fallbacks: ['maker/model'] });
    const { body, notes } = buildRequest(aWorkspace({ sampling: { temperature: 0.3 } }), pane, [question], models);
    expect(body['models']).toEqual(['maker/model']);
    expect(body['temperature']).toBe(0.3);
    expect(notes.find(({ name }) => name === 'temperature')?.reason).toContain('1 of 2');
  });

  it('merges extra JSON last and names the conflict', () => {
    const pane = aPane({ extra: { temperature: 2, future_field: [1] } });
    const { body, notes } = buildRequest(aWorkspace({ sampling: { temperature: 0.3 } }), pane, [question], models);
    expect(body).toMatchObject({ temperature: 2, future_field: [1] });
    expect(notes.find(({ name }) => name === 'temperature')?.state).toBe('conflict');
  });

  it('takes a pane’s own sampling in place of the shared one', () => {
    const pane = aPane({ sampling: { top_p: 0.5 } });
    const { body } = buildRequest(aWorkspace({ sampling: { temperature: 0.3, top_p: 0.9 } }), pane, [question], models);
    expect(body).toHaveProperty('top_p', 0.5);
    expect(body).not.toHaveProperty('temperature');
  });

  it('sends at most three fallbacks, the limit of the API', () => {
    const pane = aPane({ fallbacks: ['a/a', 'b/b', 'c/c', 'd/d'] });
    expect(buildRequest(aWorkspace(), pane, [question], models).body['models']).toHaveLength(3);
  });
});
