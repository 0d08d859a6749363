import { isJsonObject, type JsonObject } from '@/lib/core/json';
import type { SimulatorContext } from '@/lib/simulator/context';
import type { Turn } from '@/lib/simulator/stream/turn';
import { wholeAnswer } from '@/lib/simulator/stream/whole';
import { errorResponse, jsonResponse, wireError } from '@/lib/simulator/wire-error';
import { MID_ERROR, SPOKEN } from './streams';
import { Scribe } from '@/lib/simulator/sampler/scribe';

/** A body that breaks before its end. */
const broken = (text: string): Response => {
  const bytes = new TextEncoder().encode(text);
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent) controller.error(new TypeError('terminated'));
      else controller.enqueue(bytes);
      sent = true;
    },
  });
  return new Response(body, { status: 200, headers: { 'Content-Type': 'application/json' } });
};

/** Only the first words get out. */
function cutShort(turn: Turn): void {
  const { voice } = turn.stage.scribe;
  turn.stage.scribe = new Scribe({ ...voice, sampling: { ...voice.sampling, maxTokens: SPOKEN } });
}

function failed(turn: Turn, answer: JsonObject, error: JsonObject | null): JsonObject {
  turn.finish = 'error';
  const choices = Array.isArray(answer.choices) ? answer.choices.filter(isJsonObject) : [];
  const marked = choices.map((choice) => ({
    ...choice,
    finish_reason: 'error',
    native_finish_reason: null,
    ...(error && { error }),
  }));
  return { ...answer, choices: marked };
}

/**
 * The answer to a request that is not streamed, or what a sentinel gives in its place.
 * @param signal ends the wait for an answer that never comes.
 */
export async function wholeFor(
  turn: Turn,
  { now }: SimulatorContext,
  signal: AbortSignal,
): Promise<JsonObject | Response> {
  switch (turn.endpoint.row.id) {
    case 'simulator/200-error':
      turn.finish = 'error';
      return jsonResponse(200, {
        error: { message: 'Internal Server Error', code: 500 },
        user_id: 'user_2simulator00000000000000',
      });
    case 'simulator/error-first':
      turn.finish = 'error';
      return errorResponse(
        wireError(429, 'Too many requests at the provider', {
          metadata: { error_type: 'rate_limit_exceeded', provider_code: 'tpm_limit' },
        }),
      );
    case 'simulator/error-mid':
    case 'simulator/error-mid-b':
    case 'simulator/error-mid-c':
      cutShort(turn);
      return failed(turn, wholeAnswer(turn, now), MID_ERROR);
    case 'simulator/error-mid-d':
      cutShort(turn);
      return failed(turn, wholeAnswer(turn, now), null);
    case 'simulator/cut':
    case 'simulator/end-early':
      cutShort(turn);
      return broken(JSON.stringify(wholeAnswer(turn, now)).slice(0, 200));
    case 'simulator/malformed':
      return new Response(`${JSON.stringify(wholeAnswer(turn, now)).slice(0, -2)}]`, {
        headers: { 'Content-Type': 'application/json' },
      });
    case 'simulator/keep-alive':
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve(), { once: true });
      });
      return {};
    case 'simulator/empty': {
      turn.plan = { parts: [], finish: 'stop' };
      turn.stage.tally.prompt = 0;
      const answer = wholeAnswer(turn, now);
      turn.finish = null;
      const choice = { index: 0, logprobs: null, finish_reason: null, native_finish_reason: null };
      return {
        ...answer,
        choices: [{ ...choice, message: { role: 'assistant', content: '', refusal: null, reasoning: null } }],
      };
    }
    default:
      return wholeAnswer(turn, now);
  }
}
