import type { Pricing } from '@/lib/core/model';
import { formatCost, formatPrice, parseUsd } from '@/lib/core/money';
import { detailWords } from './words';

export interface PriceLine {
  label: string;
  price: string;
}

/** Prices per million tokens besides input and output; one that repeats those is no second charge (§8.3). */
export function tokenPriceLines(pricing: Pricing): PriceLine[] {
  const { prompt, completion } = pricing;
  const lines: [string, string | undefined, string | undefined][] = [
    [detailWords.cacheRead, pricing.inputCacheRead, undefined],
    [detailWords.cacheWrite, pricing.inputCacheWrite, undefined],
    [detailWords.cacheWriteHour, pricing.inputCacheWrite1h, undefined],
    [detailWords.reasoningPrice, pricing.internalReasoning, completion],
    [detailWords.audio, pricing.audio, prompt],
    [detailWords.imageOutput, pricing.imageOutput, completion],
    [detailWords.audioOutput, pricing.audioOutput, completion],
  ];
  return lines
    .filter(([, price, same]) => price !== undefined && parseUsd(price) !== parseUsd(same))
    .map(([label, price]) => ({ label, price: formatPrice(price) }));
}

/** Prices per thing: shown as a cost, and not at all where they are nothing. */
export function unitPriceLines(pricing: Pricing): PriceLine[] {
  const lines: [string, string | undefined][] = [
    [detailWords.request, pricing.request],
    [detailWords.image, pricing.image === pricing.prompt ? undefined : pricing.image],
    [detailWords.webSearch, pricing.webSearch],
  ];
  const shown = lines.flatMap(([label, price]) => {
    const amount = parseUsd(price);
    return amount === null || amount <= 0n ? [] : [{ label, price: formatCost(amount) }];
  });
  if (pricing.discount) shown.push({ label: detailWords.discount, price: `${Math.round(pricing.discount * 100)} %` });
  return shown;
}
