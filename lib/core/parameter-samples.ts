import type { Json } from './json';
import type { Parameter } from './parameter';

const LETTERS = ['a', 'Z', '7', ' ', '"', '\\', '\n', '\t', '/', '<', 'é', '東', '🚀', '\u2028', '\u0007', '{', ']'];

/** Data for tests: some value that a row of the table takes. @param random 0 up to, but not including, 1 */
export function goodValue(parameter: Parameter, random: () => number): Json {
  const below = (count: number): number => Math.floor(random() * count);
  const text = (longest: number): string =>
    Array.from({ length: 1 + below(longest) }, () => LETTERS[below(LETTERS.length)] ?? 'a').join('');
  switch (parameter.kind) {
    case 'number': {
      const max = parameter.max ?? parameter.min + 1e6;
      const places = below(6);
      const value = Number((parameter.min + random() * (max - parameter.min)).toFixed(places));
      return Math.min(max, Math.max(parameter.min, value)) + 0;
    }
    case 'integer': {
      const min = Math.max(parameter.min, -1e9);
      const max = parameter.max ?? 1e9;
      return random() < 0.1 ? parameter.min : min + below(Math.min(max, 1e9) - min + 1);
    }
    case 'boolean':
      return random() < 0.5;
    case 'choice':
      return parameter.options[below(parameter.options.length)] ?? '';
    case 'text':
      return text(Math.min(parameter.maxLength / 2, 40));
    case 'list':
      return Array.from({ length: 1 + below(parameter.maxItems) }, () => text(12));
    case 'object':
      return JSON.parse(parameter.example) as Json;
  }
}

/** Data for tests: one value of a row, always the same, and none that the API takes by itself. */
export function sampleOf(parameter: Parameter): Json {
  switch (parameter.kind) {
    case 'number':
      return Number((parameter.min + parameter.step).toFixed(6));
    case 'integer':
      return Math.min(parameter.min + 1000 * parameter.step, parameter.max ?? Infinity);
    case 'boolean':
      return parameter.apiDefault !== true;
    case 'choice':
      return parameter.options.at(2) ?? '';
    case 'text':
      return `a ${parameter.label}`;
    case 'list':
      return ['END', '\n\nUser:'];
    case 'object':
      return JSON.parse(parameter.example) as Json;
  }
}

/** Dice that fall the same for the same seed (mulberry32). */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
