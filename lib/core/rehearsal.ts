import type { Endpoint } from './endpoint';
import { formatContext, formatTokens } from './figures';
import { isJsonObject } from './json';
import { findModel, isRouter, type ModelIndex } from './model';
import { MAX_FALLBACKS } from './request';
import { leftOutBy, type RoutingNeeds } from './routing-problems';
import type { Pane } from './workspace';

/** What would become of one entry of the list, as far as is known without sending. */
export interface Step {
  id: string;
  /** first: asked first; next: asked when those before it fail; skipped: passed over; refused: ends it all. */
  verdict: 'first' | 'next' | 'skipped' | 'refused' | 'not-sent';
  /** Why not, or what is doubtful. */
  why: string | null;
  /** Providers that are left under the routing, of how many; null where they are not known. */
  providers: { left: number; total: number } | null;
}

export interface Rehearsed {
  /** Estimated tokens of the conversation and the draft. */
  promptTokens: number;
  /** Max tokens as sent; null when the model decides. */
  maxTokens: number | null;
  needs: RoutingNeeds;
  /** YYYY-MM-DD. */
  today: string;
  /** The offers of a model; undefined where they are not known. */
  endpointsOf: (id: string) => readonly Endpoint[] | undefined;
}

/** Endpoints up to this context compress long prompts by themselves (§11.4). */
const COMPRESSES = 8192;

const wantsTools = (pane: Pane): boolean => Array.isArray(pane.extra['tools']) && pane.extra['tools'].length > 0;

const compresses = (pane: Pane, context: number): boolean => {
  const plugins = Array.isArray(pane.extra['plugins']) ? pane.extra['plugins'] : [];
  const plugin = plugins.find((one) => isJsonObject(one) && one['id'] === 'context-compression');
  return isJsonObject(plugin) ? plugin['enabled'] !== false : context <= COMPRESSES;
};

type Finding = Pick<Step, 'verdict' | 'why'> | null;

function endOf(id: string, models: ModelIndex, today: string): Finding {
  const row = findModel(models, id);
  if (id.endsWith(':batch'))
    return { verdict: 'refused', why: 'It is for the Batch API only: the request is refused.' };
  if (row?.expirationDate && row.expirationDate <= today)
    return { verdict: 'skipped', why: `It went away on ${row.expirationDate}.` };
  return null;
}

function roomFor(pane: Pane, id: string, models: ModelIndex, { promptTokens, maxTokens }: Rehearsed): Finding {
  const context = findModel(models, id)?.contextLength ?? null;
  const wanted = promptTokens + (maxTokens ?? 0);
  if (context === null || wanted <= context || compresses(pane, context)) return null;
  const asked = maxTokens === null ? '' : ` and Max tokens ${formatTokens(maxTokens)}`;
  return {
    verdict: 'skipped',
    why: `About ${formatTokens(promptTokens)} tokens${asked} do not fit into ${formatContext(context)}.`,
  };
}

function lacks(pane: Pane, id: string, models: ModelIndex): Finding {
  const takes = findModel(models, id)?.supportedParameters;
  return wantsTools(pane) && takes && takes.length > 0 && !takes.includes('tools')
    ? { verdict: 'skipped', why: 'No provider of it takes tools.' }
    : null;
}

function providersOf(
  pane: Pane,
  endpoints: readonly Endpoint[] | undefined,
  needs: RoutingNeeds,
): { providers: Step['providers']; finding: Finding } {
  if (!endpoints) return { providers: null, finding: null };
  const reasons = endpoints.map((endpoint) => leftOutBy(pane.routing, endpoint, needs));
  const left = reasons.filter((reason) => reason === null).length;
  const total = reasons.filter((reason) => reason !== 'Service tier').length;
  const providers = { left, total };
  if (endpoints.length === 0) return { providers, finding: { verdict: 'skipped', why: 'No provider offers it now.' } };
  if (left > 0) return { providers, finding: null };
  const words = [...new Set(reasons.filter((reason) => reason !== null && reason !== 'Service tier'))];
  return {
    providers,
    finding: { verdict: 'skipped', why: `The provider routing leaves none: ${words.join(', ') || 'Service tier'}.` },
  };
}

/**
 * Goes through a pane's list of models without sending anything: which would be asked, in which order, and why not.
 * Whether a provider is up shows only when it is asked.
 */
export function rehearse(pane: Pane, models: ModelIndex, facts: Rehearsed): Step[] {
  let over = false;
  let asked = 0;
  return [pane.modelId, ...pane.fallbacks].map((id, at): Step => {
    if (at > MAX_FALLBACKS) return { id, verdict: 'not-sent', why: 'The API takes three fallbacks.', providers: null };
    const router = isRouter(id);
    const { providers, finding } = router
      ? { providers: null, finding: null }
      : providersOf(pane, facts.endpointsOf(id), facts.needs);
    if (over) return { id, verdict: 'skipped', why: 'The request has been refused before.', providers };
    const problem =
      endOf(id, models, facts.today) ?? roomFor(pane, id, models, facts) ?? lacks(pane, id, models) ?? finding;
    if (problem) {
      over = problem.verdict === 'refused';
      return { id, ...problem, providers };
    }
    const first = asked === 0;
    asked += 1;
    const unknown = !findModel(models, id) && !id.includes('@preset/');
    const why = unknown ? 'It is not in the list: if there is no such model, the whole request is refused.' : null;
    return { id, verdict: first ? 'first' : 'next', why, providers };
  });
}
