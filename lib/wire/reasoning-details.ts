import type { Json, JsonObject } from '@/lib/core/json';
import type { Piece } from './piece';

const JOINED = ['text', 'summary', 'data'] as const;

interface Detail {
  fields: JsonObject;
  /** Kept as pieces until the end: joining at every delta would be quadratic. */
  pieces: Record<(typeof JOINED)[number], string[]>;
}

/**
 * Joins the deltas of `reasoning_details` by (type, index), as two details of different type may share an index
 * (§3.3, §4.4): `text`, `summary` and `data` are concatenated, everything else is the last value seen. They go back
 * unchanged on a later turn, so they are kept although the screen shows their text once.
 */
export function createDetails(): { add: (deltas: JsonObject[]) => string; end: () => Piece[] } {
  const details = new Map<string, Detail>();
  return {
    /** @returns the readable text of these deltas */
    add(deltas) {
      let readable = '';
      for (const delta of deltas) {
        const key = `${String(delta['type'])}/${String(delta['index'] ?? delta['id'] ?? 0)}`;
        const detail = details.get(key) ?? { fields: {}, pieces: { text: [], summary: [], data: [] } };
        details.set(key, detail);
        for (const [name, value] of Object.entries(delta)) {
          const joined = JOINED.find((field) => field === name);
          if (joined && typeof value === 'string') {
            detail.pieces[joined].push(value);
            if (joined !== 'data') readable += value;
          } else if (value !== null) {
            detail.fields[name] = value;
          }
        }
      }
      return readable;
    },
    end() {
      if (details.size === 0) return [];
      const data: Json = [...details.values()].map(({ fields, pieces }) => {
        const whole: JsonObject = { ...fields };
        for (const name of JOINED) if (pieces[name].length > 0) whole[name] = pieces[name].join('');
        return whole;
      });
      details.clear();
      return [{ type: 'data', kind: 'reasoning-details', data }];
    },
  };
}
