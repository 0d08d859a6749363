import type { Json, JsonObject } from '@/lib/core/json';
import type { Draw, Scored } from '@/lib/simulator/sampler/draw';
import type { Scribe } from '@/lib/simulator/sampler/scribe';
import type { Tally } from '@/lib/simulator/pricing/usage';
import type { FinishReason, Part, Plan, ToolCall } from './plan';
import { signatureOf } from './signature';
import { untilStop } from './until-stop';

/** One thing that happens while an answer is made; `tokens` is what it costs in output and in time. */
export type Step =
  | { kind: 'text'; text: string; tokens: number; logprobs: JsonObject[] | null }
  | { kind: 'reasoning'; text: string; tokens: number; type: 'text' | 'summary'; format: string }
  | { kind: 'delta'; delta: JsonObject; tokens: number }
  | { kind: 'silence'; tokens: number };

const utf8 = new TextEncoder();

const scored = ({ token, logprob }: Scored): JsonObject => ({
  token,
  logprob: Math.round(logprob * 1e6) / 1e6,
  bytes: [...utf8.encode(token)],
});

const logprobsOf = (drawn: Draw): JsonObject => ({ ...scored(drawn), top_logprobs: drawn.top.map(scored) });

export interface Stage {
  scribe: Scribe;
  tally: Tally;
}

const room = ({ scribe, tally }: Stage): number => scribe.voice.sampling.maxTokens - tally.completion;

function spend({ tally }: Stage, tokens: number): void {
  tally.completion += tokens;
}

/** @returns how the answer ended before its time, or null. */
function* text(stage: Stage, part: Part & { kind: 'text' }): Generator<Step, FinishReason | null> {
  const { sampling } = stage.scribe.voice;
  const draws = untilStop(stage.scribe.write(part.segments), sampling.stop);
  for (;;) {
    // Before the next draw: at the limit the answer is cut, even if nothing would have followed but its end.
    if (room(stage) <= 0) {
      const rest = draws.next();
      return rest.done ? null : 'length';
    }
    const next = draws.next();
    if (next.done) return next.value === 'stopped' ? 'stop' : null;
    spend(stage, 1);
    const logprobs = sampling.topLogprobs === null ? null : [logprobsOf(next.value)];
    yield { kind: 'text', text: next.value.token, tokens: 1, logprobs };
  }
}

function* reasoning(stage: Stage, part: Part & { kind: 'reasoning' }): Generator<Step, FinishReason | null> {
  const { details, format } = part.style;
  const told = !part.hidden;
  const limit = Math.min(part.tokens, room(stage));
  // A summary is shorter than what it sums up, and what is billed is the whole.
  const price = details === 'summary' ? 2 : 1;
  // OpenAI opens its reasoning with an empty delta (§4.4).
  if (told && details !== 'text') yield { kind: 'delta', delta: { content: '', role: 'assistant' }, tokens: 0 };
  let spent = 0;
  let shown = '';
  for (const { token } of stage.scribe.write(part.segments)) {
    if (spent + price > limit) break;
    spent += price;
    spend(stage, price);
    stage.tally.reasoning += price;
    shown += token;
    yield told && details !== 'encrypted'
      ? { kind: 'reasoning', text: token, tokens: price, type: details, format }
      : { kind: 'silence', tokens: price };
  }
  const left = limit - spent;
  if (left > 0) {
    spend(stage, left);
    stage.tally.reasoning += left;
    yield { kind: 'silence', tokens: left };
  }
  // Thoughts that the limit cut off are never closed.
  if (room(stage) <= 0) return 'length';
  const proof = told ? signatureOf(part.style, shown) : null;
  if (proof) yield { kind: 'delta', delta: proof, tokens: 0 };
  return null;
}

const piece = (index: number, part: Json): JsonObject => ({
  content: null,
  role: 'assistant',
  tool_calls: [{ index, ...(part as JsonObject) }],
});

function* call(
  stage: Stage,
  { id, name, arguments: json }: ToolCall,
  index: number,
  whole: boolean,
): Generator<Step, FinishReason | null> {
  const head = { id, type: 'function', function: { name, arguments: whole ? json : '' } };
  spend(stage, 8);
  yield { kind: 'delta', delta: piece(index, head), tokens: 8 };
  if (whole) return null;
  yield { kind: 'delta', delta: piece(index, { function: { arguments: '' } }), tokens: 0 };
  for (let from = 0; from < json.length; from += 10) {
    const tokens = Math.ceil(json.slice(from, from + 10).length / 4);
    if (room(stage) < tokens) return 'length';
    spend(stage, tokens);
    yield { kind: 'delta', delta: piece(index, { function: { arguments: json.slice(from, from + 10) } }), tokens };
  }
  return null;
}

function* perform1(stage: Stage, part: Part): Generator<Step, FinishReason | null> {
  const bare = { content: '', role: 'assistant' };
  switch (part.kind) {
    case 'text':
      return yield* text(stage, part);
    case 'reasoning':
      return yield* reasoning(stage, part);
    case 'tools':
      for (const [index, one] of part.calls.entries()) {
        const ended = yield* call(stage, one, index, part.whole === true);
        if (ended) return ended;
      }
      return null;
    case 'annotations':
      for (const annotation of part.list)
        yield { kind: 'delta', delta: { ...bare, annotations: [annotation] }, tokens: 0 };
      return null;
    case 'image':
      spend(stage, part.tokens);
      stage.tally.image += part.tokens;
      yield {
        kind: 'delta',
        delta: { ...bare, images: [{ type: 'image_url', image_url: { url: part.url }, index: 0 }] },
        tokens: part.tokens,
      };
      return null;
    case 'audio':
      for (const [i, data] of part.data.entries()) {
        const tokens = Math.ceil(part.tokens / part.data.length);
        spend(stage, tokens);
        stage.tally.audio += tokens;
        const audio: JsonObject = i === 0 ? { id: part.id, data, transcript: part.transcript } : { data };
        yield { kind: 'delta', delta: { ...bare, audio }, tokens };
      }
      return null;
    case 'refusal':
      spend(stage, 7);
      yield { kind: 'delta', delta: { content: '', refusal: part.text, role: 'assistant' }, tokens: 7 };
      return null;
  }
}

/** Carries out a plan within the limits of the request. Returns the finish reason. */
export function* perform(stage: Stage, plan: Plan): Generator<Step, FinishReason> {
  for (const part of plan.parts) {
    const ended = yield* perform1(stage, part);
    if (ended) return ended;
  }
  return plan.finish;
}
