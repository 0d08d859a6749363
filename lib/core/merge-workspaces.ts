import type { Conversation } from './conversation';
import { isJsonObject } from './json';
import { type Fields, field, isSame, keysOf } from './same';
import { isWhole } from './stored-workspace';
import type { StoredWorkspace } from './workspace';

/** Two values for one thing, of which neither may be passed over. */
class Clash extends Error {}

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
