import type { Pricing } from '@/lib/core/model';
import { formatPrice } from '@/lib/core/money';
import { conditionText } from '@/lib/core/price-condition';
import { priceWords } from './words-button';

interface PriceText {
  input: string;
  output: string;
  /** Where one word says both. */
  single: string | null;
}

function toText(prompt: string | undefined, completion: string | undefined): PriceText {
  const [input, output] = [formatPrice(prompt), formatPrice(completion)];
  return { input, output, single: input === output && !input.startsWith('$') ? input : null };
}

const texts = new WeakMap<Pricing, PriceText>();

/** Input and output as shown. Kept, because exact money is slow for a row that is drawn at every key. */
export function priceText(pricing: Pricing): PriceText {
  const known = texts.get(pricing);
  if (known) return known;
  const text = toText(pricing.prompt, pricing.completion);
  texts.set(pricing, text);
  return text;
}

export const isTiered = (pricing: Pricing): boolean => (pricing.overrides?.length ?? 0) > 0;

/** The price as a sentence for who cannot see the columns. */
export function priceSentence(pricing: Pricing): string {
  const { input, output, single } = priceText(pricing);
  const price = single === null ? priceWords.label(input, output) : (priceWords.single[single] ?? single);
  return isTiered(pricing) ? `${price}, ${priceWords.tiered.toLowerCase()}` : price;
}

/** One line a tier: its keys stand in for the base price (§8.3). */
export const tierLines = (pricing: Pricing): { when: string; price: string }[] =>
  (pricing.overrides ?? []).map((override) => {
    const { input, output, single } = toText(
      override.prompt ?? pricing.prompt,
      override.completion ?? pricing.completion,
    );
    return { when: conditionText(override), price: single ?? `${input} / ${output}` };
  });

/** What the mark of a tiered price explains. */
export const tierSentence = (pricing: Pricing): string =>
  tierLines(pricing)
    .map(({ when, price }) => `${when}: ${price}`)
    .join('\n');
