import { authorOf, type ModelRow } from '@/lib/simulator/catalogue/model-row';
import type { Endpoint } from '@/lib/simulator/catalogue/endpoints';
import { hash } from '@/lib/simulator/random';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { type PromptPiece, promptPieces } from '@/lib/simulator/request/prompt';
import { keep, type World } from '@/lib/simulator/world';

export interface CacheUse {
  cached: number;
  written: number;
  hour: boolean;
}

/** Prefixes shorter than this are not cached (§11.1). */
const LEAST = 1024;
const MINUTES_5 = 300_000;
const HOUR = 3_600_000;

type Manner = 'explicit' | 'implicit' | 'none';

function mannerOf(row: ModelRow): Manner {
  // Some rows have a price for writing and none for reading, which is then that of the input.
  if ((row.pricing.input_cache_read ?? row.pricing.input_cache_write) === undefined) return 'none';
  const author = authorOf(row.id);
  return author === 'anthropic' || (author === 'qwen' && !row.hugging_face_id) ? 'explicit' : 'implicit';
}

/** From GPT-5.6 on OpenAI charges for writing what it caches by itself. */
const paysForImplicitWrites = (row: ModelRow): boolean =>
  authorOf(row.id) === 'openai' && row.pricing.input_cache_write !== undefined;

interface Prefix {
  key: string;
  tokens: number;
  marked: boolean;
}

/** The prefix that ends behind each piece, named by a running hash over everything before it. */
function prefixes(pieces: readonly PromptPiece[], scope: string): Prefix[] {
  let [first, second, tokens] = [hash(scope), hash(scope, 7), 0];
  return pieces.map((piece) => {
    first = hash(piece.text, first);
    second = hash(piece.text, second ^ 0x5bd1e995);
    tokens += piece.tokens;
    return { key: `${scope} ${first} ${second}`, tokens, marked: piece.marked };
  });
}

const hourLong = (body: unknown): boolean => JSON.stringify(body).includes('"ttl":"1h"');

/** What a prompt cache does for a request: reads the longest known prefix, and remembers the prefixes of this one. */
export function consultPromptCache(world: World, request: ChatRequest, { row, tag }: Endpoint, now: number): CacheUse {
  const manner = mannerOf(row);
  if (manner === 'none') return { cached: 0, written: 0, hour: false };
  const all = prefixes(promptPieces(request), `${row.id} ${tag}`);
  const automatic = Boolean(request.body.cache_control);
  const marks =
    manner === 'explicit' ? all.filter((prefix, i) => prefix.marked || (automatic && i === all.length - 1)) : all;
  const ends = marks.filter(({ tokens }) => tokens >= LEAST);
  const known = ends.findLast(({ key }) => (world.prefixes.get(key) ?? 0) > now);
  const hour = manner === 'explicit' && hourLong(request.body);
  for (const { key } of ends) keep(world.prefixes, key, now + (hour ? HOUR : MINUTES_5));
  // A cache keeps whole blocks when it works by itself.
  const cached = known ? (manner === 'implicit' ? known.tokens - (known.tokens % 128) : known.tokens) : 0;
  const last = ends.at(-1)?.tokens ?? 0;
  const charged = manner === 'explicit' || paysForImplicitWrites(row);
  return { cached, written: charged ? Math.max(0, last - (known?.tokens ?? 0)) : 0, hour };
}
