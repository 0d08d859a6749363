import { unit } from '@/lib/simulator/random';

export interface Speed {
  /** Output tokens a second. */
  tokensPerSecond: number;
  /** Milliseconds from the request to the first token, without reasoning. */
  firstToken: number;
}

const FAST = /flash|lite|nano|mini|small|haiku|instant|turbo|fast|spark|mercury|lfm|\b[1-9]b\b|-a\d+b|oss-20b/;
const SLOW = /opus|\bpro\b|ultra|large|fable|\bmax\b|405b|sol\b|o1|o3\b|deep-research|1t/;

/**
 * How fast a model writes at one of its providers: small names fast, great names slow, and a fixed spread around that.
 * The figures are plausible, not measured.
 */
export function speedOf(model: string, provider: string): Speed {
  const name = model.split('/')[1] ?? model;
  const spread = 0.75 + unit(`${model} ${provider} speed`) * 0.6;
  const delay = 0.7 + unit(`${model} ${provider} delay`) * 0.8;
  const engine = /groq|cerebras|sambanova/.test(provider) ? 3 : 1;
  const [rate, first] = SLOW.test(name) ? [42, 1100] : FAST.test(name) ? [150, 380] : [72, 650];
  return {
    tokensPerSecond: Math.round(rate * spread * engine),
    firstToken: Math.round((first * delay) / Math.sqrt(engine)),
  };
}
