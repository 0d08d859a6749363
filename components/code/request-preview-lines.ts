import type { JsonObject } from '@/lib/core/json';
import type { Note } from '@/lib/core/notes';
import { parameterOf } from '@/lib/core/parameters';
import type { BuiltRequest } from '@/lib/core/request';
import { words } from './words-preview';

/** One top-level key of the body as it is shown, with what becomes of it and why. */
export interface PreviewLine {
  key: string;
  /** Pretty-printed and indented, with the comma that parts it from the next. */
  json: string;
  state: 'sent' | 'conflict';
  why: string;
}

/** What the playground builds beside the parameters. */
const BUILT: ReadonlyMap<string, string> = new Map(Object.entries(words.why.built));

const labelOf = ({ name }: Note): string => parameterOf(name)?.label ?? name;
const topOf = ({ key }: Note): string => key.split('.')[0] ?? key;

/** The reasons of several parameters of one key, each said once. */
function reasonsOf(notes: readonly Note[]): string {
  const reasons = [...new Set(notes.map(({ reason }) => reason))];
  const labels = (reason: string): string =>
    notes
      .filter((note) => note.reason === reason)
      .map(labelOf)
      .join(', ');
  return reasons.map((reason) => `${labels(reason)}: ${reason}`).join(' ');
}

function explain(
  key: string,
  { notes, replaced }: BuiltRequest,
  extra: JsonObject,
  routing: readonly string[],
): Pick<PreviewLine, 'state' | 'why'> {
  const own = notes.filter((note) => topOf(note) === key && note.state !== 'default' && note.state !== 'dropped');
  if (Object.hasOwn(extra, key)) {
    if (replaced.includes(key)) return { state: 'conflict', why: words.why.replaced };
    return own.length > 0
      ? { state: 'conflict', why: words.why.wins(own.map(labelOf).join(', ')) }
      : { state: 'sent', why: words.why.extra };
  }
  if (key === 'provider' && routing.length > 0) return { state: 'conflict', why: routing.join(' ') };
  if (own.length === 0) return { state: 'sent', why: BUILT.get(key) ?? '' };
  return {
    state: own.some(({ state }) => state === 'conflict') ? 'conflict' : 'sent',
    why: own.length === 1 ? (own[0]?.reason ?? '') : reasonsOf(own),
  };
}

/**
 * The body key by key, in the order in which it is sent.
 * @param extra the extra JSON of the pane
 * @param routing what cannot work in its provider routing, or means nothing there, a sentence each
 */
export function linesOf(built: BuiltRequest, extra: JsonObject, routing: readonly string[]): PreviewLine[] {
  const entries = Object.entries(built.body);
  return entries.map(([key, value], at) => {
    const json = `${JSON.stringify(key)}: ${JSON.stringify(value, null, 2)}${at < entries.length - 1 ? ',' : ''}`;
    return { key, json: `  ${json.replaceAll('\n', '\n  ')}`, ...explain(key, built, extra, routing) };
  });
}
