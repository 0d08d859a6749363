import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import type { Answer } from '@/lib/core/message';
import type { Receipt } from '@/lib/core/receipt';
import type { Situation } from './situation';

// What a newer version of the API, an older one, or a proxy on the way does to an answer that still says the same.

export type Events = Situation['events'];

export const isEvent = (event: JsonObject | string): event is JsonObject => typeof event !== 'string';

export const between = (events: Events, added: string): Events => [added, ...events.flatMap((event) => [event, added])];

const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

const withUnknownField = (event: JsonObject): JsonObject => ({
  ...event,
  x_new: { deep: [1, { two: null }] },
  ...(event['error'] !== undefined && { error: { ...object(event['error']), x_mood: 'low' } }),
  ...(Array.isArray(event['choices']) && {
    choices: event['choices'].map((choice) => ({
      ...object(choice),
      moon_phase: 0.3,
      ...('delta' in object(choice) && { delta: { ...object(object(choice)['delta']), scent: ['pine'] } }),
      ...('message' in object(choice) && { message: { ...object(object(choice)['message']), scent: ['pine'] } }),
    })),
  }),
});

/** Adds what this version of the API does not have, at every level. */
export const withUnknownFields = (events: Events): Events =>
  events.map((event) => (isEvent(event) ? withUnknownField(event) : event));

export const withUnknownKinds = (events: Events): Events =>
  between(events, JSON.stringify({ id: '', object: 'chat.completion.weather', choices: [] }));

// The values of these are names out of a list, and the list grows.
const NAMED = ['type', 'format', 'object', 'role', 'strategy', 'service_tier', 'error_type', 'limit_source'];
// Our receipt and failure call some of them by other names.
const NAMED_HERE = [...NAMED, 'nativeFinishReason', 'serviceTier', 'errorType'];

function renamed(value: Json, names: readonly string[]): Json {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' && names.includes(key) ? `${inner}_v9` : renamed(inner, names),
    ]),
  );
}

// A failure is read from these two reasons, so under another name they would not be the same.
const isFailing = (choice: Json): boolean => ['error', 'length'].includes(String(object(choice)['finish_reason']));

/** Gives every value that is a name out of a list a name that is not in it. */
export const withUnknownValues = (events: Events): Events =>
  events.map((event) => {
    if (!isEvent(event)) return event;
    const choices = Array.isArray(event['choices']) ? event['choices'] : [];
    const names = choices.some(isFailing) ? NAMED : [...NAMED, 'finish_reason', 'native_finish_reason'];
    return renamed(event, names) as JsonObject;
  });

/** What an answer must be whose stream was given unknown values: those values, and else no change. @param changed that stream */
export function renamedIn(answer: Answer, changed: Events): Answer {
  const { receipt, failure, parts } = answer;
  const names = failure ? NAMED_HERE.filter((name) => name !== 'nativeFinishReason') : NAMED_HERE;
  const choices = changed.flatMap((event) =>
    isEvent(event) && Array.isArray(event['choices']) ? event['choices'] : [],
  );
  const reason = choices.map((choice) => object(choice)['finish_reason']).find((given) => typeof given === 'string');
  return {
    ...answer,
    parts: parts.map((part) => (part.type === 'data' ? { ...part, data: renamed(part.data, names) } : part)),
    receipt: {
      ...(renamed(receipt as unknown as JsonObject, names) as unknown as Receipt),
      finishReason: typeof reason === 'string' ? reason : null,
    },
    failure: failure && (renamed(failure as unknown as JsonObject, names) as unknown as typeof failure),
  };
}

const choiceOf = (event: JsonObject): JsonObject | null => {
  const [choice] = Array.isArray(event['choices']) ? event['choices'] : [];
  return isJsonObject(choice) ? choice : null;
};

const reasonOf = (event: JsonObject): unknown => choiceOf(event)?.['finish_reason'] ?? null;

/**
 * The same end in another of its three forms (§4.3): `A` repeats the choice and its reason beside the usage, `B` repeats
 * it without the reason, `C` has no choice there. Null for a stream that has this form, or no such end.
 */
export function withEnd(events: Events, form: 'A' | 'B' | 'C'): Events | null {
  const usage = events.findLast(isEvent);
  if (!usage || !isJsonObject(usage['usage']) || usage['error'] || !Array.isArray(usage['choices'])) return null;
  const finish = events.filter(isEvent).find((event) => event !== usage && reasonOf(event) !== null);
  const choice = finish && choiceOf(finish);
  // Newer forms are made of the oldest, and the oldest of the newer ones.
  if (!choice || (reasonOf(usage) !== null) === (form === 'A')) return null;
  const forms = {
    A: [choice],
    B: [{ ...choice, finish_reason: null, native_finish_reason: null, logprobs: null }],
    C: [],
  };
  return events.map((event) => (event === usage ? { ...usage, choices: forms[form] } : event));
}
