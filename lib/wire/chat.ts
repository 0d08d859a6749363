import { z } from 'zod';
import { failure, type Failure } from '@/lib/core/failure';
import { isDeeperThan, type Json, type JsonObject } from '@/lib/core/json';
import type { Parameter } from '@/lib/core/parameter';
import { PARAMETERS } from '@/lib/core/parameters';
import { MAX_RUNS, type Run } from '@/lib/core/run';
import { modelId } from './model-id';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Levels of a body: far more than any schema has. JSON.parse takes any number of them, what writes JSON does not. */
const MAX_DEPTH = 500;

const message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() })), z.null()]).optional(),
});

/** The JSON type of a parameter; its range is the upstream's to judge. */
function typeOf({ kind }: Parameter): z.ZodType {
  switch (kind) {
    case 'number':
    case 'integer':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'choice':
    case 'text':
      return z.string();
    case 'list':
      return z.union([z.string(), z.array(z.string())]);
    case 'object':
      return z.looseObject({});
  }
}

/** What every OpenRouter body must be (§2.1); parameters by their table; all else passes untouched. */
const body = z.looseObject({
  model: modelId.optional(),
  models: z.array(modelId).optional(),
  messages: z.array(message).min(1, 'must hold at least one message'),
  stream: z.boolean().optional(),
  provider: z.looseObject({}).optional(),
  ...Object.fromEntries(
    PARAMETERS.filter(({ name }) => !name.includes('.')).map((row) => [row.name, typeOf(row).nullable().optional()]),
  ),
  max_completion_tokens: z.number().nullable().optional(),
  reasoning: z.looseObject({}).nullable().optional(),
});

const request = z.strictObject({
  runs: z
    .array(z.strictObject({ id: z.string().regex(UUID, 'must be a UUID'), body }))
    .min(1, 'must hold at least one run')
    .max(MAX_RUNS, `must hold at most ${MAX_RUNS} runs`),
});

const place = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const refusal = (message: string): Failure =>
  failure('refused', message, { status: 400, code: 'invalid_request', errorType: 'invalid_request' });

function describe(issue: z.core.$ZodIssue): string {
  const where = place(issue.path) || 'The body';
  if (issue.code === 'invalid_type')
    return `${where} must be ${issue.expected === 'array' ? 'a list' : `of type ${issue.expected}`}.`;
  if (issue.code === 'unrecognized_keys')
    return `${where} has a field that is not known here: ${issue.keys.join(', ').slice(0, 80)}.`;
  if (issue.code === 'invalid_value') return `${where} must be one of ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_union') return `${where} has the wrong type.`;
  return `${where} ${issue.message}.`;
}

/**
 * Reads the body of `POST /api/chat`. The runs carry the JSON values as received: this refuses, it never rewrites.
 * @param value parsed JSON
 */
export function parseChatRequest(value: Json | undefined): { runs: Run[] } | { failure: Failure } {
  if (value === undefined) return { failure: refusal('The body is not valid JSON.') };
  if (isDeeperThan(value, MAX_DEPTH))
    return { failure: refusal(`The body is nested deeper than ${MAX_DEPTH} levels.`) };
  const parsed = request.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { failure: refusal(issue ? describe(issue) : 'The body is not a chat request.') };
  }
  const { runs } = value as unknown as { runs: { id: string; body: JsonObject }[] };
  for (const [index, { body }] of runs.entries()) {
    if (body['model'] === undefined && body['models'] === undefined) {
      return { failure: refusal(`runs[${index}].body.model is missing: name a model.`) };
    }
  }
  const ids = new Set(runs.map(({ id }) => id.toLowerCase()));
  if (ids.size < runs.length) return { failure: refusal('Two runs have the same id; each run needs its own.') };
  return { runs };
}

/** @returns null for a string that cannot be the id of a run */
export const parseRunId = (id: string | null): string | null => (id !== null && UUID.test(id) ? id : null);
