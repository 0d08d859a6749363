import type { Conversation } from './conversation';
import { isJsonObject } from './json';
import { isWhole } from './stored-workspace';
import type { StoredWorkspace } from './workspace';

/** Two values for one thing, of which neither may be passed over. */
class Clash extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** Whether two values are the same JSON, whatever the order of their keys; undefined is an absent key. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, at) => isSame(item, other[at]))
    );
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  return keysOf(one, other).every((key) => isSame(field(one, key), field(other, key)));
}

const keysOf = (...all: Fields[]): string[] => [...new Set(all.flatMap((fields) => Object.keys(fields)))];

const field = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);

/** @throws {Clash} */
function merged(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (isJsonObject(base) && isJsonObject(mine) && isJsonObject(theirs)) return mergedFields(base, mine, theirs);
  throw new Clash();
}

/** @throws {Clash} */
function mergedFields(base: Fields, mine: Fields, theirs: Fields): Fields {
  const entries = keysOf(base, mine, theirs).map((key): [string, unknown] => [
    key,
    merged(field(base, key), field(mine, key), field(theirs, key)),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const NOTHING: Conversation = { messages: {}, headId: null };

/** @throws {Clash} */
function mergedConversation(base = NOTHING, mine = NOTHING, theirs = NOTHING): Conversation {
  const messages = mergedFields(base.messages, mine.messages, theirs.messages) as Conversation['messages'];
  // Where one reads is no matter of dispute, as long as it is there.
  const headId = isSame(mine.headId, base.headId) ? theirs.headId : mine.headId;
  const conversation = { messages, headId };
  if (!isWhole(conversation)) throw new Clash();
  return conversation;
}

/**
 * Brings together what two tabs made of one workspace. Whatever only one of them changed is as that one left it; the
 * messages of both are there.
 * @param base what both began from
 * @returns null when both changed one thing in different ways: then one of them has to become a workspace of its own
 */
export function mergeWorkspaces(
  base: StoredWorkspace,
  mine: StoredWorkspace,
  theirs: StoredWorkspace,
): StoredWorkspace | null {
  const rest = (workspace: StoredWorkspace): Fields => {
    const { conversations: _, revision: __, updatedAt: ___, ...fields } = workspace;
    return fields;
  };
  try {
    const fields = mergedFields(rest(base), rest(mine), rest(theirs)) as Omit<
      StoredWorkspace,
      'conversations' | 'revision' | 'updatedAt'
    >;
    const conversations = fields.panes.map(({ id }): [string, Conversation] => [
      id,
      mergedConversation(base.conversations[id], mine.conversations[id], theirs.conversations[id]),
    ]);
    return {
      ...fields,
      conversations: Object.fromEntries(conversations),
      updatedAt: Math.max(mine.updatedAt, theirs.updatedAt),
      revision: theirs.revision,
    };
  } catch (error) {
    if (error instanceof Clash) return null;
    throw error;
  }
}
