import type { Model } from '@/lib/core/model';
import { CAPABILITIES } from '@/lib/core/model-search';
import { detailWords } from './words';

/** What the row says of the reasoning control, as one line; null for a model that does not reason. */
export function reasoningWords(model: Model): string | null {
  if (!CAPABILITIES.reasoning(model)) return null;
  const support = model.reasoning;
  if (support === null) return detailWords.optional;
  const parts = [support.mandatory ? detailWords.mandatory : detailWords.optional];
  if (!support.mandatory && support.defaultEnabled !== undefined)
    parts.push(support.defaultEnabled ? detailWords.onByDefault : detailWords.offByDefault);
  const first = parts.join(', ');
  const efforts = support.supportedEfforts?.join(', ');
  const chosen = support.defaultEffort ? ` (${detailWords.defaultEffort(support.defaultEffort)})` : '';
  const rest = [
    efforts ? `${detailWords.efforts(efforts)}${chosen}` : null,
    support.supportsMaxTokens ? detailWords.budget : null,
  ];
  return [first, ...rest].filter(Boolean).join('. ');
}
