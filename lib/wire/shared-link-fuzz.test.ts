import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '@/lib/core/json';
import { diceOf } from '@/lib/core/parameter-samples';
import { PARAMETERS } from '@/lib/core/parameters';
import { somePreset } from '@/lib/core/preset-samples';
import { type ReadPreset, writePreset } from './preset';
import { formatPreset } from './preset-link';
import { readSharedLink } from './shared-link';

// 100,000 links that something happened to, the same ones each time. No exception, no hang, and a sentence or a preset.

const LETTERS = [...'AZaz09-_.=+/%&#?~ "é\u0000\u{1f680}', '%00', '%', '..', '__proto__', '<b>', 'javascript:alert(1)'];
const NESTED: Json[] = [[], {}, [[]], [{}], { toString: null }, Array.from({ length: 20 }, () => ({}))];
const TEXTS = ['', 'x', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '__proto__', '\u0000', 'a'.repeat(300)];
const VALUES: Json[] = [...NESTED, ...TEXTS, null, true, false, 0, -1, 1e308];

function expectHarmless(read: ReadPreset | null): void {
  if (read === null) return;
  if ('problem' in read) expect(read.problem).toMatch(/^[A-Z].*\.$/su);
  else {
    expect(read.preset.panes?.length ?? 1).toBeLessThanOrEqual(8);
    for (const remark of read.remarks) expect(remark).toMatch(/\.$/);
  }
}

describe('100,000 mutated links', () => {
  it('56,000 with damaged letters: a sentence, or the very preset', async () => {
    const dice = diceOf(1);
    const below = (count: number): number => Math.floor(dice() * count);
    const seeds = Array.from({ length: 50 }, (_, seed) => seed);
    const links = await Promise.all(seeds.map((seed) => formatPreset(somePreset(seed))));
    for (let count = 0; count < 56_000; count += 1) {
      const seed = below(seeds.length);
      const link = links[seed];
      if (!link || 'problem' in link) throw new Error('A good preset was refused.');
      let text = link.text;
      for (let times = 1 + below(3); times > 0; times -= 1) {
        const at = below(text.length);
        const letter = LETTERS[below(LETTERS.length)] ?? '';
        const kind = below(5);
        if (kind === 0) text = text.slice(0, at);
        else if (kind === 1) text = text.slice(0, at) + letter + text.slice(at);
        else if (kind === 2) text = text.slice(0, at) + letter + text.slice(at + 1);
        else if (kind === 3) text = text.slice(0, at) + text.slice(at + 1 + below(8));
        else text = text.slice(at) + text.slice(0, at);
      }
      const read = await readSharedLink('', `#p=${text}`);
      if (read && 'preset' in read) expect(read.preset).toEqual(somePreset(seed));
      expectHarmless(read);
    }
  });

  it('4,000 well packed with other things inside', async () => {
    const dice = diceOf(2);
    const below = (count: number): number => Math.floor(dice() * count);
    const damage = (value: Json, depth: number): Json => {
      if (depth > 0 && typeof value === 'object' && value !== null && dice() < 0.9) {
        const keys = Object.keys(value);
        const key = keys[below(keys.length)] ?? 'extra';
        if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? damage(item, depth - 1) : item));
        const renamed = dice() < 0.1 ? (['__proto__', 'constructor', 'panes', 'x'][below(4)] ?? '') : key;
        return Object.fromEntries(
          keys.map((other) =>
            other === key ? [renamed, damage(value[key] ?? null, depth - 1)] : [other, value[other] ?? null],
          ),
        ) as JsonObject;
      }
      return VALUES[below(VALUES.length)] ?? null;
    };
    for (let count = 0; count < 4000; count += 1) {
      const json = JSON.stringify(damage(writePreset(somePreset(count % 500)), 4));
      const packed = deflateSync(dice() < 0.05 ? json.slice(0, below(json.length)) : json).toString('base64url');
      expectHarmless(await readSharedLink('', `#p=1.${packed}`));
    }
    expect('polluted' in {}).toBe(false);
  });

  it('40,000 written by a bad hand', async () => {
    const dice = diceOf(3);
    const below = (count: number): number => Math.floor(dice() * count);
    const names = ['model', 'models', 'system', 'prompt', 'provider', 'reasoning', 'x', '__proto__', 'api_key', ''];
    const all = [...names, ...names, ...PARAMETERS.map(({ name }) => name)];
    for (let count = 0; count < 40_000; count += 1) {
      const fields = Array.from({ length: 1 + below(6) }, () => {
        const value = VALUES[below(VALUES.length)] ?? null;
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        const written = dice() < 0.5 ? encodeURIComponent(text) : text;
        return `${all[below(all.length)]}=${written}${dice() < 0.2 ? (LETTERS[below(LETTERS.length)] ?? '') : ''}`;
      });
      const link = fields.join('&');
      expectHarmless(await (dice() < 0.5 ? readSharedLink(`?${link}`, '') : readSharedLink('', `#${link}`)));
    }
  });
});
