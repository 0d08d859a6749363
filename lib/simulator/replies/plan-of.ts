import { isJsonObject, type JsonObject } from '@/lib/core/json';
import { gives, type ModelRow } from '@/lib/simulator/catalogue/model-row';
import { IMAGE_TOKENS, pictureFor } from '@/lib/simulator/media/picture';
import { toneFor } from '@/lib/simulator/media/tone';
import { hintsOf } from '@/lib/simulator/schema/hints';
import { instanceOf } from '@/lib/simulator/schema/instance';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { lastUserText, partsOf } from '@/lib/simulator/request/prompt';
import type { Scribe } from '@/lib/simulator/sampler/scribe';
import { exact, likely, prose, type Segment } from '@/lib/simulator/sampler/segment';
import { briefOf } from './brief';
import { compose } from './compose';
import type { Brief } from './essay';
import type { ParsedFiles } from './files';
import { jsonReply } from './json-reply';
import { opaqueId } from './opaque-id';
import type { Part, Plan } from './plan';
import type { ReasoningMode } from './reasoning-mode';
import { citationsOf, citedText, type Search } from './search';
import { afterTools, beforeCalls, callsFor, toolsToCall } from './tools';

/** What the model says to itself first. More is planned than is ever needed: the budget of tokens cuts it. */
export function reasoningPart(mode: ReasoningMode): Part {
  const { tokens, hidden, style } = mode;
  const sentences = Math.ceil(tokens / 8);
  const segments =
    style.details !== 'text'
      ? [prose('summaries', Math.min(4, Math.ceil(tokens / 130)), '\n\n'), exact('\n')]
      : [prose('thoughts', sentences)];
  return { kind: 'reasoning', segments, tokens, hidden, style };
}

/** The plan of a JSON answer, or null when the request does not ask for one (§2.5). */
function jsonFor({ body }: ChatRequest, prompt: string, brief: Brief): Segment[] | null {
  const format = isJsonObject(body.response_format ?? null) ? (body.response_format as JsonObject) : {};
  if (format.type === 'json_schema' && isJsonObject(format.json_schema ?? null)) {
    const { schema } = format.json_schema as JsonObject;
    return instanceOf(
      isJsonObject(schema ?? null) ? (schema as JsonObject) : { type: 'object' },
      hintsOf(prompt),
      brief.form,
    );
  }
  return format.type === 'json_object' ? jsonReply(prompt, brief) : null;
}

async function imagePart({ body }: ChatRequest, prompt: string): Promise<Part> {
  const config = isJsonObject(body.image_config ?? null) ? (body.image_config as JsonObject) : {};
  const factor = { '0.5K': 0.5, '2K': 2, '4K': 4 }[String(config.image_size)] ?? 1;
  return {
    kind: 'image',
    url: await pictureFor(prompt, String(config.aspect_ratio ?? '1:1')),
    tokens: Math.round(IMAGE_TOKENS * factor),
  };
}

function wantsKind({ body }: ChatRequest, row: ModelRow, kind: 'image' | 'audio'): boolean {
  const wanted = Array.isArray(body.modalities) ? body.modalities.includes(kind) : kind === 'image';
  return wanted && gives(row, kind);
}

const lastRole = ({ messages }: ChatRequest): unknown => messages.at(-1)?.role;

const ATTACHMENTS = [
  ['image_url', 'image'],
  ['file', 'file'],
  ['input_audio', 'recording'],
  ['video_url', 'video'],
] as const;

/** The simulator has no eyes, but it says what it was given. */
function attachments(request: ChatRequest): Segment[] {
  const counted = ATTACHMENTS.flatMap(([type, word]) => {
    const { length } = partsOf(request, type);
    return length > 0 ? [`${length} ${word}${length > 1 ? 's' : ''}`] : [];
  });
  return counted.length > 0 ? [likely(`You sent ${counted.join(' and ')}.`), exact('\n\n')] : [];
}

function textFor(request: ChatRequest, prompt: string, brief: Brief): Segment[] {
  const last = lastRole(request);
  if (last === 'tool') return afterTools(request);
  // A prefilled answer is continued where it stopped (§2.2).
  if (last === 'assistant') return [exact(' '), prose(brief.topic, 2)];
  return [...attachments(request), ...compose(prompt, brief)];
}

export interface Planning {
  request: ChatRequest;
  row: ModelRow;
  reasoning: ReasoningMode | null;
  search: Search | null;
  files: ParsedFiles | null;
  scribe: Scribe;
}

/** The plan of an answer: what comes in which order. */
export async function planOf({ request, row, reasoning, search, files, scribe }: Planning): Promise<Plan> {
  const prompt = lastUserText(request);
  const brief = briefOf(request, row);
  const afterTool = lastRole(request) === 'tool';
  // Having the result, a model answers at once (§ sample of the turn after the tools).
  const parts: Part[] = reasoning && !afterTool ? [reasoningPart(reasoning)] : [];
  if (files) parts.push({ kind: 'annotations', list: files.annotations });
  const tools = toolsToCall(request);
  if (tools.length > 0) {
    const before = beforeCalls(row, tools);
    if (before.length > 0) parts.push({ kind: 'text', segments: before });
    parts.push({ kind: 'tools', calls: callsFor(request, tools, row, scribe, brief.form) });
    return { parts, finish: 'tool_calls' };
  }
  const json = jsonFor(request, prompt, brief);
  if (json) return { parts: [...parts, { kind: 'text', segments: json }], finish: 'stop' };
  if (wantsKind(request, row, 'image')) {
    parts.push({ kind: 'text', segments: [likely('Here it is:')] }, await imagePart(request, prompt));
    return { parts, finish: 'stop' };
  }
  const text = textFor(request, prompt, brief);
  if (wantsKind(request, row, 'audio')) {
    const transcript = scribe.text([prose(brief.topic, 2)]);
    parts.push({ kind: 'audio', id: opaqueId('audio_', prompt), data: toneFor(prompt), transcript, tokens: 60 });
    return { parts, finish: 'stop' };
  }
  if (!search) return { parts: [...parts, { kind: 'text', segments: text }], finish: 'stop' };
  const cited: Part = {
    kind: 'text',
    segments: [prose(brief.topic), exact(citedText(search)), exact('\n\n'), ...text],
  };
  const annotations: Part = { kind: 'annotations', list: citationsOf(search) };
  return {
    parts: search.engine === 'native' ? [...parts, cited, annotations] : [...parts, annotations, cited],
    finish: 'stop',
  };
}
