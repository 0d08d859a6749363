import { createParser } from 'eventsource-parser';
import type { AnswerReader, Ending } from './answer';
import { parseJson } from './failure';
import type { Piece } from './piece';
import { createRepeat } from './repeat';

/** Turns the text of a body into pieces; neither call throws. */
export interface Decoder {
  feed: (text: string) => Piece[];
  end: (ending: Ending) => Piece[];
}

/** Characters of one event; an image arrives whole in one. A longer event counts as a broken stream. */
const MAX_EVENT = 64 * 1024 * 1024;

/** For an event stream, split anywhere, comments anywhere. */
export function eventDecoder(reader: AnswerReader): Decoder {
  let pieces: Piece[] = [];
  let atTail = false;
  let overflow = false;
  const repeat = createRepeat();
  const take = (): Piece[] => {
    const taken = pieces;
    pieces = [];
    return taken;
  };
  const parser = createParser({
    maxBufferSize: MAX_EVENT,
    onError: ({ type }) => void (overflow ||= type === 'max-buffer-size-exceeded'),
    onEvent({ data }) {
      if (data === '[DONE]') return void pieces.push(...reader.end('done'));
      const words = repeat.textOf(data);
      if (words !== null) return void pieces.push(...reader.more(words));
      const chunk = parseJson(data);
      // Half an event at the very end is part of a cut, not damage inside an answer.
      if (chunk === undefined) return void (atTail || reader.damaged());
      const read = reader.read(chunk);
      repeat.learn(data, read);
      pieces.push(...read);
    },
  });
  return {
    feed(text) {
      if (!overflow) parser.feed(text);
      if (overflow) pieces.push(...reader.end('cut'));
      return take();
    },
    end(ending) {
      atTail = true;
      // The last event of a body may lack the blank line that dispatches it.
      if (!overflow) parser.feed('\n\n');
      return [...take(), ...reader.end(ending)];
    },
  };
}

/** For one JSON body: an upstream that was asked not to stream, or cannot. Blanks before it are legal (§3.1). */
export function bodyDecoder(reader: AnswerReader): Decoder {
  const texts: string[] = [];
  return {
    feed(text) {
      texts.push(text);
      return [];
    },
    end(ending) {
      const body = parseJson(texts.join(''));
      if (body === undefined) return reader.end(ending);
      return [...reader.read(body), ...reader.end('done')];
    },
  };
}
