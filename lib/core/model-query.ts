import { parseUsd, type Usd } from './money';

/** What a word of the query can ask of a model besides its name. */
export type ModelFlag = 'free' | 'tools' | 'vision' | 'reasoning' | 'structured' | 'new';

type Comparison = '<' | '<=' | '>' | '>=' | '=';

/** `context` in tokens, `input` and `output` in US dollars per million tokens. */
export type QueryTerm =
  | { kind: 'flag'; flag: ModelFlag }
  | { kind: 'context'; compare: Comparison; value: number }
  | { kind: 'input' | 'output'; compare: Comparison; value: Usd }
  | { kind: 'maker'; maker: string }
  | { kind: 'text'; text: string };

export interface ModelQuery {
  wanted: QueryTerm[];
  unwanted: QueryTerm[];
}

const FLAGS: readonly string[] = ['free', 'tools', 'vision', 'reasoning', 'structured', 'new'] satisfies ModelFlag[];
const isFlag = (word: string): word is ModelFlag => FLAGS.includes(word);

const FIELDS: Record<string, 'context' | 'input' | 'output'> = {
  ctx: 'context',
  context: 'context',
  in: 'input',
  input: 'input',
  out: 'output',
  output: 'output',
};
const COMPARISON = /^(ctx|context|in|input|out|output)(<=|>=|<|>|=)(.*)$/;
const AMOUNT = /^\$?(\d*\.?\d*)$/;
const TOKENS = /^(\d*\.?\d*)([km]?)$/;
const UNIT: Record<string, number> = { k: 1000, m: 1_000_000 };

/** More than anybody types; a pasted page must not cost more than a name. */
const LONGEST = 200;

const SEPARATORS = /[\s\-_./:~()]+/g;

/** Lower case with every separator as one space, so that `GPT-4o`, `gpt 4o` and `gpt_4o` are the same words. */
export const plainWords = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(SEPARATORS, ' ').trim();

/** The words of a query as they were written, in lower case; commas part them too. */
export const queryTokens = (query: string): string[] =>
  query
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('≤', '<=')
    .replaceAll('≥', '>=')
    .split(/[\s,;]+/)
    .filter((token) => token !== '');

function comparison(field: string, compare: Comparison, value: string): QueryTerm | null {
  const kind = FIELDS[field] ?? 'context';
  if (kind === 'context') {
    const [, digits = '', unit = ''] = TOKENS.exec(value) ?? [];
    if (!/\d/.test(digits)) return null;
    return { kind, compare, value: Math.round(Number(digits) * (UNIT[unit] ?? 1)) };
  }
  const amount = parseUsd(AMOUNT.exec(value)?.[1]);
  return amount === null ? null : { kind, compare, value: amount };
}

/** Null for what asks nothing: an operator whose value is still being typed, or a word of separators alone. */
function toTerm(token: string): QueryTerm | null {
  if (isFlag(token)) return { kind: 'flag', flag: token };
  const [, field, compare, value] = COMPARISON.exec(token) ?? [];
  if (field !== undefined && value !== undefined) {
    if (value === '' || value === '$' || value === '.') return null;
    const term = comparison(field, compare as Comparison, value);
    if (term) return term;
  }
  if (token.startsWith('maker:')) {
    const maker = plainWords(token.slice('maker:'.length));
    return maker === '' ? null : { kind: 'maker', maker };
  }
  const text = plainWords(token);
  return text === '' ? null : { kind: 'text', text };
}

/**
 * Reads `free tools vision reasoning structured new ctx>200k in<1 out<5 maker:google -preview`. Each word narrows the
 * list; a leading minus turns a word round; a word without a meaning of its own is text. Nothing is an error.
 */
export function parseModelQuery(query: string): ModelQuery {
  const parsed: ModelQuery = { wanted: [], unwanted: [] };
  for (const token of queryTokens(query)) {
    const unwanted = token.startsWith('-');
    const term = toTerm(unwanted ? token.slice(1) : token);
    if (term) (unwanted ? parsed.unwanted : parsed.wanted).push(term);
  }
  return parsed;
}

/** @param token in lower case, as a filter chip carries it */
export const hasQueryToken = (query: string, token: string): boolean => queryTokens(query).includes(token);

/** Adds the word at the end in place of its opposite, or takes it out wherever it stands; the rest stays as written. */
export function toggleQueryToken(query: string, token: string): string {
  const words = query.trim().split(/\s+/);
  const kept = words.filter((word) => !queryTokens(word).includes(token));
  if (kept.length < words.length) return kept.join(' ');
  const others = words.filter((word) => word !== '' && !queryTokens(word).includes(`-${token}`));
  return [...others, token].join(' ');
}

/** The words that are a name, without the filters: what *Clear filters* leaves standing. */
export const withoutFilters = (query: string): string =>
  query
    .trim()
    .split(/\s+/)
    .filter((word) => parseModelQuery(word).wanted.some((term) => term.kind === 'text'))
    .join(' ');

/** Characters that are not seen, or that turn round what is: no id holds them, and a pasted one must not deceive. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/u;

/**
 * Whether the text could be meant as a model id or a preset: `maker/model:variant`, `@preset/slug`,
 * `maker/model@preset/slug`. @param bare whether an id without a maker counts, as other servers than OpenRouter have them
 */
export const looksLikeModelId = (text: string, bare = false): boolean =>
  text.length <= LONGEST &&
  !UNSEEN.test(text) &&
  (/^[^/]+\/./.test(text) || (bare && /^[^-/][^/]*$/.test(text) && isName(text)));

const isName = (text: string): boolean => parseModelQuery(text).wanted[0]?.kind === 'text';

/** The slug of an account's preset that an id asks for (§7.4), and the model that it asks it of, if any. */
export function presetOf(id: string): { slug: string; model: string | null } | null {
  const [, model = '', slug = ''] = /^(.*?)@preset\/(.+)$/.exec(id) ?? [];
  return slug === '' ? null : { slug, model: model === '' ? null : model };
}
