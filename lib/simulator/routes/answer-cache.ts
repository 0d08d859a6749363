import type { SimulatorContext } from '@/lib/simulator/context';
import { hash } from '@/lib/simulator/random';
import type { Turn } from '@/lib/simulator/stream/turn';
import { keep, type KeptAnswer, type World } from '@/lib/simulator/world';

const USUAL_TTL = 300;
const LONGEST_TTL = 86_400;

/** What the response cache has to do with one request (§11.3). */
export interface CacheCall {
  key: string;
  /** Seconds. */
  ttl: number;
  hit: KeptAnswer | null;
}

/** Looks into the response cache; null when the request does not turn it on. */
export function lookUp(headers: Headers, body: string, { now }: SimulatorContext, world: World): CacheCall | null {
  if (headers.get('x-openrouter-cache')?.toLowerCase() !== 'true') return null;
  const bearer = headers.get('authorization') ?? '';
  const key = `${hash(bearer)} ${body.length} ${hash(body)} ${hash(body, 77)}`;
  const asked = Number(headers.get('x-openrouter-cache-ttl') ?? USUAL_TTL);
  const ttl = Number.isFinite(asked) ? Math.min(LONGEST_TTL, Math.max(1, asked)) : USUAL_TTL;
  const kept = world.answers.get(key);
  const fresh = kept && now() < kept.keptAt + kept.ttl * 1000 ? kept : null;
  return { key, ttl, hit: headers.get('x-openrouter-cache-clear')?.toLowerCase() === 'true' ? null : fresh };
}

/** Marks a turn as a hit, or keeps its dice so that the next one is. Equal dice write the same answer again. */
export function applyCache(
  { key, ttl, hit }: CacheCall,
  turn: Turn,
  dice: number,
  { now }: SimulatorContext,
  world: World,
): void {
  if (!hit) {
    turn.extraHeaders = { 'X-OpenRouter-Cache-Status': 'MISS' };
    keep(world.answers, key, { id: turn.id, dice, keptAt: now(), ttl });
    return;
  }
  const age = Math.floor((now() - hit.keptAt) / 1000);
  turn.extraHeaders = {
    'X-OpenRouter-Cache-Status': 'HIT',
    'X-OpenRouter-Cache-Age': String(age),
    'X-OpenRouter-Cache-TTL': String(hit.ttl - age),
    'X-OpenRouter-Cache-Source-Id': hit.id,
  };
  turn.stage.tally.free = true;
  // Metadata is never sent on a hit (§3.6).
  turn.metadata = null;
  turn.speed = { tokensPerSecond: 2000, firstToken: 20 };
}
