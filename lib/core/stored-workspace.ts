import type { Conversation } from './conversation';
import { isJsonObject } from './json';
import { withoutLonePrompt } from './own-prompt';
import { MAX_PANES } from './panes';
import { complaint } from './parameter';
import { parameterOf, type Sampling } from './parameters';
import {
  fieldsOf,
  isAnything,
  isFlag,
  isNumber,
  isObject,
  isText,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  recordOf,
  type Shape,
} from './shape';
import type { StoredWorkspace } from './workspace';

const part: Shape = (value) => {
  if (!isJsonObject(value)) return false;
  const { type } = value;
  return typeof type === 'string' && (PARTS.get(type)?.(value) ?? false);
};

const PARTS = new Map<string, Shape>(
  Object.entries({
    text: fieldsOf({ text: isText }),
    reasoning: fieldsOf({ text: isText, durationMs: orNull(isNumber) }),
    'tool-call': fieldsOf({ id: isText, name: isText, arguments: isText }),
    image: fieldsOf({ url: isText, mediaType: isText }),
    data: fieldsOf({ kind: isText, data: isAnything }),
  }),
);

const tokens = fieldsOf({
  in: orNull(isNumber),
  out: orNull(isNumber),
  cached: orNull(isNumber),
  reasoning: orNull(isNumber),
});

const receipt = fieldsOf({
  generationId: orNull(isText),
  requestedModel: isText,
  servedModel: orNull(isText),
  provider: orNull(isText),
  finishReason: orNull(isText),
  nativeFinishReason: orNull(isText),
  usage: orNull(isObject),
  serviceTier: orNull(isText),
  systemFingerprint: orNull(isText),
  openrouterMetadata: orNull(isObject),
  timings: fieldsOf({
    startedAt: isNumber,
    firstContentMs: orNull(isNumber),
    firstTextMs: orNull(isNumber),
    totalMs: orNull(isNumber),
  }),
  settled: orAbsent(
    orNull(
      fieldsOf({
        cost: orNull(isText),
        upstream: orAbsent(orNull(isText)),
        source: orAbsent(oneOf('estimated', 'partial')),
        tokens,
      }),
    ),
  ),
});

const failure = fieldsOf({
  stage: oneOf('refused', 'before', 'stream', 'cut', 'unreachable', 'empty'),
  status: orNull(isNumber),
  code: orNull(isText),
  errorType: orNull(isText),
  message: isText,
  availability: orNull(isObject),
  retryAfter: orNull(isNumber),
  rateLimitReset: orNull(isNumber),
  affordableTokens: orNull(isNumber),
  providerMessage: orNull(isText),
  providerName: orNull(isText),
  generationId: orNull(isText),
  metadata: orNull(isObject),
  openrouterMetadata: orNull(isObject),
});

const said = { id: isText, parentId: orNull(isText), createdAt: isNumber, parts: listOf(part) };
const question = fieldsOf({ ...said, role: oneOf('user') });
const answer = fieldsOf({
  ...said,
  role: oneOf('assistant'),
  state: oneOf('running', 'done', 'stopped', 'failed'),
  receipt,
  failure: orNull(failure),
  sent: orAbsent(fieldsOf({ settings: isObject, system: isText })),
  imported: orAbsent(isFlag),
  notice: orAbsent(isText),
  edited: orAbsent(isFlag),
});

/** Whether every message hangs on one that is there, under its own id, and the head is one of them. */
export function isWhole({ messages, headId }: Conversation): boolean {
  const known = (id: string | null): boolean => id === null || Object.hasOwn(messages, id);
  return (
    known(headId) && Object.entries(messages).every(([id, message]) => message.id === id && known(message.parentId))
  );
}

const conversation: Shape = (value) =>
  fieldsOf({ messages: recordOf((message) => question(message) || answer(message)), headId: orNull(isText) })(value) &&
  isWhole(value as Conversation);

const pane = fieldsOf({
  id: isText,
  modelId: isText,
  fallbacks: listOf(isText),
  routing: isObject,
  sampling: orNull(isObject),
  system: orAbsent(orNull(isText)),
  draft: orAbsent(orNull(fieldsOf({ text: isText }))),
  setAside: orAbsent(orNull(isText)),
  extra: isObject,
});

const workspace = fieldsOf({
  id: (value) => typeof value === 'string' && value !== '' && value !== 'blank',
  title: isText,
  createdAt: isNumber,
  updatedAt: isNumber,
  panes: (value) => listOf(pane)(value) && hasPanes(value as { id: string }[]),
  system: isText,
  sampling: isObject,
  forced: listOf(isText),
  sync: fieldsOf({ scroll: isFlag }),
  draft: fieldsOf({ text: isText }),
  variables: recordOf(isText),
  pinned: isFlag,
  conversations: recordOf(conversation),
  revision: isNumber,
});

const hasPanes = (panes: readonly { id: string }[]): boolean =>
  panes.length > 0 && panes.length <= MAX_PANES && new Set(panes.map(({ id }) => id)).size === panes.length;

/** Only what may stand in a Sampling; what a later version knows goes on with it. */
const sound = (sampling: Sampling): Sampling =>
  Object.fromEntries(
    Object.entries(sampling).filter(([name, value]) => {
      const parameter = parameterOf(name);
      return !parameter || complaint(parameter, value) === null;
    }),
  );

/** Fields that came after the first workspaces were kept. */
const LATER = { forced: [], variables: {}, pinned: false, revision: 0 };

/**
 * Reads a workspace that was kept or imported: anything may stand in a row or a file. Fields that came after it was
 * written have their first value, and so have parameters whose values are none.
 * @returns null when it is no workspace
 */
export function readStoredWorkspace(value: unknown): StoredWorkspace | null {
  if (!isJsonObject(value)) return null;
  const whole = { ...LATER, ...value };
  if (!workspace(whole)) return null;
  const read = whole as unknown as StoredWorkspace;
  return withoutLonePrompt({
    ...read,
    // Older rows have more ticks, which were without effect.
    sync: { scroll: read.sync.scroll },
    sampling: sound(read.sampling),
    panes: read.panes.map((one) => (one.sampling ? { ...one, sampling: sound(one.sampling) } : one)),
  });
}
