import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Credential } from './credential';
import { streamRuns } from './stream';
import type { UpstreamFetch } from './upstream';

const KEY = 'sk-or-v1-0123456789abcdef';
const QUOTED = `Incorrect key provided: ${KEY}.`;

const json = (status: number, error: object): Response => Response.json({ error }, { status });
const stream = (...events: object[]): Response =>
  new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''), {
    headers: { 'content-type': 'text/event-stream' },
  });
const delta = (fields: object, finish: string | null = null): object => ({
  id: 'gen-1',
  model: 'maker/model',
  choices: [{ index: 0, delta: fields, finish_reason: finish }],
});

/** What the browser gets of an answer. */
function sent(send: UpstreamFetch, key: string, count = 1): Promise<string> {
  const credential: Credential = { owner: 'operator', key };
  const runs = Array.from({ length: count }, () => ({
    id: crypto.randomUUID(),
    body: { model: 'maker/model', messages: [{ role: 'user', content: 'Hi' }] },
  }));
  const upstream = { kind: 'custom' as const, baseUrl: 'http://upstream.test/v1', send };
  return streamRuns(runs, upstream, credential, new Request('http://127.0.0.1/api/chat')).text();
}

const ECHOES: [name: string, send: () => Response][] = [
  ['in its message', () => json(401, { code: 401, message: QUOTED })],
  [
    'in what its provider said',
    () => json(502, { code: 502, message: 'x', metadata: { raw: `{"error":"${QUOTED}"}` } }),
  ],
  ['in a page that is no JSON', () => new Response(`<p>${QUOTED}</p>`, { status: 403 })],
  ['under HTTP 200', () => Response.json({ error: { code: 401, message: QUOTED } })],
  ['inside a stream', () => stream(delta({ content: 'Hi' }), { error: { code: 401, message: QUOTED }, choices: [] })],
];

describe('an error that quotes the key', () => {
  it.each(ECHOES)('%s reaches the browser without it', async (_, send) => {
    let asked: string | null = null;
    for (const count of [1, 2]) {
      const text = await sent(
        async (request) => {
          asked = request.headers.get('authorization');
          return send();
        },
        KEY,
        count,
      );
      expect(asked).toBe(`Bearer ${KEY}`);
      expect(text).toContain('Incorrect key provided: ••••');
      expect(text).not.toContain(KEY);
      expect(text.match(/"type":"error"/g)).toHaveLength(count);
    }
  });
});

describe('an error of the catalogue that quotes the key', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each(['models', 'models/endpoints'])('reaches the browser without it: /api/%s', async (path) => {
    vi.resetModules();
    vi.stubEnv('OPENROUTER_API_KEY', KEY);
    vi.stubEnv('OPENROUTER_BASE_URL', 'http://upstream.test/v1');
    vi.stubGlobal('fetch', async () => json(401, { code: 401, message: QUOTED }));
    const request = new Request(`http://127.0.0.1/api/${path}?model=maker/model&refresh`);
    const { getModels } = await import('./catalogue');
    const { getEndpoints } = await import('./endpoints');
    const response = await (path === 'models' ? getModels : getEndpoints)(request);
    const text = await response.text();
    expect(response.status).toBe(401);
    expect(text).toContain('Incorrect key provided: ••••');
    expect(text).not.toContain(KEY);
  });
});

describe('a word that a local server takes for a key', () => {
  it.each(['data', 'text-delta', 'key', 'Hello'])('is no secret, and changes nothing of an answer: %s', async (key) => {
    const answers = () => stream(delta({ content: 'Hello, key data.' }), delta({ content: '' }, 'stop'));
    const text = await sent(async () => answers(), key);
    expect(text).toContain('"delta":"Hello, key data."');
    expect(text).not.toContain('••••');
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });
});
