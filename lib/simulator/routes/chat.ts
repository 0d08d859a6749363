import { applyCache, lookUp } from './answer-cache';
import type { SimulatorContext } from '@/lib/simulator/context';
import { book } from '@/lib/simulator/ledger';
import { parseChat } from '@/lib/simulator/request/parse';
import { lastUserText } from '@/lib/simulator/request/prompt';
import { errorMetadata, wantsMetadata } from '@/lib/simulator/routing/metadata';
import { askedTokens } from '@/lib/simulator/routing/prepare';
import { route } from '@/lib/simulator/routing/route';
import { beginTurn, diceOf, generationId } from '@/lib/simulator/stream/begin';
import { bodyOf } from '@/lib/simulator/stream/body';
import { framesOf } from '@/lib/simulator/faults/streams';
import type { Turn } from '@/lib/simulator/stream/turn';
import { wholeFor } from '@/lib/simulator/faults/wholes';
import { errorResponse, jsonResponse, wireError } from '@/lib/simulator/wire-error';
import { type World, worldOf } from '@/lib/simulator/world';

const MOST_FLAGGED = 100;

/** The beginning and the end of a text, as moderation quotes it. */
const flagged = (text: string): string =>
  text.length <= MOST_FLAGGED ? text : `${text.slice(0, 48)}...${text.slice(-48)}`;

const headersOf = (turn: Turn): Record<string, string> => ({ ...turn.extraHeaders, 'X-Generation-Id': turn.id });

function streamed(turn: Turn, context: SimulatorContext, world: World, incoming: Request): Response {
  const ended = (how: 'finished' | 'aborted' | 'cut'): void =>
    book(world, turn, how === 'finished' ? 'finished' : 'aborted', context.now());
  const frames = framesOf(turn, context);
  return new Response(bodyOf(frames, turn.startedAt, context, incoming, ended), {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache',
      ...headersOf(turn),
    },
  });
}

/** Made at once, given after the time that making it takes. */
async function unstreamed(turn: Turn, context: SimulatorContext, world: World, signal: AbortSignal): Promise<Response> {
  const { pace = 1, sleep, now } = context;
  const answer = await wholeFor(turn, context, signal);
  const { tally } = turn.stage;
  const takes = (turn.speed.firstToken + (tally.completion * 1000) / turn.speed.tokensPerSecond) * pace;
  if (takes > 0 && !signal.aborted) await sleep(takes, signal);
  turn.firstTokenAfter ??= turn.speed.firstToken;
  book(world, turn, signal.aborted ? 'aborted' : 'finished', now());
  if (signal.aborted) return errorResponse(wireError(499, 'The client closed the request'));
  return answer instanceof Response ? answer : jsonResponse(200, answer, headersOf(turn));
}

/** POST /chat/completions (§2 to §5). */
export async function chat(incoming: Request, context: SimulatorContext): Promise<Response> {
  const world = worldOf(context);
  const body = await incoming.text();
  // Id and dice are made of it further down; nothing may be awaited until then, or requests side by side share theirs.
  world.requests += 1;
  const parsed = parseChat(body);
  if ('error' in parsed) return errorResponse(parsed.error);
  const { request } = parsed;
  const asked = askedTokens(request) ?? 64_000;
  const found = route(request, { now: context.now(), asked, flagged: flagged(lastUserText(request)) });
  if ('none' in found) {
    const { error } = found.none;
    const asksForMetadata = wantsMetadata(incoming.headers) && error.status !== 400;
    const metadata = asksForMetadata && { openrouter_metadata: errorMetadata(request, found.none) };
    return errorResponse({ ...error, body: { ...error.body, ...metadata } });
  }
  const id = generationId(context, world);
  const cache = lookUp(incoming.headers, body, context, world);
  const dice = cache?.hit?.dice ?? diceOf(request, found.route.served, context, world);
  const turn = await beginTurn({ request, headers: incoming.headers, route: found.route, context, world, id, dice });
  if (cache) applyCache(cache, turn, dice, context, world);
  world.completions.started += 1;
  return request.stream ? streamed(turn, context, world, incoming) : unstreamed(turn, context, world, incoming.signal);
}
