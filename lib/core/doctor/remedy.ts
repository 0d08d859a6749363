import type { ParameterName } from '@/lib/core/parameters';

/** What one button does about a failure: each changes the request where everybody sees it, or leads to who can. */
export type Remedy =
  /** The same again; `afterSeconds` is how long the upstream wants to be left alone, counted from the failure. */
  | { kind: 'retry'; afterSeconds: number | null }
  | { kind: 'use-tokens'; tokens: number }
  /** Asks for little reasoning. */
  | { kind: 'reason-less' }
  | { kind: 'use-model'; id: string }
  | { kind: 'choose-model' }
  /** Keys of the pane's provider routing that are taken out. */
  | { kind: 'drop-routing'; keys: string[] }
  | { kind: 'drop-parameters'; names: ParameterName[] }
  /** Keys of the extra JSON that are taken out. */
  | { kind: 'drop-extra'; keys: string[] }
  /** Fallbacks that are taken out of the pane's list. */
  | { kind: 'drop-fallbacks'; ids: string[] }
  /** Asks the last question again without the turns before it. */
  | { kind: 'shorten' }
  | { kind: 'edit' }
  /** `none`: there is no key yet. */
  | { kind: 'use-key'; none?: true }
  | { kind: 'show-request' }
  | { kind: 'raise-cap' }
  | { kind: 'open'; page: 'credits' | 'privacy' | 'keys' };

/** What the doctor must know of the request that failed. */
export interface Situation {
  fallbacks: readonly string[];
  routing: Readonly<Record<string, unknown>>;
  /** Keys of the pane's extra JSON. */
  extra: readonly string[];
  /** Parameters that were sent, and of them those that the model does not list. */
  sent: readonly ParameterName[];
  untaken: readonly ParameterName[];
  /** Questions in the request, the failed one included. */
  turns: number;
}

export const NO_SITUATION: Situation = { fallbacks: [], routing: {}, extra: [], sent: [], untaken: [], turns: 1 };

/** Rules of `provider` that each value of `excluded_by` (§5.4) stands for. */
const RULES: Record<string, string[]> = {
  'data_policy:zdr': ['zdr'],
  'data_policy:training': ['data_collection'],
  max_price: ['max_price'],
  require_parameters: ['require_parameters'],
  quantization: ['quantizations'],
  allowed_providers: ['only', 'ignore', 'order', 'allow_fallbacks'],
};

/** The same values in words; a value that is not among them is told by the service's own message. */
const RULE_WORDS: Record<string, string> = {
  geo: 'the limits of its region',
  data_region: 'the data region',
  'data_policy:zdr': 'zero data retention',
  'data_policy:training': 'the rule on training',
  max_price: 'the price limit',
  context_length: 'the length of this conversation',
  require_parameters: 'the rule that all parameters are taken',
  quantization: 'the quantizations',
  allowed_providers: 'the choice of providers',
};

/** Names the rules that left no provider, as far as they were told. */
export function underRules(excludedBy: readonly string[]): string {
  const words = excludedBy.flatMap((reason) => (Object.hasOwn(RULE_WORDS, reason) ? [RULE_WORDS[reason]] : []));
  return words.length > 0
    ? `No provider is left under ${words.join(' and ')}.`
    : 'A rule of the provider routing left no provider.';
}

/** Takes the rule out that left no endpoint, where the pane has it; else the account has it, or nobody does. */
export function withoutRule(excludedBy: readonly string[], situation: Situation): Remedy[] {
  const remedies: Remedy[] = [];
  for (const reason of excludedBy) {
    if (reason === 'context_length') remedies.push(...lessText(situation));
    if (reason === 'require_parameters' && situation.untaken.length > 0) {
      remedies.push({ kind: 'drop-parameters', names: [...situation.untaken] });
    }
    const keys = (RULES[reason] ?? []).filter((key) => Object.hasOwn(situation.routing, key));
    if (situation.extra.includes('provider')) remedies.push({ kind: 'drop-extra', keys: ['provider'] });
    else if (keys.length > 0) remedies.push({ kind: 'drop-routing', keys });
    else if (reason.startsWith('data_policy')) remedies.push({ kind: 'open', page: 'privacy' });
  }
  return [...remedies, { kind: 'choose-model' }];
}

/** A request that is too long gets shorter by its earlier turns, or by its author. */
export const lessText = ({ turns }: Situation): Remedy[] =>
  turns > 1 ? [{ kind: 'shorten' }, { kind: 'edit' }] : [{ kind: 'edit' }];

/** Leaves more of the tokens for the answer, where nobody has said how much to reason. */
export const lessReasoning = ({ sent }: Situation): Remedy[] =>
  sent.some((name) => name.startsWith('reasoning.')) ? [] : [{ kind: 'reason-less' }];

/** Takes parameters out, where they were sent; else what was sent is looked at. */
export function withoutParameters(names: readonly ParameterName[], { sent }: Situation): Remedy[] {
  const set = names.filter((name) => sent.includes(name));
  return set.length > 0 ? [{ kind: 'drop-parameters', names: set }] : [{ kind: 'show-request' }];
}

/** Takes the fallbacks out that the message names: one id that does not exist ends the request for all. */
export function withoutFallbacks(message: string, { fallbacks }: Situation): Remedy[] {
  const words = message.split(/\s+/);
  const ids = fallbacks.filter((id) => words.includes(id));
  return ids.length > 0 ? [{ kind: 'drop-fallbacks', ids }] : [];
}

/** Makes room in the context: by fewer turns, by less room for the answer, or by a shorter question. */
export function moreRoom(situation: Situation): Remedy[] {
  const [first, ...others] = lessText(situation);
  const drop: Remedy[] = situation.sent.includes('max_tokens')
    ? [{ kind: 'drop-parameters', names: ['max_tokens'] }]
    : [];
  return first?.kind === 'shorten' ? [first, ...drop, ...others] : [...drop, ...lessText(situation)];
}
