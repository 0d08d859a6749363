import { type Receipt, tokensOf, usageCount } from '@/lib/core/receipt';

/** What an answer used up, in tokens and searches. Counts inside another are never more than it. */
export interface Consumption {
  prompt: number;
  /** Of the prompt: read from the prompt cache, and written to it. */
  cached: number;
  written: number;
  completion: number;
  /** Of the completion. */
  reasoning: number;
  images: number;
  audio: number;
  searches: number;
}

/** Tokens of a generated image where nobody has counted them: those of the most frequent size. */
export const IMAGE_TOKENS = 1290;

export const NOTHING_USED: Consumption = {
  prompt: 0,
  cached: 0,
  written: 0,
  completion: 0,
  reasoning: 0,
  images: 0,
  audio: 0,
  searches: 0,
};

/** Shares of a whole in their order, each cut to what those before it leave. */
function within(whole: number, ...shares: (number | null)[]): number[] {
  let left = whole;
  return shares.map((share) => {
    const taken = Math.min(left, share ?? 0);
    left -= taken;
    return taken;
  });
}

/**
 * What the receipt tells of tokens and searches (§3.4); null without the two counts that a price needs. The counters of
 * searches overlap, so the first that is there counts.
 */
export function consumptionOf(receipt: Pick<Receipt, 'usage' | 'settled'>): Consumption | null {
  const { usage } = receipt;
  const { in: prompt, out: completion, cached: read, reasoning: thought } = tokensOf(receipt);
  if (prompt === null || completion === null) return null;
  const of = (key: string, group: string) => usageCount(usage, key, group);
  const [cached = 0, written = 0] = within(prompt, read, of('cache_write_tokens', 'prompt_tokens_details'));
  const [reasoning = 0, images = 0, audio = 0] = within(
    completion,
    thought,
    of('image_tokens', 'completion_tokens_details'),
    of('audio_tokens', 'completion_tokens_details'),
  );
  const searches =
    of('web_search_requests', 'server_tool_use_details') ?? of('web_search_requests', 'server_tool_use') ?? 0;
  return { prompt, cached, written, completion, reasoning, images, audio, searches };
}
