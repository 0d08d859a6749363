import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { authorOf, type ModelRow } from '@/lib/simulator/catalogue/model-row';
import type { Random } from '@/lib/simulator/random';
import type { ChatRequest, FunctionTool } from '@/lib/simulator/request/chat-request';
import { lastUserText, textOf } from '@/lib/simulator/request/prompt';
import { hintsOf } from '@/lib/simulator/schema/hints';
import { instanceOf } from '@/lib/simulator/schema/instance';
import type { Scribe } from '@/lib/simulator/sampler/scribe';
import { exact, likely, prose, type Segment } from '@/lib/simulator/sampler/segment';
import { opaqueId } from './opaque-id';
import type { ToolCall } from './plan';

const MOST_CALLS = 4;

const words = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(
      (word) =>
        word.length > 2 &&
        !/^(?:the|and|for|get|set|with|that|this|from|what|tool|use|are|you|can|give|all|function|returns?)$/.test(
          word,
        ),
    );

/** How much a prompt has in common with a tool's name, purpose and parameters: the first letters of words decide. */
function likeness(tool: FunctionTool, prompt: string): number {
  const stem = (word: string): string => word.slice(0, 5);
  const said = new Set(words(prompt).map(stem));
  const parameters = isJsonObject(tool.parameters.properties ?? null)
    ? Object.keys(tool.parameters.properties as JsonObject)
    : [];
  const score = (text: string, weight: number): number =>
    new Set(
      words(text)
        .map(stem)
        .filter((word) => said.has(word)),
    ).size * weight;
  const sum = /\d\s*[-+*/x×]\s*\d/.test(prompt) && /calc|math|eval|comput|arith/i.test(tool.name) ? 3 : 0;
  return score(tool.name, 3) + score(tool.description, 1) + score(parameters.join(' '), 1) + sum;
}

const ASKS_FOR_TOOL = /\b(?:call|use|invoke|run)\b.{0,30}\b(?:tools?|functions?)\b/i;

/** Which tools the model calls now: as the request forces, else those that the prompt seems to ask for (§2.6). */
export function toolsToCall(request: ChatRequest): FunctionTool[] {
  const { body, tools, messages } = request;
  const wish = body.tool_choice;
  if (tools.length === 0 || wish === 'none') return [];
  const single = body.parallel_tool_calls === false;
  const named =
    isJsonObject(wish ?? null) && isJsonObject((wish as JsonObject).function ?? null)
      ? ((wish as JsonObject).function as JsonObject).name
      : null;
  if (named) return tools.filter(({ name }) => name === named).slice(0, 1);
  const prompt = lastUserText(request);
  const scored = tools.map((tool) => ({ tool, score: likeness(tool, prompt) })).toSorted((a, b) => b.score - a.score);
  const fitting = scored.filter(({ score }) => score >= 2).map(({ tool }) => tool);
  if (wish === 'required') return (fitting.length > 0 ? fitting : tools.slice(0, 1)).slice(0, single ? 1 : MOST_CALLS);
  // A result is there already: now it is time to answer.
  if (messages.at(-1)?.role === 'tool') return [];
  const chosen = fitting.length === 0 && ASKS_FOR_TOOL.test(prompt) ? tools.slice(0, 1) : fitting;
  return chosen.slice(0, single ? 1 : MOST_CALLS);
}

const PREFIXES: Readonly<Record<string, string>> = { anthropic: 'toolu_01', google: 'tool_', mistralai: '' };

/** One call for each tool, with arguments that its schema allows. */
export function callsFor(
  request: ChatRequest,
  tools: readonly FunctionTool[],
  row: ModelRow,
  scribe: Scribe,
  random: Random,
): ToolCall[] {
  const prompt = lastUserText(request);
  const hints = hintsOf(prompt);
  const prefix = PREFIXES[authorOf(row.id)] ?? 'call_';
  const several = request.body.parallel_tool_calls !== false && / and |, /.test(prompt) && hints.entities.length > 1;
  const [only] = tools;
  // One tool and several names in the prompt: a call for each name.
  const wanted =
    only && tools.length === 1 && several
      ? hints.entities.slice(0, MOST_CALLS).map((entity) => ({ tool: only, entities: [entity] }))
      : tools.map((tool) => ({ tool, entities: hints.entities }));
  return wanted.map(({ tool: { name, parameters }, entities }, i) => ({
    id: opaqueId(prefix, `${name} ${i} ${scribe.voice.leaning} ${random.next()}`),
    name,
    arguments: scribe.text(instanceOf({ type: 'object', ...parameters }, { ...hints, entities }, random)),
  }));
}

/** Claude says what it is about to do; others call without a word. */
export const beforeCalls = (row: ModelRow, tools: readonly FunctionTool[]): Segment[] =>
  authorOf(row.id) === 'anthropic'
    ? [likely(`I will look that up with `), exact(`\`${tools[0]?.name ?? ''}\``), exact('.')]
    : [];

const FACTS = 8;

/** The leaves of a result as short facts. */
function facts(value: Json, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => facts(item, `${path}${path ? ' ' : ''}${i + 1}`));
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([key, item]) =>
      facts(item, `${path}${path ? ' ' : ''}${key.replaceAll('_', ' ')}`),
    );
  return [path === '' ? String(value) : `**${path}**: ${String(value)}`];
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** The answer after tools have run: it says what they gave back. */
export function afterTools({ messages }: ChatRequest): Segment[] {
  const results = messages.slice(messages.findLastIndex(({ role }) => role !== 'tool') + 1);
  const lines = results.flatMap((message) => facts(parsed(textOf(message)))).slice(0, FACTS);
  return [
    likely('Here is what I found:'),
    exact(`\n\n${lines.map((line) => `- ${line}`).join('\n')}\n\n`),
    prose('general'),
  ];
}
