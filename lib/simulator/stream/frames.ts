import { perform, type Step } from '@/lib/simulator/replies/perform';
import { nativeFinish } from '@/lib/simulator/replies/native';
import type { JsonObject } from '@/lib/core/json';
import { type Chunks, chunksOf, DONE } from './chunks';
import { Metronome } from './metronome';
import type { Frame, Turn } from './turn';
import { turnUsage } from './usage-of-turn';

const reasoningDelta = (text: string, { type, format }: Step & { kind: 'reasoning' }): JsonObject => ({
  content: '',
  role: 'assistant',
  reasoning: text,
  reasoning_details: [{ type: `reasoning.${type}`, [type]: text, format, index: 0 }],
});

/** Steps become chunks: neighbours of one kind share a chunk, up to what a provider flushes at once. */
export function* stepFrames(
  steps: Iterable<Step>,
  chunks: Chunks,
  clock: Metronome,
  perChunk = clock.perChunk,
): Generator<Frame> {
  let held: Step[] = [];
  const flush = function* (): Generator<Frame> {
    const [first] = held;
    if (!first) return;
    const joined = held.map((step) => ('text' in step ? step.text : '')).join('');
    const logprobs = held.flatMap((step) => (step.kind === 'text' ? (step.logprobs ?? []) : []));
    held = [];
    clock.turn.firstTokenAfter ??= clock.at;
    if (first.kind === 'text') yield { at: clock.at, text: chunks.text(joined, first.logprobs && logprobs) };
    else if (first.kind === 'reasoning') yield { at: clock.at, text: chunks.delta(reasoningDelta(joined, first)) };
  };
  let any = false;
  for (const step of steps) {
    const mergeable = step.kind === 'text' || step.kind === 'reasoning';
    if (held[0] && held[0].kind !== step.kind) yield* flush();
    // The first token is there when the wait is over; time passes between the tokens.
    if (any || step.kind === 'silence') yield* clock.pass(step.tokens);
    any = true;
    if (mergeable) {
      held.push(step);
      if (held.length >= perChunk) yield* flush();
    } else if (step.kind === 'delta') {
      clock.turn.firstTokenAfter ??= clock.at;
      yield { at: clock.at, text: chunks.delta(step.delta) };
    }
  }
  yield* flush();
}

/** A whole stream without faults: comments, chunks, the end in one of its three forms. */
export function* streamFrames(turn: Turn, now: () => number): Generator<Frame> {
  const chunks = chunksOf(turn, turn.form);
  const clock = new Metronome(turn);
  yield* clock.waiting();
  const debug = turn.request.body.debug as JsonObject | undefined;
  if (debug?.echo_upstream_body === true) {
    yield { at: clock.at, text: chunks.event({ choices: [], debug: { echo_upstream_body: upstreamBody(turn) } }) };
  }
  const steps = perform(turn.stage, turn.plan);
  const watched = (function* (): Generator<Step> {
    turn.finish = yield* steps;
  })();
  yield* stepFrames(watched, chunks, clock);
  turn.native = nativeFinish(turn.endpoint.row, turn.finish);
  yield { at: clock.at, text: chunks.finish(turn.finish, turn.native) };
  yield { at: clock.at, text: chunks.usage(turn.finish, turn.native, turnUsage(turn, now()), turn.metadata) + DONE };
}

/** The body as the provider gets it: the model's own name, and without what the endpoint does not know (§4.7). */
function upstreamBody({ endpoint, request }: Turn): JsonObject {
  const ours = new Set([
    'model',
    'models',
    'provider',
    'plugins',
    'debug',
    'route',
    'transforms',
    'preset',
    'usage',
    'metadata',
    'trace',
    'session_id',
  ]);
  const always = new Set(['messages', 'stream', 'max_tokens', 'max_completion_tokens', 'user']);
  const kept = Object.entries(request.body).filter(
    ([key]) => !ours.has(key) && (always.has(key) || endpoint.parameters.includes(key)),
  );
  const own = endpoint.row.canonical_slug.split('/')[1] ?? endpoint.row.id;
  const most = endpoint.maxCompletion;
  return {
    model: own,
    ...Object.fromEntries(kept),
    ...(request.body.max_tokens === undefined && most !== null && { max_tokens: most }),
  };
}
