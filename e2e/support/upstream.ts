import type { APIRequestContext } from '@playwright/test';
import { expect } from './expect';

interface Arrived {
  path: string;
  headers: Record<string, string>;
  authorization: { last4: string | null };
  /** As text, byte for byte. */
  body: string;
}

/** What the simulator behind HTTP has seen: the other end of the wire. */
export class Upstream {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async #base(): Promise<string> {
    const health = (await (await this.#request.get('/api/health')).json()) as { says: string };
    const base = /^(http\S+)/.exec(health.says)?.[1];
    if (base === undefined) throw new Error('These errands need an upstream behind HTTP.');
    return base;
  }

  /** The completion request whose body holds `marker`; waits until it has arrived. */
  async arrived(marker: string): Promise<Arrived> {
    const origin = new URL(await this.#base()).origin;
    let found: Arrived | undefined;
    await expect(async () => {
      const all = (await (await this.#request.get(`${origin}/__last?n=200`)).json()) as Arrived[];
      found = all.find(({ path, body }) => path.endsWith('/chat/completions') && body.includes(marker));
      expect(found, `a request with “${marker}”`).toBeDefined();
    }).toPass();
    return found as Arrived;
  }

  /** The last four characters of the key that came with it. */
  async keyOf(marker: string): Promise<string | null> {
    return (await this.arrived(marker)).authorization.last4;
  }

  /** The bodies of all completion requests that hold `marker`, the latest first. */
  async all(marker: string): Promise<string[]> {
    const origin = new URL(await this.#base()).origin;
    const all = (await (await this.#request.get(`${origin}/__last?n=200`)).json()) as Arrived[];
    return all
      .filter(({ path, body }) => path.endsWith('/chat/completions') && body.includes(marker))
      .map(({ body }) => body);
  }

  /** How often a request with `marker` arrived. */
  async count(marker: string): Promise<number> {
    const origin = new URL(await this.#base()).origin;
    const all = (await (await this.#request.get(`${origin}/__last?n=200`)).json()) as Arrived[];
    return all.filter(({ body }) => body.includes(marker)).length;
  }

  /** Waits until the upstream has booked a generation, and tells whether the client had broken it off. */
  async wasBrokenOff(generationId: string): Promise<boolean> {
    const url = `${await this.#base()}/generation?id=${generationId}`;
    let cancelled = false;
    await expect(async () => {
      const answer = await this.#request.get(url, { headers: { authorization: 'Bearer e2e' } });
      expect(answer.status()).toBe(200);
      cancelled = ((await answer.json()) as { data: { cancelled: boolean } }).data.cancelled;
    }).toPass({ timeout: 20_000 });
    return cancelled;
  }
}
