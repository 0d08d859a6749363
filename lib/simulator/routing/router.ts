import { catalogue, findRow } from '@/lib/simulator/catalogue/catalogue';
import { gives, type ModelRow, supports, takes } from '@/lib/simulator/catalogue/model-row';
import { hash } from '@/lib/simulator/random';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { lastUserText, partsOf } from '@/lib/simulator/request/prompt';
import { type WireError, wireError } from '@/lib/simulator/wire-error';

/** What each router may pick, cheap first (§7.2). Ids that the catalogue lacks are skipped. */
const POOLS: Readonly<Record<string, readonly string[]>> = {
  'openrouter/auto': [
    'google/gemini-2.5-flash',
    'openai/gpt-5-mini',
    'anthropic/claude-haiku-4.5',
    'anthropic/claude-sonnet-5',
    'openai/gpt-5.5',
    'anthropic/claude-opus-5',
  ],
  'openrouter/auto-beta': [
    'google/gemini-3.5-flash-lite',
    'openai/gpt-5.4-mini',
    'anthropic/claude-haiku-4.5',
    'google/gemini-3.1-pro-preview',
    'anthropic/claude-sonnet-5',
  ],
  'openrouter/pareto-code': [
    'deepseek/deepseek-v3.2',
    'qwen/qwen3-coder',
    'openai/gpt-5.1-codex-mini',
    'anthropic/claude-sonnet-4.5',
  ],
  'openrouter/fusion': ['anthropic/claude-opus-5', 'openai/gpt-5.5'],
  'openrouter/fusion-flash': ['google/gemini-2.5-flash'],
  'openrouter/bodybuilder': ['google/gemini-2.5-flash-lite'],
};

const STRATEGIES: Readonly<Record<string, string>> = {
  'openrouter/auto': 'auto',
  'openrouter/auto-beta': 'auto',
  'openrouter/free': 'free',
  'openrouter/pareto-code': 'pareto',
  'openrouter/bodybuilder': 'bodybuilder',
  'openrouter/fusion': 'fusion',
  'openrouter/fusion-flash': 'fusion',
};

/** The word for `openrouter_metadata.strategy`, or null for a model that is no router. */
export const strategyOf = (id: string): string | null => STRATEGIES[id] ?? null;

const TIERS = ['low', 'medium', 'high', 'xhigh', 'max'];
const HARD =
  /\b(prove|proof|derive|refactor|architecture|analy[sz]e|debug|optimi[sz]e|theorem|code|function|algorithm|legal|contract)\b/i;

const matches = (pattern: string, id: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(id);

const fits = (row: ModelRow, request: ChatRequest): boolean =>
  (partsOf(request, 'image_url').length === 0 || takes(row, 'image')) &&
  (request.tools.length === 0 || supports(row, 'tools'));

const givesTextAlone = (row: ModelRow): boolean => row.architecture.output_modalities.every((kind) => kind === 'text');

/** With a list of its own the router may pick from the whole catalogue, cheap first; no model that sings or paints. */
const everyRow = (): ModelRow[] =>
  catalogue()
    .rows.filter((row) => !/[:~]|^simulator\/|^openrouter\//.test(row.id) && givesTextAlone(row))
    .toSorted((a, b) => Number(a.pricing.completion) - Number(b.pricing.completion));

const freeRows = (): ModelRow[] =>
  catalogue().rows.filter((row) => row.id.endsWith(':free') && gives(row, 'text') && !/safety|guard/.test(row.id));

/** Picks the model that a router answers with: harder and longer prompts get the later, dearer ones of its pool. */
export function pickModel(router: string, request: ChatRequest): { row: ModelRow } | { error: WireError } {
  const options =
    request.plugins.find(({ id }) => id === (router === 'openrouter/auto-beta' ? 'auto-beta-router' : 'auto-router')) ??
    {};
  const allowed = Array.isArray(options.allowed_models) ? options.allowed_models.map(String) : ['*'];
  const usual = (POOLS[router] ?? []).flatMap((id) => findRow(id) ?? []);
  const listed = router === 'openrouter/free' ? freeRows() : Array.isArray(options.allowed_models) ? everyRow() : usual;
  const excluded = Array.isArray(options.excluded_models) ? options.excluded_models.map(String) : [];
  const pool = listed.filter(
    (row) =>
      fits(row, request) &&
      allowed.some((pattern) => matches(pattern, row.id)) &&
      !excluded.some((pattern) => matches(pattern, row.id)),
  );
  const prompt = lastUserText(request);
  const effort = (HARD.test(prompt) ? 0.5 : 0) + Math.min(prompt.length / 4000, 0.49);
  const tier = TIERS.indexOf(String(options.cost_tier));
  const share = tier < 0 ? effort : Math.min(effort, (tier + 1) / TIERS.length - 0.01);
  const place =
    router === 'openrouter/free' ? hash(prompt) % Math.max(pool.length, 1) : Math.floor(share * pool.length);
  const row = pool[place];
  return row
    ? { row }
    : {
        error: wireError(404, 'No models match your request and model restrictions', {
          metadata: { error_type: 'not_found' },
        }),
      };
}
