import type { JsonObject } from '@/lib/core/json';
import { entries, isSearchTool } from './search-fee';

/** Tools of the service that cost nothing beside their tokens (§2.6). */
const FREE_TOOLS: ReadonlySet<unknown> = new Set(['function', 'openrouter:datetime']);

/** Plugins without a fee of their own, and the search, which is reckoned by itself (§2.9). */
const FREE_PLUGINS: ReadonlySet<unknown> = new Set([
  'web',
  'response-healing',
  'context-compression',
  'auto-router',
  'auto-beta-router',
  'pareto-router',
  'moderation',
]);

/** Content that is read for a fee, or for tokens that nobody can count beforehand (§12). */
const holdsMedia = ({ content }: JsonObject): boolean => entries(content).some(({ type }) => type !== 'text');

const toolsOf = (body: JsonObject): JsonObject[] => (body['tool_choice'] === 'none' ? [] : entries(body['tools']));

/** Whether the service may ask the model anew with what a tool of its own found: the prompt is paid each time (§2.6). */
export const mayAskAgain = (body: JsonObject): boolean => toolsOf(body).some(({ type }) => type !== 'function');

/**
 * Whether a request may be charged for what no price of the model tells: calls of other models, pages that are fetched,
 * files that are read, whatever a stored preset adds.
 * @param body as it is sent @param modelId as it is asked for
 */
export function mayAddFees(body: JsonObject, modelId: string): boolean {
  return (
    toolsOf(body).some((tool) => !FREE_TOOLS.has(tool['type']) && !isSearchTool(tool)) ||
    entries(body['plugins']).some(({ id, enabled }) => enabled !== false && !FREE_PLUGINS.has(id)) ||
    entries(body['messages']).some(holdsMedia) ||
    typeof body['preset'] === 'string' ||
    modelId.includes('@preset/')
  );
}
