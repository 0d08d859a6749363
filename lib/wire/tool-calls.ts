import { isJsonObject, type JsonObject } from '@/lib/core/json';
import type { Piece } from './piece';

interface Call {
  id: string;
  name: string;
  arguments: string;
  started: boolean;
}

/**
 * Joins the pieces of tool calls by `index` (§4.5). Ids may be empty or repeated with some providers and are made
 * unique; missing or blank arguments mean `{}`; a call is announced once its name is known.
 */
export function createToolCalls(): {
  add: (deltas: JsonObject[]) => Piece[];
  end: () => Piece[];
  any: () => boolean;
} {
  const calls = new Map<number, Call>();

  const uniqueId = (wanted: string, index: number): string => {
    const taken = [...calls.values()].some((call) => call.id === wanted);
    return wanted === '' || taken ? `${wanted || 'call'}_${index}` : wanted;
  };

  return {
    any: () => calls.size > 0,
    add(deltas) {
      const pieces: Piece[] = [];
      for (const [position, delta] of deltas.entries()) {
        const index = typeof delta['index'] === 'number' ? delta['index'] : position;
        const spec = isJsonObject(delta['function']) ? delta['function'] : {};
        let call = calls.get(index);
        if (!call) {
          const wanted = typeof delta['id'] === 'string' ? delta['id'] : '';
          call = { id: uniqueId(wanted, index), name: '', arguments: '', started: false };
          calls.set(index, call);
        }
        if (typeof spec['name'] === 'string' && call.name === '') call.name = spec['name'];
        const piece = typeof spec['arguments'] === 'string' ? spec['arguments'] : '';
        call.arguments += piece;
        if (!call.started && call.name !== '') {
          call.started = true;
          pieces.push({ type: 'tool-start', id: call.id, name: call.name });
          if (call.arguments !== '') pieces.push({ type: 'tool-arguments', id: call.id, text: call.arguments });
        } else if (call.started && piece !== '') {
          pieces.push({ type: 'tool-arguments', id: call.id, text: piece });
        }
      }
      return pieces;
    },
    end() {
      return [...calls.values()]
        .filter((call) => call.started)
        .map(({ id, name, arguments: args }) => ({ type: 'tool-end', id, name, arguments: args.trim() || '{}' }));
    },
  };
}
