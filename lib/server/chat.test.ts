import { beforeEach, describe, expect, it, vi } from 'vitest';
import { postChat } from './chat';

const post = (body: string): Promise<Response> =>
  postChat(
    new Request('http://127.0.0.1/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
  );

const nested = (levels: number): string => {
  const value = `${'{"a":['.repeat(levels / 2)}1${']}'.repeat(levels / 2)}`;
  const run = {
    id: crypto.randomUUID(),
    body: { model: 'simulator/flood', messages: [{ role: 'user', content: '-' }] },
  };
  return JSON.stringify({ runs: [run] }).replace('"messages"', `"novelty":${value},"messages"`);
};

describe('a body that is nested too deep', () => {
  beforeEach(() => {
    for (const name of ['OPENROUTER_API_KEY', 'OPENROUTER_BASE_URL']) vi.stubEnv(name, '');
  });

  it.each([600, 300_000])('is refused with a sentence: %i levels', async (levels) => {
    const response = await post(nested(levels));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      failure: { stage: 'refused', status: 400, message: 'The body is nested deeper than 500 levels.' },
    });
  });

  it('is answered at 400 levels', async () => {
    const response = await post(nested(400));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('"type":"text-delta"');
  });
});
