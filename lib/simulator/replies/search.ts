import type { JsonObject } from '@/lib/core/json';
import { parseUsd, timesUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import type { Endpoint } from '@/lib/simulator/catalogue/endpoints';
import { authorOf } from '@/lib/simulator/catalogue/model-row';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import type { Candidate } from '@/lib/simulator/routing/resolve';

export interface Search {
  engine: string;
  results: { url: string; title: string; content: string }[];
  fee: Usd;
}

/** Prompt tokens that one result adds (§12.7). */
export const TOKENS_PER_RESULT = 290;

const NATIVE_AUTHORS = new Set(['openai', 'anthropic', 'google', 'x-ai', 'perplexity']);

/** More than an engine gives at once (§2.6). */
const MOST_RESULTS = 25;

/** Reserved names: a citation of the simulator leads nowhere by accident. */
const SITES = ['example.org', 'example.net', 'example.com', 'docs.example.org', 'news.example.net'];

/** A request searches because of its tool, its plugin or the `:online` suffix; or it does not (null). */
export function searchFor(
  { serverTools, plugins, body }: ChatRequest,
  candidate: Candidate,
  { row, pricing }: Endpoint,
  subject: string,
): Search | null {
  const tool = serverTools.find(({ type }) => type === 'openrouter:web_search')?.parameters;
  const plugin = plugins.find(({ id }) => id === 'web');
  const wish: JsonObject | undefined =
    tool ?? plugin ?? (candidate.variants.has('online') || authorOf(row.id) === 'perplexity' ? {} : undefined);
  if (!wish || body.tool_choice === 'none') return null;
  const native = pricing.web_search !== undefined && NATIVE_AUTHORS.has(authorOf(row.id));
  const asked = typeof wish.engine === 'string' && wish.engine !== 'auto' ? wish.engine : native ? 'native' : 'exa';
  const engine = asked === 'native' && !native ? 'exa' : asked;
  const most = typeof wish.max_results === 'number' ? wish.max_results : 5;
  const domains = [wish.allowed_domains, wish.include_domains].find(Array.isArray) ?? SITES;
  const slug =
    subject
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'page';
  const results = Array.from({ length: Math.min(most, MOST_RESULTS) }, (_, i) => ({
    url: `https://${String(domains[i % domains.length])}/${slug}${i === 0 ? '' : `-${i + 1}`}`,
    // A title may be empty (recorded).
    title: i === 1 ? '' : `${subject.charAt(0).toUpperCase()}${subject.slice(1)}${i === 0 ? '' : `, part ${i + 1}`}`,
    content: `Notes on ${subject} [...] with figures and dates`,
  }));
  return { engine, results, fee: feeOf(engine, most, pricing.web_search) };
}

function feeOf(engine: string, most: number, native: string | undefined): Usd {
  if (engine === 'native') return parseUsd(native) ?? ZERO_USD;
  if (engine === 'exa')
    return ((parseUsd('0.007') ?? ZERO_USD) + timesUsd(parseUsd('0.001') ?? ZERO_USD, Math.max(0, most - 10))) as Usd;
  return parseUsd(engine === 'perplexity' || engine === 'parallel' ? '0.005' : '0') ?? ZERO_USD;
}

/** Citations of an engine of OpenRouter: no place in the text, but a piece of the page (§3.3). */
export const citationsOf = ({ results, engine }: Search): JsonObject[] =>
  results.map(({ url, title, content }) => ({
    type: 'url_citation',
    url_citation: { url, title, start_index: 0, end_index: 0, ...(engine !== 'native' && { content }) },
  }));

/** The sentence that leans on the search, with its links. */
export function citedText({ results }: Search): string {
  const links = results.slice(0, 2).map(({ url }) => `[${new URL(url).hostname}](${url})`);
  return ` (${links.join(', ')})`;
}
