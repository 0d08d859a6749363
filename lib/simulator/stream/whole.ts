import { isJsonObject, type JsonObject } from '@/lib/core/json';
import { nativeFinish } from '@/lib/simulator/replies/native';
import { perform, type Step } from '@/lib/simulator/replies/perform';
import { created, type Turn } from './turn';
import { turnUsage } from './usage-of-turn';

interface Gathered {
  content: string;
  refusal: string | null;
  reasoning: string;
  details: JsonObject[];
  calls: JsonObject[];
  annotations: JsonObject[];
  images: JsonObject[];
  audio: JsonObject | null;
  logprobs: JsonObject[];
}

const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);

function addCall(calls: JsonObject[], part: JsonObject): void {
  const index = Number(part.index);
  const piece = isJsonObject(part.function) ? part.function : {};
  const call = (calls[index] ??= {
    index,
    id: part.id ?? '',
    type: 'function',
    function: { name: piece.name ?? '', arguments: '' },
  });
  const whole = call.function as JsonObject;
  whole.arguments = `${String(whole.arguments)}${String(piece.arguments ?? '')}`;
}

/** A detail with the same type and index goes on with the one before it. */
function addDetail(details: JsonObject[], part: JsonObject): void {
  const before = details.findLast(({ type, index }) => type === part.type && index === part.index);
  if (!before || part.type === 'reasoning.encrypted') details.push({ ...part });
  else for (const [key, value] of Object.entries(part)) if (before[key] === undefined) before[key] = value;
}

function addDelta(all: Gathered, delta: JsonObject): void {
  for (const call of objects(delta.tool_calls)) addCall(all.calls, call);
  for (const detail of objects(delta.reasoning_details)) addDetail(all.details, detail);
  all.annotations.push(...objects(delta.annotations));
  all.images.push(...objects(delta.images));
  if (typeof delta.refusal === 'string') all.refusal = (all.refusal ?? '') + delta.refusal;
  if (isJsonObject(delta.audio))
    all.audio = { ...delta.audio, ...all.audio, data: `${String(all.audio?.data ?? '')}${String(delta.audio.data)}` };
}

function addReasoning(all: Gathered, { text, type, format }: Step & { kind: 'reasoning' }): void {
  all.reasoning += text;
  const [last] = all.details;
  if (last) last[type] = `${String(last[type])}${text}`;
  else all.details.push({ type: `reasoning.${type}`, [type]: text, format, index: 0 });
}

function messageOf(all: Gathered): JsonObject {
  return {
    role: 'assistant',
    content: all.content === '' && all.calls.length > 0 ? null : all.content,
    refusal: all.refusal,
    reasoning: all.reasoning === '' ? null : all.reasoning,
    ...(all.details.length > 0 && { reasoning_details: all.details }),
    ...(all.calls.length > 0 && { tool_calls: all.calls }),
    ...(all.annotations.length > 0 && { annotations: all.annotations }),
    ...(all.images.length > 0 && { images: all.images }),
    ...(all.audio && { audio: all.audio }),
  };
}

/** Makes the whole answer at once. The keys stand in the order of §3.1. */
export function wholeAnswer(turn: Turn, now: () => number): JsonObject {
  const all: Gathered = {
    content: '',
    refusal: null,
    reasoning: '',
    details: [],
    calls: [],
    annotations: [],
    images: [],
    audio: null,
    logprobs: [],
  };
  const steps = perform(turn.stage, turn.plan);
  let next = steps.next();
  for (; !next.done; next = steps.next()) {
    const step = next.value;
    if (step.kind === 'text') {
      all.content += step.text;
      all.logprobs.push(...(step.logprobs ?? []));
    } else if (step.kind === 'reasoning') addReasoning(all, step);
    else if (step.kind === 'delta') addDelta(all, step.delta);
  }
  turn.finish = next.value;
  turn.native = nativeFinish(turn.endpoint.row, turn.finish);
  const asked = turn.stage.scribe.voice.sampling.topLogprobs !== null;
  return {
    id: turn.id,
    object: 'chat.completion',
    created: created(turn),
    model: turn.model,
    provider: turn.endpoint.provider.name,
    system_fingerprint: null,
    service_tier: turn.serviceTier,
    choices: [
      {
        index: 0,
        logprobs: asked ? { content: all.logprobs, refusal: null } : null,
        finish_reason: turn.finish,
        native_finish_reason: turn.native,
        message: messageOf(all),
      },
    ],
    usage: turnUsage(turn, now()),
    ...(turn.metadata && { openrouter_metadata: turn.metadata }),
  };
}
