import type { Draw } from '@/lib/simulator/sampler/draw';

/** How many characters at the end of a text might be the beginning of a stop sequence. */
function mayGrow(text: string, stops: readonly string[]): number {
  let most = 0;
  for (const stop of stops) {
    for (let length = Math.min(stop.length - 1, text.length); length > most; length -= 1) {
      if (text.endsWith(stop.slice(0, length))) most = length;
    }
  }
  return most;
}

/**
 * Lets tokens through until a stop sequence appears; what might become one is held back, since a stop sequence is never
 * part of an answer. Returns whether it was stopped.
 */
export function* untilStop(draws: Iterable<Draw>, stops: readonly string[]): Generator<Draw, 'stopped' | 'ended'> {
  if (stops.length === 0) {
    yield* draws;
    return 'ended';
  }
  let held: Draw[] = [];
  for (const drawn of draws) {
    held.push(drawn);
    const text = held.map(({ token }) => token).join('');
    const found = stops.map((stop) => text.indexOf(stop)).filter((place) => place >= 0);
    if (found.length > 0) {
      let left = Math.min(...found);
      for (const each of held) {
        if (left <= 0) break;
        yield { ...each, token: each.token.slice(0, left) };
        left -= each.token.length;
      }
      return 'stopped';
    }
    let free = text.length - mayGrow(text, stops);
    while (held[0] && held[0].token.length <= free) {
      free -= held[0].token.length;
      yield held[0];
      held = held.slice(1);
    }
  }
  yield* held;
  return 'ended';
}
