import { formatContext } from './figures';
import { isJsonObject, type JsonObject } from './json';
import { findModel, isRouter, type Model, type ModelIndex, shortName, withoutVariant } from './model';
import { parseUsd, usdToNumber } from './money';
import { parameterOf, type ParameterName } from './parameters';
import { MAX_FALLBACKS } from './request';
import type { Pane } from './workspace';

/** What would be otherwise if a fallback served in place of the first model. */
export interface Difference {
  text: string;
  /** Whether something is lost or dearer. */
  worse: boolean;
}

const ratio = (from: string | undefined, to: string | undefined): number | null => {
  const [one, other] = [parseUsd(from), parseUsd(to)];
  return one === null || other === null || one <= 0n || other < 0n ? null : usdToNumber(other) / usdToNumber(one);
};

const times = (value: number): string => `×${value >= 10 ? Math.round(value) : Number(value.toFixed(2))}`;

function priceDifference(first: Model, other: Model): Difference[] {
  const free = parseUsd(other.pricing.prompt) === 0n && parseUsd(other.pricing.completion) === 0n;
  if (free) return parseUsd(first.pricing.prompt) === 0n ? [] : [{ text: 'Free', worse: false }];
  if ((parseUsd(other.pricing.prompt) ?? 0n) < 0n)
    return [{ text: 'The price is that of the model it picks', worse: true }];
  const [input, output] = [
    ratio(first.pricing.prompt, other.pricing.prompt),
    ratio(first.pricing.completion, other.pricing.completion),
  ];
  if (input === null || output === null) return [{ text: 'The price cannot be compared', worse: true }];
  if (input === 1 && output === 1) return [];
  return [{ text: `Price in ${times(input)}, out ${times(output)}`, worse: input > 1 || output > 1 }];
}

const smaller = (word: string, from: number | null, to: number | null): Difference[] =>
  from !== null && to !== null && to < from
    ? [{ text: `${word} ${formatContext(to)} instead of ${formatContext(from)}`, worse: true }]
    : [];

const lost = (words: string[], prefix: string, suffix = ''): Difference[] =>
  words.length > 0 ? [{ text: `${prefix}${words.join(', ')}${suffix}`, worse: true }] : [];

const CAPABILITIES: Record<string, string> = {
  tools: 'tools',
  structured_outputs: 'structured outputs',
  reasoning: 'reasoning',
};

/** @param sent the parameters that the request sends; those that the other model does not list are named */
export function differencesOf(
  first: Model | undefined,
  other: Model | undefined,
  sent: readonly ParameterName[],
): Difference[] {
  if (!other) return [{ text: 'Not in the list: its price, context and parameters are unknown', worse: true }];
  const takes = other.supportedParameters;
  const ignored = sent.filter((name) => {
    const words = parameterOf(name)?.words ?? [];
    return takes && takes.length > 0 && words.length > 0 && !words.some((word) => takes.includes(word));
  });
  const labels = ignored.map((name) => parameterOf(name)?.label ?? name);
  if (!first) return lost(labels, 'Does not take ');
  const missing = (has: readonly string[], wants: readonly string[]): string[] =>
    wants.filter((kind) => !has.includes(kind));
  const abilities = Object.keys(CAPABILITIES).filter(
    (word) => first.supportedParameters?.includes(word) && takes && takes.length > 0 && !takes.includes(word),
  );
  return [
    ...priceDifference(first, other),
    ...smaller('Context', first.contextLength, other.contextLength),
    ...smaller('Answers up to', first.maxCompletionTokens, other.maxCompletionTokens),
    ...lost(missing(other.inputModalities, first.inputModalities), 'No ', ' input'),
    ...lost(missing(other.outputModalities, first.outputModalities), 'No ', ' output'),
    ...lost(
      abilities.map((word) => CAPABILITIES[word] ?? word),
      'No ',
    ),
    ...lost(labels, 'Does not take '),
  ];
}

const isServerTool = (tool: unknown): boolean =>
  isJsonObject(tool) && typeof tool['type'] === 'string' && tool['type'] !== 'function';

const sortsAllModels = (routing: JsonObject): boolean =>
  isJsonObject(routing['sort']) && routing['sort']['partition'] === 'none';

const nameOf = (id: string, models: ModelIndex): string => {
  const row = findModel(models, id);
  return row ? shortName(row) : id;
};

/** What is wrong with a list of models, or may surprise: named before anything is sent (§7.1, §7.3). */
export function fallbackProblems(pane: Pane, models: ModelIndex, today: string): string[] {
  const all = [pane.modelId, ...pane.fallbacks];
  const problems: string[] = [];
  if (pane.fallbacks.length > MAX_FALLBACKS) {
    const rest = pane.fallbacks.slice(MAX_FALLBACKS).map((id) => nameOf(id, models));
    problems.push(`The API takes at most ${MAX_FALLBACKS} fallbacks: ${rest.join(', ')} is not sent.`);
  }
  if (pane.fallbacks.length > 0 && Object.hasOwn(pane.extra, 'models')) {
    problems.push('The extra JSON sets models too, and it wins: this list is not sent.');
  }
  for (const [at, id] of all.entries()) {
    const row = findModel(models, id);
    const name = nameOf(id, models);
    if (id.endsWith(':batch')) problems.push(`${name} is for the Batch API only: a chat with it is refused.`);
    if (all.indexOf(id) !== at) problems.push(`${name} is in the list twice.`);
    else if (all.slice(0, at).some((other) => withoutVariant(other) === withoutVariant(id))) {
      problems.push(`${name} stands in the list with two variants: what stops one often stops both.`);
    }
    if (row?.aliasTarget && all.includes(row.aliasTarget)) {
      problems.push(`${name} stands for ${nameOf(row.aliasTarget, models)} now, which is in the list as well.`);
    }
    if (row?.expirationDate && row.expirationDate <= today) {
      problems.push(`${name} went away on ${row.expirationDate}.`);
    }
    if (at < all.length - 1 && isRouter(id) && !id.startsWith('@')) {
      problems.push(`${name} chooses among many models itself: what follows it is rarely reached.`);
    }
  }
  const tools = pane.extra['tools'];
  if (pane.fallbacks.length > 0 && Array.isArray(tools) && tools.some(isServerTool)) {
    problems.push('Server tools together with fallbacks: some users report such requests as refused.');
  }
  if (pane.fallbacks.length > 0 && sortsAllModels(pane.routing)) {
    problems.push('The routing sorts the providers of all models together: the order of this list is not kept.');
  }
  return problems;
}
