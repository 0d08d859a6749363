import { describe, expect, it } from 'vitest';
import { describeUpstream, isLoopback, parseEnvironment } from './environment';

const problems = (raw: Record<string, string>): string[] => {
  const result = parseEnvironment(raw);
  return 'problems' in result ? result.problems : [];
};

describe('parseEnvironment', () => {
  it('takes an empty environment and empty variables', () => {
    const result = parseEnvironment({ OPENROUTER_API_KEY: '', PORT: ' ' });
    expect(result).toMatchObject({ environment: { HOST: '127.0.0.1', PORT: 3000, MAX_REQUEST_BYTES: 4_194_304 } });
    expect('environment' in result && result.environment.OPENROUTER_API_KEY).toBeUndefined();
  });

  it.each([
    ['OPENROUTER_API_KEY', 'two words'],
    ['OPENROUTER_BASE_URL', 'ftp://host/v1'],
    ['OPENROUTER_BASE_URL', 'https://user:secret@host/v1'],
    ['OPENROUTER_SITE_URL', 'not an address'],
    ['OPENROUTER_APP_TITLE', 'line\nbreak'],
    ['OPENROUTER_APP_CATEGORIES', 'One,two,three'],
    ['MAX_REQUEST_BYTES', 'lots'],
    ['MAX_REQUEST_BYTES', '7'],
    ['MAX_REQUEST_BYTES', '4096.5'],
    ['SESSION_SECRET', 'much too short'],
    ['LOOPBACK_ONLY', 'yes'],
    ['HOST', 'a b'],
    ['PORT', '70000'],
    ['PORT', 'http'],
  ])('names %s=%o and does not repeat the value', (name, value) => {
    const [problem, ...more] = problems({ [name]: value });
    expect(problem).toMatch(new RegExp(`^${name} must`));
    expect(problem).not.toContain(value);
    expect(more).toEqual([]);
  });

  it('names every malformed variable at once', () => {
    expect(problems({ PORT: 'x', HOST: ' x y ' })).toHaveLength(2);
  });

  it('takes a base URL with or without its last slash', () => {
    expect(parseEnvironment({ OPENROUTER_BASE_URL: 'http://127.0.0.1:11434/v1/' })).toMatchObject({
      environment: { OPENROUTER_BASE_URL: 'http://127.0.0.1:11434/v1' },
    });
  });
});

describe('describeUpstream', () => {
  it.each([
    [{}, 'the built-in simulator'],
    [{ OPENROUTER_API_KEY: 'sk-or-v1-secret' }, 'OpenRouter'],
    [{ OPENROUTER_BASE_URL: 'http://127.0.0.1:1/v1' }, 'http://127.0.0.1:1/v1'],
  ])('%o → %s, and never a key', (raw, text) => {
    const result = parseEnvironment(raw);
    const said = 'environment' in result ? describeUpstream(result.environment) : '';
    expect(said).toContain(text);
    expect(said).not.toContain('secret');
  });
});

it('describeUpstream says when a visitor brought a key', () => {
  const result = parseEnvironment({});
  expect('environment' in result && describeUpstream(result.environment, true)).toBe(
    'OpenRouter, with a key of your own',
  );
});

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]'])('%s is', (host) =>
    expect(isLoopback(host)).toBe(true),
  );
  it.each(['0.0.0.0', '::', '192.168.1.2', 'example.org', '127.0.0.1.example.org'])('%s is not', (host) =>
    expect(isLoopback(host)).toBe(false),
  );
});
