import type { Random } from '@/lib/simulator/random';
import type { Candidates } from './language';
import type { Sampling } from './settings';
import { tokenId } from './tokenize';

/** One token with its natural log probability under the model, before temperature and cuts. */
export interface Scored {
  token: string;
  logprob: number;
}

export interface Draw extends Scored {
  /** Which of the candidates it was. */
  index: number;
  /** The best alternatives, best first; empty unless asked for. */
  top: Scored[];
}

const logSumExp = (values: readonly number[]): number => {
  let best = -Infinity;
  for (const value of values) if (value > best) best = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - best);
  return best + Math.log(sum);
};

// The penalty works on raw scores, which are mostly positive; ours are log probabilities, so they are lifted first.
const LEVEL = 20;

const repeat = (score: number, penalty: number): number => (score > 0 ? score / penalty : score * penalty);

/** Bias, then penalties by how often each token was written before. */
function adjust({ tokens, logits }: Candidates, sampling: Sampling, used: ReadonlyMap<string, number>): number[] {
  const { frequencyPenalty, presencePenalty, repetitionPenalty, logitBias } = sampling;
  const neutral = frequencyPenalty === 0 && presencePenalty === 0 && repetitionPenalty === 1;
  if (neutral && logitBias.size === 0) return logits;
  const scale = logSumExp(logits);
  return logits.map((logit, i) => {
    const token = tokens[i] ?? '';
    let score = logit - scale;
    const times = used.get(token) ?? 0;
    if (times > 0) {
      if (repetitionPenalty !== 1) score = repeat(score + LEVEL, Math.max(repetitionPenalty, 0.01)) - LEVEL;
      score -= times * frequencyPenalty + presencePenalty;
    }
    return logitBias.size > 0 && token !== '' ? score + (logitBias.get(tokenId(token)) ?? 0) : score;
  });
}

/** The indexes that survive top_k, top_p, min_p and top_a, best first, with their probabilities. */
function survivors(logits: readonly number[], sampling: Sampling): { index: number; p: number }[] {
  const { temperature, topK, topP, minP, topA } = sampling;
  const scaled = logits.map((logit) => logit / temperature);
  const scale = logSumExp(scaled);
  let kept = scaled.map((logit, index) => ({ index, p: Math.exp(logit - scale) })).sort((a, b) => b.p - a.p);
  if (topK > 0) kept = kept.slice(0, topK);
  if (topP < 1) {
    const whole = kept.reduce((sum, { p }) => sum + p, 0);
    let sum = 0;
    kept = kept.filter(({ p }, i) => {
      const before = sum;
      sum += p;
      return i === 0 || before < topP * whole;
    });
  }
  const best = kept[0]?.p ?? 0;
  const floor = Math.max(minP * best, topA * best * best);
  return floor > 0 ? kept.filter(({ p }, i) => i === 0 || p >= floor) : kept;
}

/** The usual case, without cuts: one pass and no sorting. */
function pickAmongAll(logits: readonly number[], temperature: number, random: Random): number {
  let best = -Infinity;
  for (const logit of logits) if (logit > best) best = logit;
  const weights = logits.map((logit) => Math.exp((logit - best) / temperature));
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i += 1) {
    rest -= weights[i] ?? 0;
    if (rest <= 0) return i;
  }
  return 0;
}

function pick(logits: readonly number[], sampling: Sampling, random: Random): number {
  if (sampling.temperature <= 0)
    return logits.reduce((best, logit, i) => (logit > (logits[best] ?? -Infinity) ? i : best), 0);
  const { temperature, topK, topP, minP, topA } = sampling;
  if (topK === 0 && topP >= 1 && minP <= 0 && topA <= 0) return pickAmongAll(logits, temperature, random);
  const kept = survivors(logits, sampling);
  let rest = random.next() * kept.reduce((sum, { p }) => sum + p, 0);
  for (const { index, p } of kept) {
    rest -= p;
    if (rest <= 0) return index;
  }
  return kept[0]?.index ?? 0;
}

/** Draws one token. `used` counts what the answer has written so far. */
export function draw(
  candidates: Candidates,
  sampling: Sampling,
  used: ReadonlyMap<string, number>,
  random: Random,
): Draw {
  const logits = adjust(candidates, sampling, used);
  const index = pick(logits, sampling, random);
  if (sampling.topLogprobs === null) return { index, token: candidates.tokens[index] ?? '', logprob: 0, top: [] };
  const scale = logSumExp(logits);
  const scored = (i: number): Scored => ({ token: candidates.tokens[i] ?? '', logprob: (logits[i] ?? 0) - scale });
  const order = logits.map((_, i) => i).sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0));
  // The end of a sentence is no token on the wire, so it cannot stand among the alternatives.
  const named = order.filter((i) => candidates.tokens[i] !== '').slice(0, sampling.topLogprobs);
  return { index, ...scored(index), top: named.map(scored) };
}
