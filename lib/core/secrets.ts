/** Something in a text that looks as if it should not be given away. */
export interface Secret {
  kind: string;
  /** As it stands in the text. */
  text: string;
}

interface Pattern {
  kind: string;
  /** Global. A group named `secret` is the part that counts; every repetition has a limit, so that no text is slow. */
  find: RegExp;
}

// From the surest to the vaguest: what one has taken no later one looks at.
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'Private key',
    find: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
  },
  { kind: 'API key', find: /\b(?:sk|pk|rk)[-_][\w-]{16,256}/g },
  { kind: 'API key', find: /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hf_|npm_|gsk_|xai-|r8_)[\w-]{16,256}/g },
  { kind: 'API key', find: /\b(?:AKIA|ASIA)[A-Z\d]{16}\b|\bAIza[\w-]{30,64}/g },
  { kind: 'Token', find: /\beyJ[\w-]{8,4096}\.[\w-]{8,8192}\.[\w-]{0,4096}/g },
  { kind: 'Token', find: /\bBearer[ \t]{1,4}(?<secret>[\w.~+/-]{12,4096}={0,2})/gi },
  { kind: 'Password', find: /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s/:@]{1,128}:(?<secret>[^\s/@]{1,128})@/gi },
  {
    kind: 'Password',
    find: /\b(?:password|passwd|secret|api[-_]?key|access[-_]?token)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?<secret>[^\s"',;{}]{6,256})/gi,
  },
  { kind: 'E-mail address', find: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu },
  { kind: 'Long hex number', find: /\b[\da-f]{32,512}\b/gi },
  // Letters of both cases and digits, or it is only a long word.
  { kind: 'Long random text', find: /(?<![\w+/-])(?=[a-z+/_-]{0,100}[A-Z\d])[\w+/-]{40,4096}={0,2}/g },
];

const isRandom = (text: string): boolean => /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);

/** Everything in a text that looks like a key, a token, a password or an address of a person; each once. */
export function secretsIn(text: string): Secret[] {
  const found = new Map<string, string>();
  let rest = text;
  for (const { kind, find } of PATTERNS) {
    rest = rest.replace(find, (...match: unknown[]) => {
      const whole = String(match[0]);
      const groups = match.at(-1);
      const named = typeof groups === 'object' && groups !== null ? (groups as { secret?: string }).secret : undefined;
      const secret = named ?? whole;
      if (kind === 'Long random text' && !isRandom(secret)) return whole;
      if (!found.has(secret)) found.set(secret, kind);
      return ' '.repeat(3);
    });
  }
  return [...found].map(([secret, kind]) => ({ kind, text: secret }));
}

const mapTexts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]));
};

/** Every secret in the texts of a value, each once. */
export function secretsOf(value: unknown): Secret[] {
  const found = new Map<string, Secret>();
  mapTexts(value, (text) => {
    for (const secret of secretsIn(text)) if (!found.has(secret.text)) found.set(secret.text, secret);
    return text;
  });
  return [...found.values()];
}

const REMOVED = '[removed]';

/** A value with some secrets taken out, wherever they stand. */
export const withoutSecrets = <Value>(value: Value, secrets: ReadonlySet<string>): Value =>
  // Only texts change, so it is of its type still.
  mapTexts(value, (text) => [...secrets].reduce((left, secret) => left.replaceAll(secret, REMOVED), text)) as Value;

/** A secret as it may be shown: enough to know it again. */
export const masked = (text: string): string =>
  text.length <= 8
    ? '••••'
    : text.length <= 16
      ? `${text.slice(0, 2)}••••`
      : `${text.slice(0, 6)}••••${text.slice(-4)}`;
