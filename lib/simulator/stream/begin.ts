import { addUsd } from '@/lib/core/money';
import { authorOf } from '@/lib/simulator/catalogue/model-row';
import type { SimulatorContext } from '@/lib/simulator/context';
import { tweak } from '@/lib/simulator/faults/tweaks';
import { consultPromptCache } from '@/lib/simulator/pricing/prompt-cache';
import { emptyTally, type Tally } from '@/lib/simulator/pricing/usage';
import { createRandom, hash, letters, mix } from '@/lib/simulator/random';
import { parseFiles } from '@/lib/simulator/replies/files';
import { mannerOf } from '@/lib/simulator/replies/manner';
import { planOf } from '@/lib/simulator/replies/plan-of';
import { reasoningMode } from '@/lib/simulator/replies/reasoning-mode';
import { samplingOf } from '@/lib/simulator/replies/sampling-of';
import { type Search, searchFor, TOKENS_PER_RESULT } from '@/lib/simulator/replies/search';
import { subjectOf } from '@/lib/simulator/replies/subject';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { lastUserText, promptPieces } from '@/lib/simulator/request/prompt';
import { metadataOf, wantsMetadata } from '@/lib/simulator/routing/metadata';
import type { Offer, Route } from '@/lib/simulator/routing/route';
import { Scribe } from '@/lib/simulator/sampler/scribe';
import type { World } from '@/lib/simulator/world';
import type { Turn } from './turn';

/** The service prefixes ids with the second; the rest is dice. */
export function generationId(context: SimulatorContext, world: World): string {
  const random = createRandom(mix(context.seed) ^ mix(world.requests * 2 + 1));
  return `gen-${Math.floor(context.now() / 1000)}-${letters(random, 20)}`;
}

/** Equal seeds give equal dice; without a seed every request has its own. */
export function diceOf({ body }: ChatRequest, { endpoint }: Offer, context: SimulatorContext, world: World): number {
  const seeded = typeof body.seed === 'number' && endpoint.parameters.includes('seed');
  return seeded ? hash(`seed ${String(body.seed)}`) : mix(context.seed) ^ mix(world.requests);
}

/** Tiers have a name only where a provider has tiers (§7.6). */
function tierOf({ endpoint }: Offer): string | null {
  if (endpoint.tier !== 'default') return endpoint.tier;
  return authorOf(endpoint.row.id) === 'openai' && /^(openai|azure)$/.test(endpoint.provider.slug) ? 'default' : null;
}

function tallyOf(request: ChatRequest, { endpoint }: Offer, context: SimulatorContext, world: World): Tally {
  const prompt = promptPieces(request).reduce((sum, { tokens }) => sum + tokens, 0);
  const { cached, written, hour } = consultPromptCache(world, request, endpoint, context.now());
  // What does not fit was compressed away before it got here.
  const most = endpoint.row.context_length;
  return {
    ...emptyTally(),
    prompt: Math.min(prompt, most),
    cached: Math.min(cached, most),
    cacheWrite: written,
    hourWrite: hour,
  };
}

/** What the results of a search weigh in the prompt, and what the search itself costs. */
function bookSearch(tally: Tally, { results, fee }: Search): void {
  tally.prompt += results.length * TOKENS_PER_RESULT;
  tally.searches = 1;
  tally.serverCalls = 1;
  tally.fees = fee;
}

export interface Beginning {
  request: ChatRequest;
  headers: Headers;
  route: Route;
  context: SimulatorContext;
  world: World;
  id: string;
  dice: number;
}

/** Sets up an answer: who writes, with which dice, within which limits. */
export async function beginTurn({ request, headers, route, context, world, id, dice }: Beginning): Promise<Turn> {
  const { endpoint, candidate } = route.served;
  const { row } = endpoint;
  const sampling = samplingOf(request.body, endpoint.parameters, endpoint.maxCompletion);
  const reasoning = reasoningMode(row, request.reasoning, sampling.maxTokens, candidate.variants.has('thinking'));
  const prompt = lastUserText(request);
  const scribe = new Scribe({
    sampling,
    random: createRandom(dice),
    leaning: hash(`${row.id}\n${JSON.stringify(request.messages)}`),
    sharpness: mannerOf(row).sharpness,
    subject: subjectOf(prompt),
    prompt,
  });
  const search = searchFor(request, candidate, endpoint, scribe.voice.subject);
  const tally = tallyOf(request, route.served, context, world);
  if (search) bookSearch(tally, search);
  else if (request.serverTools.some(({ type }) => type === 'openrouter:datetime')) tally.serverCalls = 1;
  const files = parseFiles(request, row);
  if (files) tally.fees = addUsd(tally.fees, files.fee);
  const turn: Turn = {
    id,
    startedAt: context.now(),
    model: row.id,
    endpoint,
    serviceTier: tierOf(route.served),
    request,
    headers,
    router: route.router,
    attempts: route.attempts,
    search,
    plan: await planOf({ request, row, reasoning, search, files, scribe }),
    stage: { scribe, tally },
    metadata: wantsMetadata(headers) ? metadataOf(request, route) : null,
    speed: endpoint.speed,
    form: 'A',
    perChunk: null,
    extraHeaders: {},
    firstTokenAfter: null,
    finish: null,
    native: null,
  };
  tweak(turn);
  return turn;
}
