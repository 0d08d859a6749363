import type { JsonObject } from '@/lib/core/json';
import { createRandom, hash, letters } from '@/lib/simulator/random';
import type { ReasoningStyle } from './reasoning-mode';

/** The opaque piece that closes a reasoning block: a signature, or the encrypted block beside a summary (§4.4). */
export function signatureOf(style: ReasoningStyle, shown: string): JsonObject | null {
  const random = createRandom(hash(shown));
  const bare = { content: '', role: 'assistant' };
  if (style.details !== 'text') {
    const data = `gAAAAAB${letters(random, 90)}`;
    const id = `rs_${letters(random, 24).toLowerCase()}`;
    return {
      ...bare,
      reasoning: null,
      reasoning_details: [{ type: 'reasoning.encrypted', data, id, format: style.format, index: 0 }],
    };
  }
  if (!style.signed) return null;
  const signature = `EqQB${letters(random, 60)}`;
  return { ...bare, reasoning_details: [{ type: 'reasoning.text', signature, format: style.format, index: 0 }] };
}
