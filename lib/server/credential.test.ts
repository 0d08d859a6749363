import { describe, expect, it } from 'vitest';
import { withoutKey } from './credential';

describe('what an upstream says is told without the key', () => {
  it.each(['sk-or-v1-0123456789', 'quo"ted\\word'])('%s, plain or inside JSON', (key) => {
    const text = JSON.stringify({ error: `Bad key ${key}, ${key}!` });
    for (const said of [text, `Bad key ${key}`])
      expect(withoutKey(said, { owner: 'visitor', key })).not.toMatch(/0123456789|word/);
    expect(JSON.parse(withoutKey(text, { owner: 'operator', key }))).toEqual({ error: 'Bad key ••••, ••••!' });
  });

  it('but a word that local servers take for a key is no secret, and a word of answers', () => {
    expect(withoutKey('None of them.', { owner: 'operator', key: 'one' })).toBe('None of them.');
  });
});
