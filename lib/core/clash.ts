import type { Json, JsonObject } from './json';
import type { Model } from './model';
import type { ParameterName, Sampling } from './parameters';

const EITHER = 'Effort and a budget of reasoning tokens exclude each other: set one.';
const OPPOSED = 'they contradict each other.';
const both = (other: string, which: string): string => `The extra JSON sets ${other} too, and both are sent: ${which}`;

/** Other names that the API has for a parameter (§2.1): the extra JSON may bring one beside the control. */
function twin(name: ParameterName, key: string, value: Json, extra: JsonObject): string | null {
  if (name === 'max_tokens') {
    const other = key === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    return Object.hasOwn(extra, other) ? both(other, 'max_tokens is the deprecated name of the same limit.') : null;
  }
  const { reasoning_effort: effort, include_reasoning: include } = extra;
  if (effort !== undefined && effort !== null) {
    if (name === 'reasoning.effort' && effort !== value)
      return both('reasoning_effort', 'the request is refused when they differ.');
    if (name === 'reasoning.max_tokens') return both('reasoning_effort', EITHER);
    if (name === 'reasoning.enabled' && (effort === 'none') === value) return both('reasoning_effort', OPPOSED);
  }
  if (typeof include !== 'boolean') return null;
  const opposite = name === 'reasoning.exclude' ? include === value : name === 'reasoning.enabled' && include !== value;
  return opposite ? both('include_reasoning', OPPOSED) : null;
}

/** What a parameter is in the body: the extra JSON is merged last. */
const inForce = (name: ParameterName, sampling: Sampling, extra: JsonObject): Json | undefined =>
  Object.hasOwn(extra, name) ? extra[name] : sampling[name];

/** What the switch of reasoning is beside an effort and a budget, which switch it too. */
function switchClash(value: Json, sampling: Sampling): string | null {
  const effort = sampling['reasoning.effort'];
  if (value === true) return effort === 'none' ? `Reasoning is on and its effort is none: ${OPPOSED}` : null;
  const asked = (effort !== undefined && effort !== 'none') || sampling['reasoning.max_tokens'] !== undefined;
  return asked ? `Reasoning is off, and an effort or a budget switches it on: ${OPPOSED}` : null;
}

/**
 * Combinations that the API refuses or reads otherwise than they look; they are sent as set, and named.
 * @param key of the body under which the parameter travels
 * @param row of the pane's model
 * @returns a sentence, or null
 */
export function clash(
  name: ParameterName,
  key: string,
  sampling: Sampling,
  extra: JsonObject,
  row: Model | undefined,
): string | null {
  const value = sampling[name];
  if (value === undefined) return null;
  const reasoning = row?.reasoning;
  switch (name) {
    case 'top_logprobs':
      return inForce('logprobs', sampling, extra) === true
        ? null
        : 'Top logprobs needs Logprobs on; without it the request is refused.';
    case 'max_tokens': {
      const most = row?.maxCompletionTokens ?? row?.contextLength;
      if (typeof value !== 'number' || !most || value <= most) break;
      return `This model writes at most ${most.toLocaleString('en-US')} tokens: others are left out, and none may remain.`;
    }
    case 'reasoning.effort':
      if (value === 'none' && reasoning?.mandatory) return 'This model always reasons: effort none is refused.';
      if (sampling['reasoning.max_tokens'] !== undefined) return EITHER;
      if (reasoning?.supportedEfforts && typeof value === 'string' && !reasoning.supportedEfforts.includes(value)) {
        return `This model knows ${reasoning.supportedEfforts.join(', ')}; the nearest of them is taken.`;
      }
      break;
    case 'reasoning.enabled':
      if (value === false && reasoning?.mandatory) return 'This model always reasons: it cannot be switched off.';
      return switchClash(value, sampling) ?? twin(name, key, value, extra);
    case 'reasoning.max_tokens': {
      if (sampling['reasoning.effort'] !== undefined) return EITHER;
      const limit = inForce('max_tokens', sampling, extra) ?? extra['max_completion_tokens'];
      if (typeof limit === 'number' && typeof value === 'number' && limit <= value)
        return 'Max tokens must be larger than the reasoning budget.';
    }
  }
  return twin(name, key, value, extra);
}
