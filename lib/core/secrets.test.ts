import { describe, expect, it } from 'vitest';
import { somePreset } from './preset-samples';
import { masked, secretsIn, secretsOf, withoutSecrets } from './secrets';

const HEX = '0123456789abcdef';

describe('what looks like a secret', () => {
  it.each([
    ['API key', `sk-or-v1-${HEX.repeat(4)}`],
    ['API key', 'sk-proj-abcDEF123456_abcdef-99'],
    ['API key', 'ghp_abcdefghijklmnop1234567890'],
    ['API key', 'AKIAABCDEFGHIJKLMNOP'],
    ['Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'],
    ['E-mail address', 'jane.doe+test@mail.example.org'],
    ['Long hex number', HEX.repeat(2)],
    ['Long random text', 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA=='],
  ])('%s is found wherever it stands', (kind, secret) => {
    for (const text of [secret, `Use ${secret}, please.`, `("${secret}")`, `é\n${secret}\n東`])
      expect(secretsIn(text)).toEqual([{ kind, text: secret }]);
  });

  it('is the value and not what stands before it', () => {
    expect(secretsIn('Authorization: Bearer abc.DEF-123456')).toEqual([{ kind: 'Token', text: 'abc.DEF-123456' }]);
    expect(secretsIn('postgres://me:hunter22@db/x')).toEqual([{ kind: 'Password', text: 'hunter22' }]);
    expect(secretsIn('{"password": "hunter22"}')).toEqual([{ kind: 'Password', text: 'hunter22' }]);
    expect(secretsIn('-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----')).toHaveLength(1);
  });

  it('is told once', () => {
    expect(secretsIn('a@b.de and a@b.de')).toHaveLength(1);
  });

  it('is not seen in plain writing', () => {
    for (const text of [
      'What is 9.11? Ask @somebody, or sk-8 boards. The secret is patience; password rules matter.',
      'openai/gpt-4o-mini anthropic/claude-sonnet-4.5:free google/gemini-2.5-flash-lite-preview-09-2025',
      'a-very-long-name-with-many-dashes-that-is-nothing-but-words-in-a-row',
      '3f2504e0-4f89-11d3-9a0c-0305e82c3301 {{email}} https://example.org/a/b?c=d',
    ])
      expect(secretsIn(text)).toEqual([]);
  });

  it('is looked for in a text of a million letters without end', () => {
    for (const letter of ['a', 'A', '1', '-', '@', 'eyJ', 'a.', 'a@', 'Bearer ', 'x:/', '-----BEGIN ']) {
      expect(secretsIn(letter.repeat(1_000_000 / letter.length)).length).toBeLessThan(1_000_000);
    }
  });

  it('goes wherever it stands in a preset, and nothing else does', () => {
    const preset = {
      prompt: 'Write to a@b.de, from a@b.de.',
      variables: {},
      sampling: { user: 'a@b.de' },
      panes: [
        {
          modelId: 'x/y',
          fallbacks: [],
          routing: {},
          sampling: null,
          system: null,
          extra: { to: ['c@d.fr', 1, null] },
        },
      ],
    };
    expect(secretsOf(preset).map(({ text }) => text)).toEqual(['a@b.de', 'c@d.fr']);
    const clean = withoutSecrets(preset, new Set(['a@b.de', 'c@d.fr']));
    expect(secretsOf(clean)).toEqual([]);
    expect(clean).toEqual({
      ...preset,
      prompt: 'Write to [removed], from [removed].',
      sampling: { user: '[removed]' },
      panes: [{ ...preset.panes[0], extra: { to: ['[removed]', 1, null] } }],
    });
    for (let seed = 0; seed < 50; seed += 1)
      expect(withoutSecrets(somePreset(seed), new Set())).toEqual(somePreset(seed));
  });

  it('is never shown whole', () => {
    expect(masked('hunter22')).toBe('••••');
    expect(masked(`sk-or-v1-${HEX.repeat(4)}`)).toBe('sk-or-••••cdef');
  });
});
