import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Model } from '@/lib/core/model';

interface Answer {
  status: number;
  models: Model[];
  skipped: number;
  fetchedAt: number;
  failed?: string;
  failure?: { message: string };
}

const START = Date.UTC(2026, 10, 22);
const row = (id: string): object => ({ id, name: `Maker: ${id}`, pricing: { prompt: '0.000001' } });

let upstream: () => Response = () => Response.json({ data: [] });
let asked = 0;

async function get(search = ''): Promise<Answer> {
  const { getModels } = await import('./catalogue');
  const response = await getModels(new Request(`http://127.0.0.1/api/models${search}`));
  return { ...((await response.json()) as Answer), status: response.status };
}

const idsOf = ({ models }: Answer): string[] => models.map(({ id }) => id);

beforeEach(() => {
  vi.resetModules();
  delete (globalThis as { catalogues?: unknown }).catalogues;
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  vi.stubEnv('OPENROUTER_API_KEY', 'sk-or-v1-test');
  vi.stubEnv('OPENROUTER_BASE_URL', 'http://upstream.test/v1');
  asked = 0;
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    return upstream();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('the catalogue', () => {
  it('skips and counts the rows that are none', async () => {
    const hostile = ['', 'x'.repeat(201), 'a/\u202eb', 'a/b c', 'a/\u0000'].map((id) => ({ id }));
    const rows = [null, 7, 'text', [], {}, { id: 9 }, ...hostile, row('a/b'), row('a/b'), { id: 'plain' }];
    upstream = () => Response.json({ data: rows });
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(idsOf(answer)).toEqual(['a/b', 'plain']);
    expect(answer.skipped).toBe(rows.length - 2);
  });

  it('takes rows whose fields are of any kind', async () => {
    const wild = { id: 'a/b', name: 3, created: 'x', context_length: null, architecture: [], pricing: 'free' };
    upstream = () => Response.json({ data: [{ ...wild, supported_parameters: { a: 1 }, top_provider: 0 }] });
    const [model] = (await get()).models;
    expect(model).toMatchObject({
      id: 'a/b',
      name: 'a/b',
      contextLength: null,
      pricing: {},
      supportedParameters: null,
    });
  });

  it('is empty where the upstream has no models', async () => {
    upstream = () => Response.json({ data: [] });
    expect(await get()).toMatchObject({ status: 200, models: [], skipped: 0 });
  });

  it.each([
    [
      'an error',
      () => Response.json({ error: { message: 'Down for repairs.' } }, { status: 503 }),
      'Down for repairs.',
    ],
    ['a page', () => new Response('<h1>Hello</h1>'), 'What the upstream sent is no list of models.'],
    ['no list', () => Response.json({ data: null }), 'What the upstream sent is no list of models.'],
    [
      'a refused connection',
      () => {
        throw new TypeError('fetch failed');
      },
      'The list of models could not be loaded from the upstream.',
    ],
  ])('keeps the last good list, with its age and the reason, after %s', async (_, bad, message) => {
    upstream = bad;
    expect(await get()).toMatchObject({ failure: { message } });
    upstream = () => Response.json({ data: [row('a/b')] });
    expect(await get()).toMatchObject({ status: 200, fetchedAt: START });
    upstream = bad;
    vi.setSystemTime(START + 3_600_000);
    const old = await get();
    expect(old).toMatchObject({ status: 200, fetchedAt: START, failed: message });
    expect(idsOf(old)).toEqual(['a/b']);
    upstream = () => Response.json({ data: [row('a/c')] });
    const fresh = await get();
    expect(idsOf(fresh)).toEqual(['a/c']);
    expect(fresh.failed).toBeUndefined();
  });

  it('asks the upstream again after five minutes, or when it is to be refreshed, but not at every press', async () => {
    upstream = () => Response.json({ data: [row('a/b')] });
    await get();
    await get('?refresh');
    vi.setSystemTime(START + 60_000);
    await get();
    expect(asked).toBe(1);
    expect((await get('?refresh')).fetchedAt).toBe(START + 60_000);
    expect(asked).toBe(2);
    vi.setSystemTime(START + 400_000);
    await get();
    expect(asked).toBe(3);
  });
});
