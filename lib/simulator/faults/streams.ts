import type { JsonObject } from '@/lib/core/json';
import type { SimulatorContext } from '@/lib/simulator/context';
import { perform, type Step } from '@/lib/simulator/replies/perform';
import type { SentinelId } from '@/lib/simulator/sentinels';
import { type Chunks, chunksOf, COMMENT, DONE } from '@/lib/simulator/stream/chunks';
import { streamFrames, stepFrames } from '@/lib/simulator/stream/frames';
import { Metronome } from '@/lib/simulator/stream/metronome';
import type { Frame, Turn } from '@/lib/simulator/stream/turn';
import { turnUsage } from '@/lib/simulator/stream/usage-of-turn';
import { flood } from './flood';
import { malformed } from './malformed';

/** How much is said before a fault in the middle. */
export const SPOKEN = 14;

export const MID_ERROR = {
  code: 502,
  message: 'Upstream connection was closed',
  metadata: { error_type: 'provider_unavailable' },
};

interface Scene {
  turn: Turn;
  chunks: Chunks;
  clock: Metronome;
  usage: () => JsonObject;
}

type Fault = (scene: Scene) => Generator<Frame>;

function* firstWords(steps: Iterable<Step>): Generator<Step> {
  let left = SPOKEN;
  for (const step of steps) {
    if (left <= 0) return;
    left -= 1;
    yield step;
  }
}

function* begin({ turn, chunks, clock }: Scene): Generator<Frame> {
  yield* clock.waiting();
  yield* stepFrames(firstWords(perform(turn.stage, turn.plan)), chunks, clock);
}

const bare = { role: 'assistant', content: '' };

const FAULTS: Partial<Record<SentinelId, Fault>> = {
  *'simulator/200-error'({ clock, turn }) {
    yield* clock.waiting();
    turn.finish = 'error';
    yield {
      at: clock.at,
      text: 'data: {"error":{"message":"Internal Server Error","code":500},"user_id":"user_2simulator00000000000000"}\n\n',
    };
  },
  *'simulator/error-first'({ turn, chunks, clock }) {
    yield { at: 0, text: COMMENT };
    yield* clock.waiting();
    turn.finish = 'error';
    const metadata = { error_type: 'rate_limit_exceeded', provider_code: 'tpm_limit' };
    const error = { code: 429, message: 'Too many requests at the provider', metadata };
    const choice = { index: 0, delta: bare, finish_reason: 'error', native_finish_reason: null };
    yield { at: clock.at, text: chunks.event({ error, choices: [choice] }) + DONE };
  },
  *'simulator/error-mid'(scene) {
    yield* begin(scene);
    scene.turn.finish = 'error';
    const choices = [{ index: 0, delta: { content: '' }, finish_reason: 'error' }];
    yield { at: scene.clock.at, text: scene.chunks.event({ error: MID_ERROR, choices }) };
  },
  *'simulator/error-mid-b'(scene) {
    const chunks = chunksOf(scene.turn, 'B');
    yield* begin({ ...scene, chunks });
    // The usage of 2025 rides on the error.
    const usage = scene.usage();
    const written = chunks
      .usage(null, null, usage, null)
      .replace('"model":', '"error":{"code":400,"message":"Token limit reached"},"model":');
    scene.turn.finish = 'error';
    yield { at: scene.clock.at, text: written + DONE };
  },
  *'simulator/error-mid-c'(scene) {
    yield* begin(scene);
    scene.turn.finish = 'error';
    yield {
      at: scene.clock.at,
      text: scene.chunks.event({ error: { code: 'server_error', message: 'Provider went away' }, choices: [] }),
    };
  },
  *'simulator/error-mid-d'(scene) {
    const { chunks, turn, clock } = scene;
    yield* begin(scene);
    turn.finish = 'error';
    turn.native = 'MALFORMED_FUNCTION_CALL';
    yield { at: clock.at, text: chunks.finish(turn.finish, turn.native) };
    yield { at: clock.at, text: chunks.usage(turn.finish, turn.native, scene.usage(), turn.metadata) + DONE };
  },
  *'simulator/cut'(scene) {
    yield* begin(scene);
    yield { at: scene.clock.at, text: '', cut: true };
  },
  *'simulator/end-early'(scene) {
    yield* begin(scene);
  },
  *'simulator/keep-alive'() {
    for (let at = 0; ; at += 900) yield { at, text: COMMENT, idle: 10 };
  },
  *'simulator/empty'({ turn, chunks, clock, usage }) {
    yield* clock.waiting();
    turn.stage.tally.prompt = 0;
    yield { at: clock.at, text: chunks.finish(null, null) };
    yield { at: clock.at, text: chunks.usage(null, null, usage(), turn.metadata) + DONE };
  },
  *'simulator/malformed'({ turn, chunks, clock, usage }) {
    yield* clock.waiting();
    yield* malformed(turn, chunks, clock, usage);
  },
  *'simulator/flood'({ turn, chunks, usage }) {
    yield* flood(turn, chunks, usage);
  },
};

/** The frames of a turn: its own for a sentinel, the usual ones for every other model. */
export function framesOf(turn: Turn, { now }: SimulatorContext): Iterator<Frame> {
  const fault = FAULTS[turn.endpoint.row.id as SentinelId];
  if (!fault) return streamFrames(turn, now);
  return fault({ turn, chunks: chunksOf(turn, 'A'), clock: new Metronome(turn), usage: () => turnUsage(turn, now()) });
}
