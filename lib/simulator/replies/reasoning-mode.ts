import { authorOf, type ModelRow } from '@/lib/simulator/catalogue/model-row';
import type { Effort, ReasoningWish } from '@/lib/simulator/request/chat-request';

/** In which form a family gives its reasoning (§3.3). */
export type ReasoningStyle =
  | { details: 'text'; format: string; signed: boolean }
  | { details: 'summary'; format: string }
  /** Nothing to read: an opaque block alone. */
  | { details: 'encrypted'; format: string };

export interface ReasoningMode {
  /** Tokens that the model would like to spend. */
  tokens: number;
  /** Reasoned and billed, but not returned. */
  hidden: boolean;
  style: ReasoningStyle;
}

const TOKENS: Readonly<Record<Effort, number>> = {
  max: 700,
  xhigh: 520,
  high: 320,
  medium: 170,
  low: 70,
  minimal: 16,
  none: 0,
};
const SHARE: Readonly<Record<Effort, number>> = {
  max: 0.95,
  xhigh: 0.95,
  high: 0.8,
  medium: 0.5,
  low: 0.2,
  minimal: 0.1,
  none: 0,
};

const isClosedOpenAi = (row: ModelRow): boolean => authorOf(row.id) === 'openai' && !row.hugging_face_id;

function styleOf(row: ModelRow, wish: ReasoningWish | null): ReasoningStyle {
  const author = authorOf(row.id);
  if (author === 'anthropic') return { details: 'text', format: 'anthropic-claude-v1', signed: true };
  if (author === 'google') return { details: 'text', format: 'google-gemini-v1', signed: true };
  // Readable only on request (the samples with and without `reasoning.summary`).
  if (isClosedOpenAi(row)) return { details: wish?.summary ? 'summary' : 'encrypted', format: 'openai-responses-v1' };
  if (author === 'x-ai') return { details: 'summary', format: 'xai-responses-v1' };
  return { details: 'text', format: 'unknown', signed: false };
}

const EFFORTS: readonly Effort[] = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

/** An effort that the model lacks is moved to the nearest one it has (§2.7). */
function nearestEffort(effort: Effort, row: ModelRow): Effort {
  const listed = (row.reasoning?.supported_efforts ?? []).filter((word): word is Effort =>
    EFFORTS.includes(word as Effort),
  );
  const had = listed.filter((word) => word !== 'none' || !row.reasoning?.mandatory);
  if (had.length === 0) return effort === 'none' && row.reasoning?.mandatory ? 'low' : effort;
  const place = EFFORTS.indexOf(effort);
  return had.reduce((best, word) =>
    Math.abs(EFFORTS.indexOf(word) - place) < Math.abs(EFFORTS.indexOf(best) - place) ? word : best,
  );
}

/** Models that are made to reason and do so unasked, though their rows say neither `mandatory` nor `default_enabled`. */
const BORN_TO = /\/(?:o\d|minimax-m1)(?:-|$)|[-/](?:thinking|reasoning|r1|deep-research)(?:-|$)/;

/** What a row says about reasoning unasked; where it is silent, the name does. */
const reasonsUnasked = ({ id, reasoning }: ModelRow): boolean =>
  reasoning?.mandatory === true || (reasoning?.default_enabled ?? BORN_TO.test(id.split(':')[0] ?? ''));

/**
 * Whether and how much a model reasons before it answers.
 * @param forced by the `:thinking` suffix.
 * @returns null when it answers at once.
 */
export function reasoningMode(
  row: ModelRow,
  wish: ReasoningWish | null,
  maxTokens: number,
  forced: boolean,
): ReasoningMode | null {
  const facts = row.reasoning;
  if (!facts) return null;
  const off = wish?.enabled === false || wish?.effort === 'none';
  const asked = wish?.effort !== undefined || wish?.max_tokens !== undefined || wish?.enabled === true || forced;
  if (off && !facts.mandatory) return null;
  if (!asked && !reasonsUnasked(row)) return null;
  const usual = EFFORTS.find((word) => word === facts.default_effort) ?? 'medium';
  const effort = nearestEffort(wish?.effort ?? usual, row);
  if (effort === 'none') return null;
  // Effort is a share of the limit where a model thinks by budget; OpenAI's may think until nothing is left to say.
  const shares = Number.isFinite(maxTokens) && !isClosedOpenAi(row);
  const share = shares ? Math.max(1, Math.floor(maxTokens * SHARE[effort])) : Infinity;
  const budget = wish?.max_tokens ?? share;
  return { tokens: Math.min(TOKENS[effort], budget), hidden: wish?.exclude === true, style: styleOf(row, wish) };
}
