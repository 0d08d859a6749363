import { beforeEach, describe, expect, it, vi } from 'vitest';

/** What a fresh process answers a request that names a host, on whatever method. */
async function ask(host: string | null, variables: Record<string, string>): Promise<string | null> {
  vi.resetModules();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { guard } = await import('./guard');
  return guard(new Request('http://127.0.0.1/', { headers: host === null ? {} : { host } }))?.code ?? null;
}

describe('a server that listens on this machine only', () => {
  beforeEach(() => vi.unstubAllEnvs());
  const own = { LOOPBACK_ONLY: '1', OPENROUTER_SITE_URL: 'https://playground.example' };

  it.each([
    'localhost',
    'localhost:3000',
    '127.0.0.1:3000',
    '127.0.0.2',
    '[::1]:3000',
    'LOCALHOST',
    'playground.example',
  ])('answers %s', async (host) => expect(await ask(host, own)).toBeNull());

  it.each(['rebound.example:3000', 'localhost.rebound.example', '127.0.0.1.rebound.example', 'a b', '', null])(
    'refuses %o',
    async (host) => expect(await ask(host, own)).toBe('foreign_host'),
  );

  it('refuses every other name where it was told none', async () => {
    expect(await ask('playground.example', { ...own, OPENROUTER_SITE_URL: '' })).toBe('foreign_host');
  });

  it('is not asked where the server is reached from elsewhere', async () => {
    expect(await ask('any.example', { ...own, LOOPBACK_ONLY: '' })).toBeNull();
  });
});
