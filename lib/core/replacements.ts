import { isChatModel, isRouter, makerOf, type Model, type Pricing, withoutVariant } from './model';
import { plainWords } from './model-query';
import { isSimulatorFault } from './model-search';
import { parseUsd, usdToNumber } from './money';

const MOST = 3;
/** How alike two names of different makers must be, of 1, to be offered for each other. */
const ALIKE = 0.5;
const SAME_MODEL = 4;
const SAME_MAKER = 2;
const SAME_VARIANT = 0.2;
const SAME_PRICE = 0.3;

const suffix = (id: string): string => id.slice(withoutVariant(id).length);

const nameWords = (id: string): string[] =>
  plainWords(withoutVariant(id).replace(/^[^/]*\//, ''))
    .split(/ |(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u)
    .filter((word) => word !== '');

/** A version says little: `claude 3` is nearer to `claude 5` than to `gpt 3`. */
const weigh = (words: string[]): number => words.reduce((sum, word) => sum + (/\p{L}/u.test(word) ? 3 : 1), 0);

function likeness(one: string[], other: string[]): number {
  const all = weigh(one) + weigh(other);
  return all === 0 ? 0 : (2 * weigh(one.filter((word) => other.includes(word)))) / all;
}

function outputPrice({ completion }: Pricing): number | null {
  const price = parseUsd(completion);
  return price === null || price < 0n ? null : usdToNumber(price) * 1e6;
}

/** 1 for the same price, near 0 for ten times as much or as little; 0 where one is not known. */
function priceLikeness(one: number | null, other: number | null): number {
  if (one === null || other === null) return 0;
  return 1 / (1 + 4 * Math.abs(Math.log10((one + 0.01) / (other + 0.01))));
}

const isGone = ({ expirationDate }: Model, today: string): boolean => expirationDate !== null && expirationDate < today;

/**
 * Up to three models that can stand in for one that has gone or is going, the likeliest first: the same model without
 * its variant, then its maker's models by likeness of name and price, then those of others with much the same name.
 * @param row what the list still says of it, if anything @param today YYYY-MM-DD
 */
export function replacementsFor(id: string, row: Model | undefined, models: readonly Model[], today: string): Model[] {
  const [words, maker] = [nameWords(id), makerOf(id)];
  const price = row ? outputPrice(row.pricing) : null;
  const scored = models.flatMap((model) => {
    if (model.id === id || !isChatModel(model) || isRouter(model.id) || isSimulatorFault(model.id)) return [];
    if (isGone(model, today)) return [];
    const like = likeness(words, nameWords(model.id));
    const kin = maker !== '' && makerOf(model.id) === maker;
    if (!kin && like < ALIKE) return [];
    const score =
      like +
      (withoutVariant(model.id) === withoutVariant(id) ? SAME_MODEL : 0) +
      (kin ? SAME_MAKER : 0) +
      (suffix(model.id) === suffix(id) ? SAME_VARIANT : 0) +
      SAME_PRICE * priceLikeness(price, outputPrice(model.pricing));
    return [{ model, score }];
  });
  const newer = (a: Model, b: Model): number => (b.created ?? 0) - (a.created ?? 0);
  return scored
    .sort((a, b) => b.score - a.score || newer(a.model, b.model))
    .slice(0, MOST)
    .map(({ model }) => model);
}
